import type { OptionalPart } from "../article/index.ts";
import { once, type Copy, type Diagnostic, type Outcome, type Pt } from "../base/index.ts";
import { Paragraph, setEvenly, setGalley, styleWith, type Galley, type Headline } from "../galley/index.ts";
import type { TextStyle } from "../template/index.ts";
import type { Material } from "./material.ts";
import { geometryOf } from "./page-grid.ts";
import type { TextRole } from "./page.ts";
import { Stack, type StackedText } from "./stack.ts";

/** Kicker, headline, deck and byline, set across an article's columns. */
export interface Heading {
  /** y is from the top of the heading, x from its left edge. */
  readonly texts: readonly StackedText[];
  readonly height: Pt;
  /** How badly the headline sits in this width; for choosing between widths. */
  readonly cost: number;
  /** Size of the headline in points, and its lines. */
  readonly size: Pt;
  readonly lines: number;
  /** Parts that the copy offers and this heading leaves out. */
  readonly out: readonly OptionalPart[];
}

/** What it costs to leave out a part of the head, in the measure of a headline's costs. */
const LEFT_OUT = 50;

/**
 * The headings that an article may have over so many columns, the best first: the headline in sizes and lines that differ in
 * height, within the steps that the template's fit allows.
 */
export function setHeadings(material: Material, columns: number): Outcome<readonly Heading[]> {
  const { template } = material;
  const width = geometryOf(template).span(columns);
  const sizes = template.headline.steps.find((step) => step.columns === columns)?.sizes ?? [
    template.styles.headline.size,
  ];
  const { maxLines, prefer } = template.headline;
  const ways = material.headline.ways({ sizes, maxLines, prefer, width });
  const least =
    sizes[
      Math.min(sizes.length - 1, sizes.findIndex((size) => size <= (ways[0]?.size ?? 0)) + template.fit.headlineSteps)
    ];
  const allowed = ways.filter((headline, index) => index === 0 || headline.size >= (least ?? 0));
  const parts = partsOf(material, width);
  const settings = leavable(material).flatMap((out) =>
    allowed.map((headline) => setHeading(material, headline, parts, out)),
  );
  return {
    value: settings.map((setting) => setting.value).sort((a, b) => a.cost - b.cost),
    diagnostics: [...material.headline.diagnostics, ...(settings[0]?.diagnostics ?? [])],
  };
}

/** What may be left out of the head, beginning with nothing. */
function leavable({ article, template }: Material): readonly (readonly OptionalPart[])[] {
  const parts = template.fit.optional ? (article.optional ?? []) : [];
  return [[], ...parts.map((part) => [part]), ...(parts.length > 1 ? [parts] : [])];
}

/** The most that a deck may be of its headline's size; beyond that the two compete. */
const DECK = 0.62;

function below(style: TextStyle, headline: Pt): TextStyle {
  const scale = Math.min(1, (DECK * headline) / style.size);
  if (scale === 1) return style;
  return styleWith(style, {
    size: style.size * scale,
    leading: style.leading * scale,
    tracking: style.tracking * scale,
  });
}

/** What stands above and below a headline; of all headlines of a width only the deck looks at the size. */
interface Parts {
  readonly kicker: () => Outcome<Galley> | undefined;
  readonly deck: (headline: Pt) => Outcome<Galley> | undefined;
  readonly byline: () => Outcome<Galley> | undefined;
}

function partsOf({ article, template, setter }: Material, width: Pt): Parts {
  const { kicker, deck, byline } = template.styles;
  const set = (copy: Copy | undefined, style: TextStyle): Outcome<Galley> | undefined =>
    copy && setGalley(copy, style, { width, firstInset: 0, inset: 0 }, setter);
  return {
    kicker: once(() => set(article.kicker, kicker)),
    deck: (headline) => article.deck && setEvenly(new Paragraph(article.deck, below(deck, headline), setter), width),
    byline: once(() => set(article.byline, byline)),
  };
}

/** Kicker, headline, deck and byline one below the other. */
function setHeading(
  material: Material,
  headline: Headline,
  parts: Parts,
  out: readonly OptionalPart[],
): Outcome<Heading> {
  const { template, setter } = material;
  const { styles } = template;
  const diagnostics: Diagnostic[] = [];
  const stack = new Stack(setter);
  const add = (role: TextRole, part: Outcome<Galley> | undefined, space: Pt): void => {
    if (part === undefined) return;
    diagnostics.push(...part.diagnostics);
    stack.add(role, part.value);
    stack.space(space);
  };

  const kicker = out.includes("kicker") ? undefined : parts.kicker();
  add("kicker", kicker, styles.kicker.size * KICKER_GAP);
  stack.space(intrusion(material, headline, kicker?.value));
  diagnostics.push(...headline.faults);
  stack.add("headline", headline, headline.count);
  stack.space(template.headline.spaceBelow);
  if (!out.includes("deck")) add("deck", parts.deck(headline.size), template.deck.spaceBelow);
  add("byline", parts.byline(), template.deck.spaceBelow);
  const value = {
    texts: stack.texts,
    height: stack.y,
    cost: headline.cost + LEFT_OUT * out.length,
    size: headline.size,
    lines: headline.count,
    out,
  };
  return { value, diagnostics };
}

/** Between a kicker and the headline below it, in the kicker's size. */
const KICKER_GAP = 0.9;

/** How far the dots of a headline's capitals may stand in the paper above them: of the gap below a kicker, and above a heading, in rows. */
const INTO_GAP = 0.6;
const INTO_PAPER = 1;

/** By how much a headline is to stand lower, so that the dots of its capitals keep off the kicker above them, or off what is above the heading. */
function intrusion({ template, setter }: Material, headline: Headline, kicker: Galley | undefined): Pt {
  const { style } = headline;
  const capitals = setter.fonts.face(style.face).capHeight * style.size;
  const above = kicker?.lines.at(-1);
  if (kicker === undefined || above === undefined)
    return Math.max(0, headline.riseWithin(0, Infinity) - capitals - INTO_PAPER * template.grid.leading);
  const { inset, width } = above;
  return Math.max(0, headline.riseWithin(inset, inset + width) - capitals - INTO_GAP * kicker.style.size * KICKER_GAP);
}

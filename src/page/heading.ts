import type { Article } from "../article/index.ts";
import type { Copy, Diagnostic, Outcome, Pt } from "../base/index.ts";
import { setEvenly, setGalley, setHeadline, type Galley, type Typesetter } from "../galley/index.ts";
import type { Template, TextStyle } from "../template/index.ts";
import { geometryOf } from "./page-grid.ts";
import type { PlacedLine } from "./page.ts";
import { Stack, type StackedText } from "./stack.ts";

/** Kicker, headline, deck and byline, set across an article's columns. */
export interface Heading {
  /** y is from the top of the heading, x from its left edge. */
  readonly texts: readonly StackedText[];
  readonly height: Pt;
  /** How badly the headline sits in this width; for choosing between widths. */
  readonly cost: number;
}

/** Sets the heading of an article over so many columns of the template. */
export function setHeading(
  article: Article,
  columns: number,
  template: Template,
  setter: Typesetter,
): Outcome<Heading> {
  const { styles } = template;
  const width = geometryOf(template).span(columns);
  const diagnostics: Diagnostic[] = [];
  const stack = new Stack(setter);
  const keep = <T>({ value, diagnostics: found }: Outcome<T>): T => {
    diagnostics.push(...found);
    return value;
  };
  const set = (copy: Copy, style: TextStyle, measure: Pt): Galley =>
    keep(setGalley(copy, style, { width: measure, firstInset: 0, inset: 0 }, setter));

  if (article.kicker !== undefined) {
    stack.add("kicker", set(article.kicker, styles.kicker, width));
    stack.space(styles.kicker.size * 0.9);
  }
  const sizes = template.headline.steps.find((step) => step.columns === columns)?.sizes ?? [styles.headline.size];
  const order = { sizes, maxLines: template.headline.maxLines, width };
  const headline = keep(setHeadline(article.headline, styles.headline, order, setter));
  stack.add("headline", headline);
  stack.space(template.headline.spaceBelow);
  if (article.deck !== undefined) {
    stack.add("deck", keep(setEvenly(article.deck, styles.deck, width, setter)));
    stack.space(template.deck.spaceBelow);
  }
  if (article.byline !== undefined) {
    stack.add("byline", set(article.byline, styles.byline, width));
    stack.space(template.deck.spaceBelow);
  }
  return { value: { texts: stack.texts, height: stack.y, cost: headline.cost }, diagnostics };
}

/** The stacked texts at their place on the page. */
export function shiftLines(lines: readonly PlacedLine[], x: Pt, y: Pt): PlacedLine[] {
  return lines.map((line) => ({ ...line, x: line.x + x, baseline: line.baseline + y }));
}

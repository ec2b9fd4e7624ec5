import type { Article, Block, Box, List, Quotation } from "../article/index.ts";
import { sliceCopy, type Copy, type Diagnostic, type Outcome, type Pt } from "../base/index.ts";
import { setEvenly, setGalley, type Galley, type GalleyMeasure, type Line, type Typesetter } from "../galley/index.ts";
import type { Template, TextStyle } from "../template/index.ts";
import type { LineChanges, Paragraph } from "./even-out.ts";
import type { TextRole } from "./page.ts";
import { BREAK_COST, type Slug, type SlugLine, type SlugMark } from "./slug.ts";

/** The cast body, and its paragraphs as they were set. */
export interface CastBody {
  readonly slugs: readonly Slug[];
  readonly paragraphs: readonly Paragraph[];
}

/** Paragraphs as they were set before, and those of them that are now to be had in a line more or fewer. */
export interface Recast {
  readonly paragraphs: readonly Paragraph[];
  readonly changes: LineChanges;
}

/**
 * Casts an article's lead and body into slugs at the template's column width, in reading order. Paragraphs are set as
 * they come best, or taken from an earlier cast.
 */
export function castBody(article: Article, template: Template, setter: Typesetter, again?: Recast): Outcome<CastBody> {
  const caster = new Caster(template, setter, again);
  if (article.lead !== undefined) caster.lead(article.lead);
  article.body.forEach((block, index) => {
    caster.block(
      block,
      index,
      article.dateline !== undefined && index === firstParagraph(article) ? article.dateline : undefined,
    );
  });
  const { slugs, paragraphs, diagnostics } = caster;
  return { value: { slugs, paragraphs }, diagnostics };
}

function firstParagraph({ body }: Article): number {
  return body.findIndex(({ kind }) => kind === "paragraph");
}

/** Paper between a quotation and who said it, in rows. */
const ATTRIBUTION_GAP = 0.3;

/** The index of what is not a block of the body. */
const NO_BLOCK = -1;

class Caster {
  readonly slugs: Slug[] = [];
  readonly paragraphs: Paragraph[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly template: Template;
  private readonly setter: Typesetter;
  /** A paragraph is indented only when running text stands right above it. */
  private indentNext = false;

  private readonly again: Recast | undefined;

  constructor(template: Template, setter: Typesetter, again: Recast | undefined) {
    this.template = template;
    this.setter = setter;
    this.again = again;
  }

  private get width(): Pt {
    return this.template.grid.columnWidth;
  }

  lead(copy: Copy): void {
    const galley = this.set(copy, this.template.styles.lead, { width: this.width, firstInset: 0, inset: 0 });
    this.addLines(galley, { role: "lead", block: NO_BLOCK });
    this.indentNext = false;
  }

  block(block: Block, index: number, dateline?: Copy): void {
    switch (block.kind) {
      case "paragraph":
        this.paragraph(dateline ? runIn(dateline, block.text) : block.text, index);
        break;
      case "crosshead":
        this.crosshead(block.text, index);
        break;
      case "quotation":
        this.quotation(block, index);
        break;
      case "list":
        this.list(block, index);
        break;
      case "box":
        this.box(block, index);
        break;
    }
    this.indentNext = block.kind === "paragraph" || block.kind === "list";
  }

  private paragraph(copy: Copy, block: number): void {
    const style = this.template.styles.body;
    const firstInset = this.indentNext ? style.indent : 0;
    const space = this.slugs.at(-1)?.role === "lead" ? 1 : 0;
    const known = this.again?.paragraphs.find((paragraph) => paragraph.block === block)?.galley;
    const galley = known ?? this.set(copy, style, { width: this.width, firstInset, inset: 0 });
    this.paragraphs.push({ block, galley });
    const more = this.again?.changes.get(block);
    const changed = more === undefined ? undefined : galley.alternative(more);
    this.addLines(changed ?? galley, { role: "body", block, spaceAbove: space });
  }

  /** One row of space, then its lines on the grid; never parted from the text it heads. */
  private crosshead(copy: Copy, block: number): void {
    const { crosshead } = this.template.styles;
    const galley = this.setEvenly(copy, crosshead);
    this.addLines(galley, { role: "crosshead", block, spaceAbove: 1, keepTogether: true });
    this.keepNext = true;
  }

  private keepNext = false;

  private list({ items, ordered }: List, block: number): void {
    this.items(items, ordered, {
      role: "list",
      block,
      style: this.template.styles.list,
      width: this.width,
      x: 0,
      spaceAbove: 0,
    });
  }

  private items(items: readonly Copy[], ordered: boolean, at: ItemsAt): void {
    const hang = this.template.list.indent;
    items.forEach((item, index) => {
      const sign = ordered ? `${index + 1}.` : this.template.list.bullet;
      const galley = this.set(item, at.style, { width: at.width, firstInset: hang, inset: hang });
      const label = this.set(
        plain(item, sign),
        { ...at.style, align: "left" },
        { width: hang, firstInset: 0, inset: 0 },
      );
      const spaceAbove = index === 0 ? at.spaceAbove : 0;
      this.addLines(galley, { ...at, spaceAbove, label: label.lines[0] });
    });
  }

  /** Set off by rules in its own leading; the whole takes whole rows and is not parted. */
  private quotation({ text, attribution }: Quotation, block: number): void {
    const { quotation, attribution: below } = this.template.styles;
    const measure = { width: this.width, firstInset: 0, inset: 0 };
    const galleys: [TextRole, Galley][] = [["quotation", this.setEvenly(text, quotation)]];
    if (attribution !== undefined) galleys.push(["attribution", this.set(attribution, below, measure)]);
    this.slugs.push(this.stack(galleys, block));
    this.keepNext = false;
  }

  /** Lines of several styles one below the other, centred in the whole rows they need. */
  private stack(galleys: readonly (readonly [TextRole, Galley])[], block: number): Slug {
    const { leading } = this.template.grid;
    const { rule } = this.template.quotation;
    const lines: SlugLine[] = [];
    let y = 0;
    for (const [role, { lines: set, style }] of galleys) {
      if (lines.length > 0) y += ATTRIBUTION_GAP * leading;
      for (const line of set) {
        if (lines.length > 0) y += style.leading;
        lines.push({ line, ink: style.ink, role, x: 0, y, onGrid: false });
      }
    }
    const first = galleys[0]?.[1].style;
    const capital = (first ? this.setter.fonts.face(first.face).capHeight : 0) * (first?.size ?? 0);
    const padding = rule ? leading * 0.55 : 0;
    const height = capital + y + 2 * padding;
    const rows = Math.ceil(height / leading - 0.05) + 1;
    // The visible block, from rule to rule, hangs in the middle between the baseline above and the x-height below.
    const xHeight = this.bodyXHeight();
    const top = -leading + ((rows + 1) * leading - xHeight - height) / 2;
    const shift = top + padding + capital;
    const marks: SlugMark[] = rule
      ? [top, top + height].map((at) => ({
          kind: "rule",
          role: "quotation",
          rect: { x: 0, y: at - rule.weight / 2, width: this.width, height: rule.weight },
          ink: rule.ink,
        }))
      : [];
    return {
      role: "quotation",
      block,
      rows,
      spaceAbove: 0,
      lines: lines.map((line) => ({ ...line, y: line.y + shift })),
      marks,
      breakBefore: this.keepNext ? BREAK_COST.keep : BREAK_COST.free,
      divided: false,
    };
  }

  private bodyXHeight(): Pt {
    const { body } = this.template.styles;
    return this.setter.fonts.face(body.face).xHeight * body.size;
  }

  /** Tinted, its text inset and on the grid; a row of space around the tint. */
  private box({ title, blocks }: Box, block: number): void {
    const { inset } = this.template.box;
    const { boxTitle, boxBody } = this.template.styles;
    const width = this.width - 2 * inset;
    const first = this.slugs.length;
    if (title !== undefined) {
      const galley = this.set(title, boxTitle, { width, firstInset: 0, inset: 0 });
      this.addLines(galley, { role: "boxTitle", block, x: inset, keepTogether: true });
    }
    blocks.forEach((part, index) => {
      if (part.kind === "list") {
        this.items(part.items, part.ordered, {
          role: "boxBody",
          block,
          style: boxBody,
          width,
          x: inset,
          spaceAbove: 0,
        });
        return;
      }
      const firstInset = index > 0 ? boxBody.indent : 0;
      this.addLines(this.set(part.text, boxBody, { width, firstInset, inset: 0 }), {
        role: "boxBody",
        block,
        x: inset,
      });
    });
    this.tint(first);
  }

  /** Gives the slugs of a box their ground, and a row of paper above and below. */
  private tint(first: number): void {
    const { leading } = this.template.grid;
    const { tint, rule } = this.template.box;
    const last = this.slugs.length - 1;
    const drop = leading * 0.3;
    for (let index = first; index <= last; index++) {
      const slug = this.slugs[index];
      if (slug === undefined) continue;
      const above = index === first ? leading * 0.5 : 0;
      const below = index === last ? leading * 0.2 : 0;
      const rows = slug.rows - slug.spaceAbove;
      const rect = { x: 0, y: -leading + drop - above, width: this.width, height: rows * leading + above + below };
      const marks: SlugMark[] = tint ? [{ kind: "tint", role: "box", rect, ink: tint }] : [];
      if (rule && index === first)
        marks.push({ kind: "rule", role: "box", rect: { ...rect, height: rule.weight }, ink: rule.ink });
      this.slugs[index] = {
        ...slug,
        rows: slug.rows + (index === first ? 1 : 0) + (index === last ? 1 : 0),
        spaceAbove: slug.spaceAbove + (index === first ? 1 : 0),
        marks: [...slug.marks, ...marks],
        breakBefore: index === first ? slug.breakBefore : BREAK_COST.keep,
      };
    }
  }

  private setEvenly(copy: Copy, style: TextStyle): Galley {
    const { value, diagnostics } = setEvenly(copy, style, this.width, this.setter);
    this.diagnostics.push(...diagnostics);
    return value;
  }

  private set(copy: Copy, style: TextStyle, measure: GalleyMeasure): Galley {
    const { value, diagnostics } = setGalley(copy, style, measure, this.setter);
    this.diagnostics.push(...diagnostics);
    return value;
  }

  /** A row for each line, with what it costs to part them. */
  private addLines(galley: Galley, at: LinesAt): void {
    const { lines, style } = galley;
    lines.forEach((line, index) => {
      const spaceAbove = index === 0 ? (at.spaceAbove ?? 0) : 0;
      const labelled = index === 0 && at.label ? { ...line, runs: [...at.label.runs, ...line.runs] } : line;
      this.slugs.push({
        role: at.role,
        block: at.block,
        rows: 1 + spaceAbove,
        spaceAbove,
        lines: [{ line: labelled, ink: style.ink, role: at.role, x: at.x ?? 0, y: 0, onGrid: true }],
        marks: [],
        breakBefore: this.costBefore(index, lines.length, at.keepTogether ?? false),
        divided: line.endsWith === "hyphen" || line.endsWith === "explicit",
      });
    });
    this.keepNext = false;
  }

  private costBefore(index: number, count: number, keepTogether: boolean): number {
    if (index === 0) return this.keepNext ? BREAK_COST.keep : BREAK_COST.free;
    if (keepTogether) return BREAK_COST.keep;
    const widow = index === count - 1 ? BREAK_COST.widow : 0;
    const orphan = index === 1 ? BREAK_COST.orphan : 0;
    return Math.max(widow, orphan);
  }
}

interface LinesAt {
  readonly role: TextRole;
  readonly block: number;
  readonly x?: Pt;
  readonly spaceAbove?: number;
  readonly keepTogether?: boolean;
  readonly label?: Line | undefined;
}

interface ItemsAt extends LinesAt {
  readonly style: TextStyle;
  readonly width: Pt;
  readonly x: Pt;
  readonly spaceAbove: number;
}

/** The dateline runs into the first paragraph: „Wien. – Text“; the place is set strong. */
function runIn(dateline: Copy, paragraph: Copy): Copy {
  const joint = /[.:–]$/.test(dateline.text) ? "\u00A0– " : ".\u00A0– ";
  const shift = dateline.text.length + joint.length;
  const end = dateline.origins[dateline.text.length] ?? 0;
  return {
    source: paragraph.source,
    text: dateline.text + joint + paragraph.text,
    origins: [...dateline.origins.slice(0, -1), ...Array.from(joint, () => end), ...paragraph.origins],
    marks: [
      { kind: "strong", start: 0, end: dateline.text.length },
      ...paragraph.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })),
    ],
  };
}

/** A sign that the template puts before an item; it points to the item it stands for. */
function plain(item: Copy, text: string): Copy {
  const { source, origins } = sliceCopy(item, 0, 0);
  return { source, text, origins: Array.from({ length: text.length + 1 }, () => origins[0] ?? 0), marks: [] };
}

import type { Block, Box, List, Quotation, Table } from "../article/index.ts";
import { sliceCopy, type Copy, type Diagnostic, type Outcome, type Pt } from "../base/index.ts";
import {
  lineWith,
  Paragraph,
  setBySense,
  setEvenly,
  setGalley,
  styleWith,
  type Galley,
  type GalleyMeasure,
  type Line,
  type Typesetter,
} from "../galley/index.ts";
import type { Template, TextStyle } from "../template/index.ts";
import { castInitial, type Initial } from "./cast-initial.ts";
import { castTable } from "./cast-table.ts";
import type { TextRole } from "./page.ts";
import { BREAK_COST, type Slug, type SlugLine, type SlugMark } from "./slug.ts";

/** What stands right above a block in the text: it decides on indents, space and what may be parted. */
export type Above = "nothing" | "lead" | Block["kind"];

/** Paper between a quotation and who said it, in rows. */
const ATTRIBUTION_GAP = 0.3;

/** A table of more rows than these may be parted. */
const LONG_TABLE = 10;

/** The index of what is not a block of the body. */
export const NO_BLOCK = -1;

/** A set paragraph, and how its slugs are made of this or another setting of the same copy. */
export interface CastParagraph {
  readonly galley: Galley;
  readonly slugs: (galley: Galley) => readonly Slug[];
}

/** Casts single blocks into slugs at the template's column width. */
export class BlockCaster {
  readonly diagnostics: Diagnostic[] = [];
  readonly template: Template;
  readonly setter: Typesetter;

  constructor(template: Template, setter: Typesetter) {
    this.template = template;
    this.setter = setter;
  }

  private get width(): Pt {
    return this.template.grid.columnWidth;
  }

  /** A paragraph; indented only when running text stands right above it. The first one may begin with a large initial. */
  paragraph(copy: Copy, block: number, above: Above, opens = false): CastParagraph {
    const style = this.template.styles.body;
    const initial = opens ? castInitial(copy, this.template, this.setter) : undefined;
    if (initial !== undefined) return this.opening(initial, block, above);
    const galley = this.set(copy, style, { width: this.width, firstInset: isText(above) ? style.indent : 0, inset: 0 });
    return { galley, slugs: (set) => this.body(set, block, above) };
  }

  private opening({ galley, letter, rows }: Initial, block: number, above: Above): CastParagraph {
    const slugs = (set: Galley): Slug[] =>
      this.body(set, block, above).map((slug, index) => ({
        ...slug,
        lines: index === 0 ? [letter, ...slug.lines] : slug.lines,
        breakBefore: index > 0 && index <= rows ? BREAK_COST.keep : slug.breakBefore,
      }));
    return { galley: this.noted(galley), slugs };
  }

  private body(galley: Galley, block: number, above: Above): Slug[] {
    return this.lines(galley, { role: "body", block, above, spaceAbove: above === "lead" ? 1 : 0 });
  }

  lead(copy: Copy): Slug[] {
    const galley = this.set(copy, this.template.styles.lead, { width: this.width, firstInset: 0, inset: 0 });
    return this.lines(galley, { role: "lead", block: NO_BLOCK, above: "nothing" });
  }

  /** Every block but a paragraph: it can be had in one way only. */
  block(block: Exclude<Block, { kind: "paragraph" }>, index: number, above: Above): Slug[] {
    switch (block.kind) {
      case "crosshead":
        return this.crosshead(block.text, index, above);
      case "quotation":
        return [this.quotation(block, index, above)];
      case "list":
        return this.list(block, index, above);
      case "box":
        return this.box(block, index, above);
      case "table":
        return this.spaced(this.table(block, { block: index, above, x: 0, width: this.width, topRule: true }));
    }
  }

  /** Title, header and rows; a short table is not parted, a long one between rows, its header with two of them. */
  private table(table: Table, { block, above, x, width, topRule }: TableAt): Slug[] {
    const { table: style, boxTitle } = this.template.styles;
    const { leading } = this.template.grid;
    const order = { width, x, leading, style, topRule: topRule || table.title !== undefined, setter: this.setter };
    const { value: rows, diagnostics } = castTable(table, order);
    this.diagnostics.push(...diagnostics);
    const title = table.title && this.set(table.title, boxTitle, { width, firstInset: 0, inset: 0 });
    const head = title ? this.lines(title, { role: "boxTitle", block, above, x, keepTogether: true }) : [];
    const together = rows.length <= LONG_TABLE;
    const body = rows.map(({ rows: taken, lines, marks }, index): Slug => {
      const first = index === 0 && head.length === 0;
      const free = !together && index > 2 && index < rows.length - 1;
      const breakBefore = first
        ? costBefore(0, rows.length, { role: "table", block, above })
        : free
          ? BREAK_COST.free
          : BREAK_COST.keep;
      return { role: "table", block, rows: taken, spaceAbove: 0, lines, marks, breakBefore, divided: false };
    });
    return [...head, ...body];
  }

  /** A row of paper above the first slug, and one below the last. */
  private spaced(slugs: readonly Slug[]): Slug[] {
    return withRowBelow(slugs).map((slug, index) => ({
      ...slug,
      rows: slug.rows + (index === 0 ? 1 : 0),
      spaceAbove: slug.spaceAbove + (index === 0 ? 1 : 0),
    }));
  }

  /** One row of space, then its lines on the grid; never parted from the text it heads. */
  private crosshead(copy: Copy, block: number, above: Above): Slug[] {
    const galley = this.noted(setBySense(copy, this.template.styles.crosshead, this.width, this.setter));
    return this.lines(galley, { role: "crosshead", block, above, spaceAbove: 1, keepTogether: true });
  }

  private list({ items, ordered }: List, block: number, above: Above): Slug[] {
    const { list } = this.template.styles;
    return this.items(items, ordered, { role: "list", block, above, style: list, width: this.width, x: 0 });
  }

  private items(items: readonly Copy[], ordered: boolean, at: ItemsAt): Slug[] {
    const hang = this.template.list.indent;
    return items.flatMap((item, index) => {
      const sign = ordered ? `${index + 1}.` : this.template.list.bullet;
      const galley = this.set(item, at.style, { width: at.width, firstInset: hang, inset: hang });
      const style = styleWith(at.style, { align: "left" });
      const label = this.set(plain(item, sign), style, { width: hang, firstInset: 0, inset: 0 });
      return this.lines(galley, { ...at, above: index === 0 ? at.above : "list", label: label.lines[0] });
    });
  }

  /** Set off by rules in its own leading; the whole takes whole rows and is not parted. */
  quotation({ text, attribution }: Quotation, block: number, above: Above): Slug {
    const { quotation, attribution: below } = this.template.styles;
    const measure = { width: this.width, firstInset: 0, inset: 0 };
    const galleys: [TextRole, Galley][] = [["quotation", this.setEvenly(text, quotation)]];
    if (attribution !== undefined) galleys.push(["attribution", this.set(attribution, below, measure)]);
    return this.stack(galleys, block, above);
  }

  /** Lines of several styles one below the other, centred in the whole rows they need. */
  private stack(galleys: readonly (readonly [TextRole, Galley])[], block: number, above: Above): Slug {
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
      breakBefore: above === "crosshead" ? BREAK_COST.keep : BREAK_COST.free,
      divided: false,
    };
  }

  private bodyXHeight(): Pt {
    const { body } = this.template.styles;
    return this.setter.fonts.face(body.face).xHeight * body.size;
  }

  /** Tinted, its text inset and on the grid; a row of space around the tint, and between a table and the text beside it. */
  private box({ title, blocks }: Box, block: number, above: Above): Slug[] {
    const { inset } = this.template.box;
    const { boxTitle } = this.template.styles;
    const width = this.width - 2 * inset;
    const at = { role: "boxTitle", block, above, x: inset, keepTogether: true } as const;
    const head = title ? this.lines(this.set(title, boxTitle, { width, firstInset: 0, inset: 0 }), at) : [];
    const parts = blocks.map((part, index) => {
      const next = blocks[index + 1];
      const opens = index === 0 && title === undefined;
      const belowText = index > 0 && blocks[index - 1]?.kind !== "table";
      const here: Above = opens ? above : "paragraph";
      const slugs = this.boxPart(part, { block, above: here, x: inset, width, opens, belowText });
      return next && (part.kind === "table" || next.kind === "table") ? withRowBelow(slugs) : slugs;
    });
    return this.tint([...head, ...parts.flat()]);
  }

  private boxPart(part: Box["blocks"][number], { opens, belowText, ...place }: BoxPartAt): Slug[] {
    const { boxBody } = this.template.styles;
    const { tint, rule } = this.template.box;
    const at = { ...place, role: "boxBody" } as const;
    switch (part.kind) {
      case "list":
        return this.items(part.items, part.ordered, { ...at, style: boxBody });
      case "table":
        // At the head of a box its own edge stands above the table.
        return this.table(part, { ...place, topRule: !opens || (tint ?? rule) === undefined });
      case "paragraph": {
        const measure = { width: place.width, firstInset: belowText ? boxBody.indent : 0, inset: 0 };
        return this.lines(this.set(part.text, boxBody, measure), at);
      }
    }
  }

  /** Gives the slugs of a box their ground, and a row above and below that is partly ground, partly paper: at a column's head, too. */
  private tint(slugs: readonly Slug[]): Slug[] {
    const { leading } = this.template.grid;
    const { tint, rule } = this.template.box;
    const last = slugs.length - 1;
    const drop = leading * 0.3;
    return slugs.map((slug, index) => {
      const above = index === 0 ? leading * 0.5 : 0;
      const below = index === last ? leading * 0.2 : 0;
      const rect = { x: 0, y: -leading + drop - above, width: this.width, height: slug.rows * leading + above + below };
      const marks: SlugMark[] = tint ? [{ kind: "tint", role: "box", rect, ink: tint }] : [];
      if (rule && index === 0)
        marks.push({ kind: "rule", role: "box", rect: { ...rect, height: rule.weight }, ink: rule.ink });
      const whole = {
        ...slug,
        rows: slug.rows + (index === last ? 1 : 0),
        marks: [...slug.marks, ...marks],
        breakBefore: index === 0 ? slug.breakBefore : BREAK_COST.keep,
      };
      return index === 0 ? belowRow(whole, leading) : whole;
    });
  }

  /** The closing line that names sources, below a short rule. */
  sources(copy: Copy): Slug[] {
    const galley = this.setEvenly(copy, this.template.styles.sources);
    const { leading } = this.template.grid;
    const slugs = this.lines(galley, {
      role: "sources",
      block: NO_BLOCK,
      above: "nothing",
      spaceAbove: 1,
      keepTogether: true,
    });
    const rect = { x: 0, y: -1.25 * leading, width: this.width / 4, height: 0.3 };
    const mark: SlugMark = { kind: "rule", role: "quotation", rect, ink: this.template.styles.sources.ink };
    return slugs.map((slug, index) => ({
      ...slug,
      marks: index === 0 ? [mark] : [],
      breakBefore: BREAK_COST.keep,
    }));
  }

  private setEvenly(copy: Copy, style: TextStyle): Galley {
    return this.noted(setEvenly(new Paragraph(copy, style, this.setter), this.width));
  }

  private set(copy: Copy, style: TextStyle, measure: GalleyMeasure): Galley {
    return this.noted(setGalley(copy, style, measure, this.setter));
  }

  private noted({ value, diagnostics }: Outcome<Galley>): Galley {
    this.diagnostics.push(...diagnostics);
    return value;
  }

  /** A row for each line, with what it costs to part them. */
  private lines({ lines, style }: Galley, at: LinesAt): Slug[] {
    return lines.map((line, index) => {
      const spaceAbove = index === 0 ? (at.spaceAbove ?? 0) : 0;
      const labelled = index === 0 && at.label ? lineWith(line, { runs: [...at.label.runs, ...line.runs] }) : line;
      return {
        role: at.role,
        block: at.block,
        rows: 1 + spaceAbove,
        spaceAbove,
        lines: [{ line: labelled, ink: style.ink, role: at.role, x: at.x ?? 0, y: 0, onGrid: true }],
        marks: [],
        breakBefore: costBefore(index, lines.length, at),
        divided: line.endsWith === "hyphen" || line.endsWith === "explicit",
      };
    });
  }
}

/** A slug with an empty row above, which does not fall away at a column's head. */
function belowRow(slug: Slug, leading: Pt): Slug {
  const lines = slug.lines.map((line) => ({ ...line, y: line.y + leading }));
  const marks = slug.marks.map((mark) => ({ ...mark, rect: { ...mark.rect, y: mark.rect.y + leading } }));
  return { ...slug, rows: slug.rows + 1, lines, marks };
}

/** Slugs with a row of paper below the last. */
function withRowBelow(slugs: readonly Slug[]): Slug[] {
  return slugs.map((slug, index) => (index === slugs.length - 1 ? { ...slug, rows: slug.rows + 1 } : slug));
}

function isText(above: Above): boolean {
  return above === "paragraph" || above === "list";
}

function costBefore(index: number, count: number, { above, keepTogether }: LinesAt): number {
  if (index === 0) return above === "crosshead" ? BREAK_COST.keep : BREAK_COST.free;
  if (keepTogether === true) return BREAK_COST.keep;
  const widow = index === count - 1 ? BREAK_COST.widow : 0;
  const orphan = index === 1 ? BREAK_COST.orphan : 0;
  return Math.max(widow, orphan);
}

interface LinesAt {
  readonly role: TextRole;
  readonly block: number;
  readonly above: Above;
  readonly x?: Pt;
  readonly spaceAbove?: number;
  readonly keepTogether?: boolean;
  readonly label?: Line | undefined;
}

interface TableAt {
  readonly block: number;
  readonly above: Above;
  readonly x: Pt;
  readonly width: Pt;
  /** Whether a rule stands above a table without a title. */
  readonly topRule: boolean;
}

/** Where a part of a box stands: whether it is the first thing in it, and whether running text stands above. */
interface BoxPartAt extends Omit<TableAt, "topRule"> {
  readonly opens: boolean;
  readonly belowText: boolean;
}

interface ItemsAt extends LinesAt {
  readonly style: TextStyle;
  readonly width: Pt;
  readonly x: Pt;
}

/** A sign that the template puts before an item; it points to the item it stands for. */
function plain(item: Copy, text: string): Copy {
  const { source, origins } = sliceCopy(item, 0, 0);
  return { source, text, origins: Array.from({ length: text.length + 1 }, () => origins[0] ?? 0), marks: [] };
}

import type { Table } from "../article/index.ts";
import type { Copy, Diagnostic, Outcome, Pt } from "../base/index.ts";
import { lineWith, setGalley, styleWith, type Galley, type Typesetter } from "../galley/index.ts";
import type { Ink, TextStyle } from "../template/index.ts";
import type { SlugLine, SlugMark } from "./slug.ts";

/** How a table is set: its measure and where that begins in its column, the grid's leading, the style. Lengths in points. */
export interface TableOrder {
  readonly width: Pt;
  readonly x: Pt;
  readonly leading: Pt;
  readonly style: TextStyle;
  readonly setter: Typesetter;
}

/** A row of a table as it is set: rows of the grid, lines and rules as in a slug. */
export interface TableRow {
  readonly rows: number;
  readonly lines: readonly SlugLine[];
  readonly marks: readonly SlugMark[];
}

type Cells = readonly Copy[];

/** Paper between two columns, in em. */
const GAP = 0.9;
/** The narrowest that a column of text gets, in em; then its words are broken. */
const LEAST = 4;
const HAIR: Pt = 0.3;
/** A column that is just as wide as its text must not break it. */
const ROUNDING: Pt = 0.01;

/**
 * Sets a table: columns of figures flush at their decimal comma and as wide as they are, columns of text at the left and broken
 * where they are too long; hair rules above and below the header and at the foot. The first row is the header, if there is one.
 */
export function castTable({ header, rows }: Table, order: TableOrder): Outcome<readonly TableRow[]> {
  const diagnostics: Diagnostic[] = [];
  const columns = columnsOf(header, rows, order);
  const all = header ? [header, ...rows] : rows;
  const value = all.map((cells, index): TableRow => {
    const isHead = header !== undefined && index === 0;
    const lines = cells.flatMap((cell, at) => {
      const column = columns[at];
      if (column === undefined || cell.text === "") return [];
      const { value: galley, diagnostics: found } = setCell(cell, column, isHead, order);
      diagnostics.push(...found);
      return cellLines(galley, cell, column, isHead, order);
    });
    const rowsTaken = Math.max(1, ...lines.map(({ y }) => Math.round(y / order.leading) + 1));
    const marks = [
      ...(index === 0 ? [rule(-0.8 * order.leading, order)] : []),
      ...(isHead || index === all.length - 1 ? [rule((rowsTaken - 1 + 0.28) * order.leading, order)] : []),
    ];
    return { rows: rowsTaken, lines, marks };
  });
  return { value, diagnostics };
}

interface Column {
  readonly x: Pt;
  readonly width: Pt;
  readonly figures: boolean;
  /** Width of the longest fraction, behind the comma that figures are flush at. */
  readonly fraction: Pt;
}

const FIGURES = /^[–−+-]?[\d.,\u00A0\u202F:]*\d(?:[\u00A0\u202F]?(?:%|€|‰))?$/;

function columnsOf(header: Cells | undefined, rows: readonly Cells[], order: TableOrder): Column[] {
  const { style, width, x } = order;
  const count = Math.max(header?.length ?? 0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, at) => {
    const cells = rows.map((row) => row[at]).filter((cell) => cell !== undefined && cell.text !== "");
    const figures = cells.length > 0 && cells.every((cell) => FIGURES.test(cell?.text ?? ""));
    const fraction = figures ? Math.max(...cells.map((cell) => (cell ? fractionWidth(cell, order) : 0))) : 0;
    const whole = cells.map((cell) => (cell ? widthOf(cell, order) - (figures ? fractionWidth(cell, order) : 0) : 0));
    const head = header?.[at] ? widthOf(header[at], order, true) : 0;
    return { figures, fraction, width: Math.max(head, fraction + Math.max(0, ...whole)) + ROUNDING };
  });
  const gap = GAP * style.size;
  const given = shared(natural, width - gap * (count - 1), LEAST * style.size);
  let from = x;
  return natural.map(({ figures, fraction }, at) => {
    const column = { x: from, width: given[at] ?? 0, figures, fraction };
    from += column.width + gap;
    return column;
  });
}

/** Widths that fill the room: what is left over goes to the first column of text, what lacks is taken from the widest ones. */
function shared(natural: readonly { readonly figures: boolean; readonly width: Pt }[], room: Pt, least: Pt): Pt[] {
  const widths = natural.map(({ width }) => width);
  const texts = natural.flatMap(({ figures }, at) => (figures ? [] : [at]));
  const [first = 0] = texts;
  const total = (): Pt => widths.reduce((sum, width) => sum + width, 0);
  if (total() <= room) {
    widths[first] = (widths[first] ?? 0) + room - total();
    return widths;
  }
  for (const at of texts.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))) {
    widths[at] = Math.max(least, (widths[at] ?? 0) - Math.max(0, total() - room));
  }
  return widths;
}

function widthOf(copy: Copy, order: TableOrder, isHead = false): Pt {
  return setCell(copy, { x: 0, width: 10_000, figures: false, fraction: 0 }, isHead, order).value.lines[0]?.width ?? 0;
}

function fractionWidth(copy: Copy, order: TableOrder): Pt {
  const comma = copy.text.lastIndexOf(",");
  if (comma < 0) return widthOf(tail(copy, suffixStart(copy.text)), order);
  return widthOf(tail(copy, comma), order);
}

/** Where a percent sign or currency begins behind a figure without a comma. */
function suffixStart(text: string): number {
  return /[\u00A0\u202F]?(?:%|€|‰)?$/.exec(text)?.index ?? text.length;
}

function tail(copy: Copy, start: number): Copy {
  return { ...copy, text: copy.text.slice(start), origins: copy.origins.slice(start), marks: [] };
}

function setCell(copy: Copy, { width }: Column, isHead: boolean, { style, setter }: TableOrder): Outcome<Galley> {
  const own = styleWith(style, { align: "left", hanging: 0, ...(isHead && { face: style.strong }) });
  return setGalley(copy, own, { width, firstInset: 0, inset: 0 }, setter);
}

function cellLines(
  { lines, style }: Galley,
  cell: Copy,
  column: Column,
  isHead: boolean,
  order: TableOrder,
): SlugLine[] {
  return lines.map((line, index) => {
    const behind = isHead ? 0 : column.fraction - fractionWidth(cell, order);
    const x = column.figures ? column.x + column.width - behind - line.width : column.x;
    const placed = lineWith(line, { measure: column.x + column.width - x });
    return { line: placed, ink: style.ink, role: "table", x, y: index * order.leading, onGrid: true };
  });
}

function rule(y: Pt, { x, width, style }: TableOrder): SlugMark {
  const ink: Ink = style.ink;
  return { kind: "rule", role: "table", rect: { x, y, width, height: HAIR }, ink };
}

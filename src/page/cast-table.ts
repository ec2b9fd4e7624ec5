import type { Table } from "../article/index.ts";
import { placeOf, report, sliceCopy, toMm, type Copy, type Diagnostic, type Outcome, type Pt } from "../base/index.ts";
import { lineWith, setGalley, styleWith, type Galley, type Typesetter } from "../galley/index.ts";
import type { Ink, TextStyle } from "../template/index.ts";
import { WIDE_TABLE } from "./findings.ts";
import type { SlugLine, SlugMark } from "./slug.ts";

/** How a table is set: its measure and where that begins in its column, the grid's leading, the style, and whether a rule stands above it. Lengths in points. */
export interface TableOrder {
  readonly width: Pt;
  readonly x: Pt;
  readonly leading: Pt;
  readonly style: TextStyle;
  readonly topRule: boolean;
  readonly setter: Typesetter;
}

/** A row of a table as it is set: rows of the grid, lines and rules as in a slug. */
export interface TableRow {
  readonly rows: number;
  readonly lines: readonly SlugLine[];
  readonly marks: readonly SlugMark[];
}

/** Paper between two columns, in em; and where they are too wide for the room. */
const GAP = 0.9;
const NARROW_GAP = 0.6;
/** The narrowest that a column of text gets, in em; and up to which width its longest word keeps it wider, to stand whole. */
const LEAST = 4;
const WHOLE_WORD = 7;
/** How much of its width a header of figures keeps: two lines of most words. Less of it only where nothing else helps. */
const LEAST_HEAD = 0.62;
/** How tightly a table is set: its size as a part of the style's, its gaps in em, and how much of their width headers of figures keep. */
interface Tightness {
  readonly part: number;
  readonly gap: number;
  readonly head: number;
}

const TIGHTEST: Tightness = { part: 0.82, gap: NARROW_GAP, head: 0 };
/** What is tried in turn: first as the style has it, then ever tighter. */
const WAYS: readonly Tightness[] = [
  ...[1, 0.94, 0.88, 0.82].flatMap((part) => [GAP, NARROW_GAP].map((gap) => ({ part, gap, head: LEAST_HEAD }))),
  TIGHTEST,
];
/** So many of them are tried to keep all cells whole: names on one line are worth a little of the size, not more. */
const FOR_WHOLE_CELLS = 6;
const HAIR: Pt = 0.3;
/** A column that is just as wide as its text must not break it. */
const ROUNDING: Pt = 0.01;

/**
 * Sets a table: columns of figures flush at their decimal comma and as wide as they are, columns of text at the left and broken
 * where they are too long; hair rules above and below the header and at the foot. The first row is the header, if there is one.
 * Where it is too wide, columns move together and the type becomes a little smaller, so that no cell need break; then cells break, and the
 * type becomes smaller still; what that does not help is said.
 */
export function castTable(table: Table, given: TableOrder): Outcome<readonly TableRow[]> {
  const { header, rows } = table;
  const { columns, part, beyond } = fitted(table, given);
  const order = inPart(part, given);
  const diagnostics: Diagnostic[] = beyond > ROUNDING ? [tooWide(table, beyond)] : [];
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
      ...(index === 0 && order.topRule ? [rule(-0.8 * order.leading, order)] : []),
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

/** A table's columns, the size that they are for as a part of the style's, whether every cell stands on one line, how many columns break words, and how far they reach beyond the room. */
interface Fitted {
  readonly columns: readonly Column[];
  readonly part: number;
  readonly whole: boolean;
  readonly broken: number;
  readonly beyond: Pt;
}

/** The loosest way that breaks no cell, else of those that fit the one that breaks words in the fewest columns, else the tightest. */
function fitted(table: Table, given: TableOrder): Fitted {
  const measured = measure(table, given);
  const ways = WAYS.map((way) => inTightness(way, measured, given));
  return (
    ways.slice(0, FOR_WHOLE_CELLS).find(({ whole }) => whole) ??
    ways.filter(({ beyond }) => beyond <= ROUNDING).sort((a, b) => a.broken - b.broken)[0] ??
    inTightness(TIGHTEST, measured, given)
  );
}

function inTightness(way: Tightness, measured: readonly Measured[], given: TableOrder): Fitted {
  const size = way.part * given.style.size;
  const gap = way.gap * size;
  const room = given.width - gap * (measured.length - 1);
  const natural = measured.map((column) => naturalIn(way, column, size));
  const widths = shared(natural, room);
  let from = given.x;
  const columns = measured.map(({ figures, fraction }, at) => {
    const column = { x: from, width: widths[at] ?? 0, figures, fraction: way.part * fraction };
    from += column.width + gap;
    return column;
  });
  const broken = natural.filter(({ unbroken }, at) => (widths[at] ?? 0) < unbroken - ROUNDING).length;
  const beyond = columns.length === 0 ? 0 : from - gap - (given.x + given.width);
  return { columns, part: way.part, whole: widthsOf(natural) <= room, broken, beyond };
}

/** In a smaller size all widths are smaller by the same part, those of its letterfit with them: so cells are measured in one size only. */
function inPart(part: number, order: TableOrder): TableOrder {
  const { size, tracking } = order.style;
  return part === 1
    ? order
    : { ...order, style: styleWith(order.style, { size: part * size, tracking: part * tracking }) };
}

function tooWide({ header, rows }: Table, beyond: Pt): Diagnostic {
  const [first] = header ?? rows[0] ?? [];
  const message = `the table is ${toMm(beyond).toFixed(1)} mm wider than its column, and prints over what stands beside it`;
  return report(WIDE_TABLE, message, first && placeOf(first));
}

/** A column of figures may have a dash where there is nothing to count. */
const NOTHING = /^[–—−-]$/;
const FIGURES = /^[–−+-]?[\d.,\u00A0\u202F:]*\d(?:[\u00A0\u202F]?(?:%|€|‰))?$/;

/** How wide a column's cells are in the style's own size: its header, its longest cell, the longest word of a text, the longest fraction of figures. */
interface Measured {
  readonly figures: boolean;
  readonly head: Pt;
  readonly cells: Pt;
  readonly word: Pt;
  readonly fraction: Pt;
}

function measure({ header, rows }: Table, order: TableOrder): Measured[] {
  const count = Math.max(header?.length ?? 0, ...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, at) => {
    const cells = rows.flatMap((row) => row[at] ?? []).filter(({ text }) => text !== "");
    const figures =
      cells.some(({ text }) => FIGURES.test(text)) &&
      cells.every(({ text }) => FIGURES.test(text) || NOTHING.test(text));
    const fractions = cells.map((cell) => (figures ? fractionWidth(cell, order) : 0));
    const wholes = cells.map((cell, index) => widthOf(cell, order) - (fractions[index] ?? 0));
    const fraction = Math.max(0, ...fractions);
    const head = header?.[at] ? widthOf(header[at], order, true) : 0;
    const longest = figures ? undefined : longestWord(cells);
    const word = longest ? widthOf(longest, order) : 0;
    return { figures, head, cells: fraction + Math.max(0, ...wholes), word, fraction };
  });
}

/** What a column would like, and the least that it takes. */
interface Natural {
  readonly figures: boolean;
  readonly width: Pt;
  /** What it needs for no word of it to be broken, or of figures its header. */
  readonly unbroken: Pt;
  readonly least: Pt;
}

function naturalIn({ part, head }: Tightness, column: Measured, size: Pt): Natural {
  const own = part * column.cells + ROUNDING;
  const whole = part * column.head + ROUNDING;
  const width = Math.max(whole, own);
  if (column.figures) return { figures: true, width, unbroken: width, least: Math.max(own, head * whole) };
  const word = Math.max(LEAST * size, Math.min(part * column.word + ROUNDING, WHOLE_WORD * size));
  return { figures: false, width, unbroken: Math.min(width, word), least: head > 0 ? word : LEAST * size };
}

function widthsOf(natural: readonly Natural[]): Pt {
  return natural.reduce((sum, { width }) => sum + width, 0);
}

/**
 * Widths that fill the room: what is left over goes to the first column of text; what lacks is taken from columns of text, the widest
 * first, then from those that have wider headers than figures, the widest first, and may not be enough.
 */
function shared(natural: readonly Natural[], room: Pt): Pt[] {
  const widths = natural.map(({ width }) => width);
  let lacking = widthsOf(natural) - room;
  if (lacking <= 0) {
    const first = Math.max(
      0,
      natural.findIndex(({ figures }) => !figures),
    );
    widths[first] = (widths[first] ?? 0) - lacking;
    return widths;
  }
  const order = [...natural.entries()].sort(
    ([, a], [, b]) => Number(a.figures) - Number(b.figures) || b.width - a.width,
  );
  for (const [at, { width, least }] of order) {
    const taken = Math.min(Math.max(0, width - least), Math.max(0, lacking));
    widths[at] = width - taken;
    lacking -= taken;
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

/** The word of the most letters: near enough to the widest, and measured alone. */
function longestWord(cells: readonly Copy[]): Copy | undefined {
  let longest: Copy | undefined;
  for (const cell of cells)
    for (const { 0: word, index } of cell.text.matchAll(/[^\s-]+-?/g))
      if (word.length > (longest?.text.length ?? 0)) longest = sliceCopy(cell, index, index + word.length);
  return longest;
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

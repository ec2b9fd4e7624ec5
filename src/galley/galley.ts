import { placeOf, report, type Copy, type Diagnostic, type Outcome, type Pt } from "../base/index.ts";
import type { Language } from "../language/index.ts";
import type { TextStyle } from "../template/index.ts";
import { LOOSE_LINE, OVERFULL_LINE } from "./findings.ts";
import type { FontBook } from "./font/font-book.ts";
import { itemise, type Itemised } from "./itemise.ts";
import { setLine, type LineOrder } from "./justify.ts";
import type { Line, LineEnd } from "./line.ts";
import { breakLines, type BreakCosts, type LineBreak } from "./linebreak.ts";
import { styleCopy, type StyledCopy } from "./shape.ts";

/** What setting needs beside copy and style. */
export interface Typesetter {
  readonly fonts: FontBook;
  readonly language: Language;
}

/** The measure of a paragraph's lines: their common width and how far the first and the others are set in, in points. */
export interface GalleyMeasure {
  readonly width: Pt;
  readonly firstInset: Pt;
  readonly inset: Pt;
}

/** Set lines of one paragraph, not yet placed on a page (Fahne). */
export interface Galley {
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  /** The breaker's total, for comparing settings of the same copy. */
  readonly demerits: number;
}

/** Word spaces of this many times the normal one are worth a finding. */
const LOOSE = 2.5;

/** Sets a paragraph to a measure: style the copy, make items of it, break them, set each line. */
export function setGalley(copy: Copy, style: TextStyle, measure: GalleyMeasure, setter: Typesetter): Outcome<Galley> {
  const styled = styleCopy(copy, style, setter.fonts);
  const itemised = itemise(styled, setter.language, measure.width - Math.max(measure.firstInset, measure.inset));
  const breaks = breakLines(itemised.items, lineWidths(measure), costsOf(style));
  const lines = ordersOf(itemised, breaks.lines, styled, measure).map((order) => setLine(styled, order));
  const diagnostics = [...styled.diagnostics, ...itemised.diagnostics, ...faults(lines, breaks.lines)];
  return { value: { lines, style, demerits: breaks.demerits }, diagnostics };
}

function lineWidths({ width, firstInset, inset }: GalleyMeasure) {
  return { width: (line: number) => width - (line === 0 ? firstInset : inset), sameFrom: 1 };
}

function costsOf({ breaking }: TextStyle): BreakCosts {
  return {
    line: breaking.line,
    consecutiveFlagged: breaking.consecutiveHyphens,
    maxConsecutiveFlagged: breaking.maxConsecutiveHyphens,
    lastFlagged: breaking.lastHyphen,
    fitness: breaking.fitness,
    shortLastLine: breaking.shortLastLine,
    leastLastLine: breaking.lastLine,
  };
}

/** From breaks between items to stretches of copy: a line begins at the first box behind the break before it. */
function ordersOf(
  itemised: Itemised,
  breaks: readonly LineBreak[],
  { style }: StyledCopy,
  measure: GalleyMeasure,
): LineOrder[] {
  const { items, starts, ends } = itemised;
  let from = 0;
  return breaks.map(({ item }, index) => {
    while (from < item && items[from]?.kind !== "box") from++;
    let last = item - 1;
    while (last > from && items[last]?.kind !== "box") last--;
    const order: LineOrder = {
      start: starts[from] ?? 0,
      end: ends[last] ?? 0,
      measure: measure.width,
      inset: index === 0 ? measure.firstInset : measure.inset,
      endsWith: lineEnd(itemised, item, index === breaks.length - 1),
      fill: style.align === "justified" && index < breaks.length - 1,
    };
    from = item;
    return order;
  });
}

function lineEnd({ items, hyphens }: Itemised, item: number, last: boolean): LineEnd {
  if (last) return "paragraph";
  if (hyphens.has(item)) return "hyphen";
  return items[item]?.kind === "penalty" && items[item + 1]?.kind === "box" ? "explicit" : "word";
}

function faults(lines: readonly Line[], breaks: readonly LineBreak[]): Diagnostic[] {
  return lines.flatMap((line, index) => {
    const place = placeOf(line.copy);
    if (breaks[index]?.overfull) return [report(OVERFULL_LINE, `“${line.copy.text}” does not fit its measure`, place)];
    if (line.wordSpace <= LOOSE) return [];
    return [report(LOOSE_LINE, `word spaces of ${line.wordSpace.toFixed(1)} times the normal one`, place)];
  });
}

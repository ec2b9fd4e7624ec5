import { placeOf, report, type Copy, type Diagnostic, type Outcome, type Pt } from "../base/index.ts";
import type { TextStyle } from "../template/index.ts";
import { LOOSE_LINE, OVERFULL_LINE } from "./findings.ts";
import { itemise, type Itemised } from "./itemise.ts";
import { setLine } from "./justify.ts";
import { textOf, type Line, type LineEnd } from "./line.ts";
import type { BreakCosts } from "./break-costs.ts";
import { breakLines, type Breaks, type BrokenParagraph, type LineBreak } from "./linebreak.ts";
import { looseHint } from "./loose-hint.ts";
import { styleCopy, type StyledCopy, type Typesetter } from "./shape.ts";

/** The measure of a paragraph's lines: their common width and how far the first and the others are set in, in points. */
export interface GalleyMeasure {
  readonly width: Pt;
  readonly firstInset: Pt;
  readonly inset: Pt;
  /** What the first lines leave free on either side, from the top: room for an initial, or for a picture beside them. */
  readonly beside?: readonly Beside[];
}

/** Room left free beside one line, in points. */
export interface Beside {
  readonly left: Pt;
  readonly right: Pt;
}

/** Set lines of one paragraph, not yet placed on a page (Fahne). */
export interface Galley {
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  /** The breaker's total, for comparing settings of the same copy. */
  readonly demerits: number;
  /**
   * The same copy in so many lines more or fewer (1, −1), with its own demerits; undefined when no setting within the
   * style's tolerance has that many (or none at all, where the best one is beyond it too). Worked out when asked for: the make-up asks seldom.
   */
  readonly alternative: (more: number) => Galley | undefined;
}

/** How much dearer a short last line and a divided last word are in a number of lines that is asked for. */
const REMAINDER = 100;

/** Word spaces of this many times the normal one are worth a finding. */
const LOOSE = 2;

/** Sets a paragraph to a measure: style the copy, make items of it, break them, set each line. */
export function setGalley(copy: Copy, style: TextStyle, measure: GalleyMeasure, setter: Typesetter): Outcome<Galley> {
  return new Paragraph(copy, style, setter).broken(measure).galley();
}

/** Copy in a style, to be set to one measure or to several in turn: what does not depend on the measure is worked out once. */
export class Paragraph {
  private readonly styled: StyledCopy;
  private readonly widest: Pt;
  /** Its items for every measure that holds all of its words. */
  private itemised: Itemised | undefined;

  constructor(
    copy: Copy,
    readonly style: TextStyle,
    private readonly setter: Typesetter,
  ) {
    this.styled = styleCopy(copy, style, setter);
    this.widest = widestOf(this.styled);
  }

  /** Breaks it into the lines of a measure. */
  broken(measure: GalleyMeasure): BrokenCopy {
    const widths = lineWidths(measure);
    const itemised = this.itemisedFor(Math.min(...widths));
    const sameFrom = widths.length - 1;
    const width = (line: number): Pt => widths[Math.min(line, sameFrom)] ?? 0;
    const breaks = breakLines(itemised.rows, { width, sameFrom }, costsOf(this.styled.style));
    return new BrokenCopy(itemised, breaks, measure);
  }

  private itemisedFor(narrowest: Pt): Itemised {
    const { styled, setter, widest } = this;
    if (widest > narrowest) return itemise(styled, setter.language, narrowest);
    return (this.itemised ??= itemise(styled, setter.language, narrowest));
  }
}

/** The width of a text's widest word. */
function widestOf({ tokens }: StyledCopy): Pt {
  let widest: Pt = 0;
  for (const { word } of tokens) widest = Math.max(widest, word.width);
  return widest;
}

/** Copy broken into the lines of a measure, which are set when they are asked for. */
export class BrokenCopy {
  private set: readonly Line[] | undefined;

  constructor(
    private readonly itemised: Itemised,
    private readonly breaks: BrokenParagraph,
    private readonly measure: GalleyMeasure,
  ) {}

  /** How many lines there are. */
  get count(): number {
    return this.breaks.lines.length;
  }

  get lines(): readonly Line[] {
    return (this.set ??= linesOf(this.itemised, this.breaks.lines, this.measure));
  }

  /** The same lines in another measure, in which they stand as they are aligned. */
  within(measure: GalleyMeasure): BrokenCopy {
    return new BrokenCopy(this.itemised, this.breaks, measure);
  }

  /** The set lines, and what is to be said of them and of the copy. */
  galley(): Outcome<Galley> {
    const { itemised, breaks, lines } = this;
    const diagnostics = [...itemised.styled.diagnostics, ...itemised.diagnostics, ...faults(lines, breaks.lines)];
    return { value: this.compose(breaks, lines), diagnostics };
  }

  private compose({ lines: ends, demerits }: Breaks, lines: readonly Line[]): Galley {
    const { itemised, breaks, measure } = this;
    const { style } = itemised.styled;
    const alternative = (more: number): Galley | undefined => {
      const other = breaks.into(ends.length + more, choosyCostsOf(style));
      return other && this.compose(other, linesOf(itemised, other.lines, measure));
    };
    return { lines, style, demerits, alternative };
  }
}

const NOTHING: Beside = { left: 0, right: 0 };

function insetOf({ firstInset, inset, beside = [] }: GalleyMeasure, line: number): Beside {
  const { left, right } = beside[line] ?? NOTHING;
  return { left: left + (line === 0 ? firstInset : inset), right };
}

/** The widths of the first lines; from the last of them on all lines are as wide. */
function lineWidths(measure: GalleyMeasure): Pt[] {
  const widths: Pt[] = [];
  for (let line = 0; line <= Math.max(1, measure.beside?.length ?? 0); line++) {
    const { left, right } = insetOf(measure, line);
    widths.push(measure.width - left - right);
  }
  return widths;
}

function costsOf({ breaking }: TextStyle): BreakCosts {
  return {
    line: breaking.line,
    consecutiveFlagged: breaking.consecutiveHyphens,
    maxConsecutiveFlagged: breaking.maxConsecutiveHyphens,
    ladder: breaking.ladder,
    lastFlagged: breaking.lastHyphen,
    fitness: breaking.fitness,
    shortLastLine: breaking.shortLastLine,
    leastLastLine: breaking.lastLine,
    fullLastLine: breaking.fullLastLine,
    leastLack: breaking.lastLack,
    tolerance: breaking.tolerance,
  };
}

/** Who asks for another number of lines can also do without it: a line gained by a remainder is no gain. */
function choosyCostsOf(style: TextStyle): BreakCosts {
  const costs = costsOf(style);
  return {
    ...costs,
    shortLastLine: costs.shortLastLine * REMAINDER,
    lastFlagged: costs.lastFlagged * REMAINDER,
  };
}

/** Sets the lines between breaks: each begins at the first box behind the break before it. */
function linesOf(itemised: Itemised, breaks: readonly LineBreak[], measure: GalleyMeasure): Line[] {
  const { styled } = itemised;
  let from = 0;
  return breaks.map(({ item }, index) => {
    while (from < item && !itemised.isBox(from)) from++;
    let last = item - 1;
    while (last > from && !itemised.isBox(last)) last--;
    const { left, right } = insetOf(measure, index);
    const line = setLine(styled, {
      start: itemised.startOf(from),
      end: itemised.endOf(last),
      measure: measure.width - right,
      inset: left,
      endsWith: lineEnd(itemised, item, index === breaks.length - 1),
      fill: styled.style.align === "justified" && index < breaks.length - 1,
    });
    from = item;
    return line;
  });
}

function lineEnd(itemised: Itemised, item: number, last: boolean): LineEnd {
  if (last) return "paragraph";
  if (itemised.hyphenAt(item)) return "hyphen";
  return itemised.isPenalty(item) && itemised.isBox(item + 1) ? "explicit" : "word";
}

function faults(lines: readonly Line[], breaks: readonly LineBreak[]): Diagnostic[] {
  return lines.flatMap((line, index) => {
    const overfull = breaks[index]?.overfull === true;
    if (!overfull && line.wordSpace <= LOOSE) return [];
    const place = placeOf(line.copy);
    if (overfull) return [report(OVERFULL_LINE, `“${textOf(line)}” does not fit its measure`, place)];
    const message = `word spaces of ${line.wordSpace.toFixed(1)} times the normal one: “${textOf(line)}”`;
    return [report(LOOSE_LINE, message, place, looseHint(line, lines[index + 1]))];
  });
}

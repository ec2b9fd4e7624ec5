import { FORBIDDEN } from "./items.ts";

/** What the breaker weighs, in demerits unless said otherwise. */
export interface BreakCosts extends LastLineCosts {
  /** Added to each line's badness: the price of one line more. */
  readonly line: number;
  /** Two lines in succession that end with a hyphen. */
  readonly consecutiveFlagged: number;
  /** How many lines in succession may end with a hyphen; beyond it each costs `ladder`. */
  readonly maxConsecutiveFlagged: number;
  readonly ladder: number;
  /** Neighbouring lines of which one is tight and the other loose. */
  readonly fitness: number;
  /** The badness that no line of the first pass exceeds. Only where that is impossible a second pass goes without limit. */
  readonly tolerance: number;
}

/** What the end of the paragraph may cost on top: it has no say in where the lines before it may end. */
export interface LastLineCosts {
  /** A hyphen at the end of the last line but one. */
  readonly lastFlagged: number;
  /** A last line narrower than `leastLastLine` (a width). */
  readonly shortLastLine: number;
  readonly leastLastLine: number;
  /** A last line that lacks something of its measure, but less than `leastLack`: it looks like a fault. */
  readonly fullLastLine: number;
  readonly leastLack: number;
}

/** Only where nothing else can be done: a line that does not fit its measure. */
export const OVERFULL = 1e12;

/** A measure is met when it is met to a millionth of a point; without this, rounding makes a perfect line overfull. */
export const ROUNDING = 1e-6;

/** How many classes of fitness there are, and that of a line before the first. */
export const FITNESS_CLASSES = 4;
export const DECENT = 1;

/** Tight, decent, loose, very loose (Knuth & Plass, p. 1128). */
export function fitnessClass(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return DECENT;
  return ratio <= 1 ? 2 : 3;
}

/** Knuth & Plass, p. 1125, without TeX's bound of 10,000. */
export function badnessOf(ratio: number): number {
  return 100 * Math.abs(ratio * ratio * ratio);
}

/** What a line of this ratio costs whose end has a price of its own, whatever stands before it (Knuth & Plass, p. 1125). */
export function demeritsOf(ratio: number, cost: number, { line }: BreakCosts): number {
  // Products instead of powers: Math.pow takes many times as long.
  const badness = badnessOf(ratio);
  const base = (line + badness) * (line + badness);
  if (cost === -FORBIDDEN) return base;
  return cost >= 0 ? base + cost * cost : base - cost * cost;
}

/** A line's own `demerits`, and what it costs beside the line before it: of that the class of fitness, of this one class and ladder. */
export function demeritsBeside(
  demerits: number,
  before: number,
  fitness: number,
  ladder: number,
  costs: BreakCosts,
): number {
  let sum = demerits;
  if (Math.abs(fitness - before) > 1) sum += costs.fitness;
  if (ladder > 1) sum += costs.consecutiveFlagged;
  if (ladder > costs.maxConsecutiveFlagged) sum += costs.ladder;
  return sum;
}

/** What a paragraph's last line costs on top, for its width, for what it lacks of its measure, and for a hyphen before it. */
export function lastLineDemerits(width: number, lack: number, divided: boolean, costs: LastLineCosts): number {
  const short = width < costs.leastLastLine ? costs.shortLastLine : 0;
  const full = lack > ROUNDING && lack < costs.leastLack ? costs.fullLastLine : 0;
  return short + full + (divided ? costs.lastFlagged : 0);
}

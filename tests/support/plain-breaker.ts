import { FORBIDDEN, type Item } from "../../src/galley/items.ts";
import type { BreakCosts } from "../../src/galley/break-costs.ts";
import type { Breaks } from "../../src/galley/linebreak.ts";
import type { Measure } from "../../src/galley/possible-lines.ts";

/**
 * The breaker written the plain way, a node for each way and every line measured anew for each: what the engine's breaker,
 * which measures once, is compared with.
 */

/** Only where nothing else can be done: a line that does not fit its measure. */
const OVERFULL = 1e12;
/** The ratio of a line that must be stretched and has nothing that stretches. */
const RIGID = 100;

interface PlainBreaks extends Breaks {
  readonly emergency: boolean;
}

/**
 * Breaks a paragraph whose last item forces a break. The result is the breaks with the least total of demerits among
 * those whose lines all stay within the tolerance; if there are none, among all.
 */
export function breakPlainly(items: readonly Item[], measure: Measure, costs: BreakCosts): PlainBreaks {
  const paragraph: Paragraph = { items, sums: sumUp(items), measure, costs };
  const within = bestOf(endings(paragraph, costs.tolerance));
  if (within) return { ...within, emergency: false };
  const anyhow = bestOf(endings(paragraph, Infinity));
  return { ...(anyhow ?? NO_LINES), emergency: costs.tolerance < Infinity };
}

/**
 * The best breaks into exactly so many lines, within the tolerance if there are any, else (`anyhow`) without; undefined
 * when there are none. This is what TeX calls looseness: a paragraph a line shorter or longer than its optimum.
 */
export function breakPlainlyIntoLines(
  items: readonly Item[],
  measure: Measure,
  costs: BreakCosts,
  lines: number,
  anyhow = false,
): PlainBreaks | undefined {
  // Every line counts as different, so that breaks reached with other numbers of lines stay apart.
  const apart = { ...measure, sameFrom: Infinity };
  const paragraph: Paragraph = {
    items,
    sums: sumUp(items),
    measure: apart,
    costs,
    wanted: { lines, capacity: capacityOf(items, measure) },
  };
  const into = (tolerance: number) =>
    bestOf(endings(paragraph, tolerance).filter((end) => end.line === lines && !end.overfull));
  const within = into(costs.tolerance);
  if (within) return { ...within, emergency: false };
  const found = anyhow ? into(Infinity) : undefined;
  return found && { ...found, emergency: true };
}

/** More than any line can take, squeezed: with what hangs, and with the space that a break swallows. */
function capacityOf(items: readonly Item[], { width, sameFrom }: Measure): number {
  const widest = Math.max(...Array.from({ length: sameFrom + 1 }, (_, line) => width(line)));
  let [left, right, space] = [0, 0, 0];
  for (const item of items) {
    if (item.kind === "glue") space = Math.max(space, item.width);
    else right = Math.max(right, item.hangRight ?? 0);
    // What a division takes away from the parts of its word, which is little, is room for others.
    if (item.kind === "penalty") space = Math.max(space, -item.width - item.after);
    if (item.kind === "box") left = Math.max(left, item.hangLeft);
  }
  return widest + left + right + space;
}

const NO_LINES = { lines: [], demerits: Infinity };

function bestOf(ends: readonly Node[]): Pick<Breaks, "lines" | "demerits"> | undefined {
  const [first, ...others] = ends;
  if (first === undefined) return undefined;
  const end = others.reduce((best, node) => (node.demerits < best.demerits ? node : best), first);
  return { lines: trace(end), demerits: end.demerits };
}

/** All ways to reach the paragraph's end; none when the tolerance lets no way through. */
function endings(paragraph: Paragraph, tolerance: number): readonly Node[] {
  const { items } = paragraph;
  // One object for all steps: this is the innermost loop of the engine but one.
  const at: Step = { ...paragraph, tolerance, item: 0 };
  let active: readonly Node[] = [START];
  for (at.item = 0; at.item < items.length && active.length > 0; at.item++) {
    if (isLegalBreak(items, at.item)) active = step(active, at);
  }
  return active;
}

/** A break that may be part of the best solution: the best way to reach it in its class. */
interface Node {
  readonly item: number;
  readonly line: number;
  readonly fitness: number;
  readonly ladder: number;
  readonly demerits: number;
  readonly ratio: number;
  readonly overfull: boolean;
  readonly previous: Node | undefined;
}

const DECENT = 1;
const START: Node = {
  item: -1,
  line: 0,
  fitness: DECENT,
  ladder: 0,
  demerits: 0,
  ratio: 0,
  overfull: false,
  previous: undefined,
};

interface Paragraph {
  readonly items: readonly Item[];
  readonly sums: Sums;
  readonly measure: Measure;
  readonly costs: BreakCosts;
  /** How many lines there are to be, and what a line takes at most: ways that need more are given up early. */
  readonly wanted?: { readonly lines: number; readonly capacity: number };
}

interface Step extends Paragraph {
  /** The break that is being tried. */
  item: number;
  readonly tolerance: number;
}

/** Totals of everything before an item, and of what a line that begins behind a break at the item leaves out. */
interface Sums {
  readonly width: Float64Array;
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
  /** What of the stretch is in word spaces. */
  readonly spaceStretch: Float64Array;
  /** Where a line begins that follows a break at the item: the next box. */
  readonly nextBox: Int32Array;
}

function sumUp(items: readonly Item[]): Sums {
  const size = items.length + 1;
  const sums = {
    width: new Float64Array(size),
    stretch: new Float64Array(size),
    shrink: new Float64Array(size),
    spaceStretch: new Float64Array(size),
    nextBox: new Int32Array(size).fill(items.length),
  };
  items.forEach((item, index) => {
    const counts = item.kind !== "penalty";
    sums.width[index + 1] = at(sums.width, index) + (counts ? item.width : 0);
    sums.stretch[index + 1] = at(sums.stretch, index) + (counts ? item.stretch : 0);
    sums.shrink[index + 1] = at(sums.shrink, index) + (counts ? item.shrink : 0);
    sums.spaceStretch[index + 1] = at(sums.spaceStretch, index) + (item.kind === "glue" ? item.stretch : 0);
  });
  for (let index = items.length - 1; index >= 0; index--) {
    sums.nextBox[index] = items[index]?.kind === "box" ? index : at(sums.nextBox, index + 1);
  }
  return sums;
}

function at(numbers: Float64Array | Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

function isLegalBreak(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.kind === "penalty") return item.cost < FORBIDDEN;
  return item?.kind === "glue" && items[index - 1]?.kind === "box";
}

/** Tries the break from every active node: the best of each class joins the list, and what no line can follow any more leaves it. */
function step(active: readonly Node[], at: Step): Node[] {
  const item = at.items[at.item];
  const forced = item?.kind === "penalty" && item.cost === -FORBIDDEN;
  const staying: Node[] = [];
  const best = new Map<number, Node>();
  let nearest: { node: Node; excess: number } | undefined;
  let fits = false;
  for (const node of active) {
    const ratio = ratioOf(node, at);
    if (ratio < -1) {
      if (nearest === undefined || -ratio < nearest.excess) nearest = { node, excess: -ratio };
      if (!forced && !isOutgrown(node, at)) staying.push(node);
      continue;
    }
    fits = true;
    if (!forced) staying.push(node);
    if (isTolerable(node, ratio, at)) keepBest(best, extend(node, ratio, false, at), at.measure);
  }
  // Nothing fits: rather an overfull line, which is reported, than no lines at all. But first the tolerance is given up.
  if (!fits && nearest !== undefined && at.tolerance === Infinity) {
    return [...staying, extend(nearest.node, -1, true, at)];
  }
  for (const node of best.values()) staying.push(node);
  return staying;
}

/** Whether a line from a node is too wide here even without a hyphen, and whatever hangs: then so is every longer one. */
function isOutgrown(node: Node, step: Step): boolean {
  const { items, sums, measure, item } = step;
  const start = node.item < 0 ? 0 : at(sums.nextBox, node.item);
  const [begin, first] = [items[node.item], items[start]];
  const after = begin?.kind === "penalty" ? begin.after : 0;
  const width = at(sums.width, item) - at(sums.width, start) + after;
  const hangs = Math.max(0, ...items.map((one) => (one.kind === "glue" ? 0 : (one.hangRight ?? 0))));
  const losses = Math.max(0, ...items.map((one) => (one.kind === "penalty" ? one.shrink - one.width : 0)));
  const room = measure.width(node.line) + (first?.kind === "box" ? first.hangLeft : 0) + hangs + losses;
  return width - room > at(sums.shrink, item) - at(sums.shrink, start);
}

/** In the first pass no line is worse than the tolerance, and no ladder of hyphens longer than the limit. */
function isTolerable(node: Node, ratio: number, step: Step): boolean {
  const { tolerance, costs, items, item } = step;
  if (leadsTooFar(node, step)) return false;
  if (tolerance === Infinity) return true;
  const { ladder } = node;
  const end = items[item];
  const longer = end?.kind === "penalty" && end.flagged && ladder >= costs.maxConsecutiveFlagged;
  return !longer && badnessOf(ratio) <= tolerance;
}

/** Whether a line that ends here leaves more than the lines that are still to come can hold. */
function leadsTooFar({ line }: Node, { wanted, sums, items, item }: Step): boolean {
  if (wanted === undefined) return false;
  const start = at(sums.nextBox, item);
  const least =
    at(sums.width, items.length) - at(sums.width, start) - (at(sums.shrink, items.length) - at(sums.shrink, start));
  return line + 1 + Math.ceil(least / wanted.capacity - ROUNDING) > wanted.lines;
}

function ratioOf(node: Node, { items, sums, measure, item }: Step): number {
  const start = node.item < 0 ? 0 : at(sums.nextBox, node.item);
  const begin = items[node.item];
  const end = items[item];
  const broken = end?.kind === "penalty" ? end : undefined;
  const first = items[start];
  // Added up in the engine's order, so that the last digits are the same, too.
  const before = at(sums.width, start) - (begin?.kind === "penalty" ? begin.after : 0);
  const reach = before + measure.width(node.line) + (first?.kind === "box" ? first.hangLeft : 0);
  const wanted = reach - (at(sums.width, item) + (broken?.width ?? 0) - hangingRight(items, item));
  if (wanted <= 0)
    return adjustmentRatio(wanted, at(sums.shrink, item) + (broken?.shrink ?? 0) - at(sums.shrink, start));
  const extra = broken?.stretch ?? 0;
  const give = at(sums.stretch, item) + extra - at(sums.stretch, start);
  if (wanted <= give) return adjustmentRatio(wanted, give);
  // Letters give no more than they may; what is left over, and what reads badly, is in the word spaces.
  const spaces = at(sums.spaceStretch, item) + extra - at(sums.spaceStretch, start);
  return adjustmentRatio(wanted - (give - spaces), spaces);
}

/** What of a line's end may stand outside its measure: of its hyphen or its last box. */
function hangingRight(items: readonly Item[], item: number): number {
  const end = items[item];
  if (end?.kind === "penalty" && end.hangRight !== undefined) return end.hangRight;
  const last = items[item - 1];
  return last?.kind === "box" ? last.hangRight : 0;
}

// A measure is met when it is met to a millionth of a point; without this, rounding makes a perfect line overfull.
const ROUNDING = 1e-6;

function adjustmentRatio(wanted: number, give: number): number {
  if (Math.abs(wanted) < ROUNDING) return 0;
  if (give > 0) return wanted > 0 ? Math.min(wanted / give, RIGID) : wanted / give;
  return wanted > 0 ? RIGID : -Infinity;
}

function extend(node: Node, ratio: number, overfull: boolean, at: Step): Node {
  const item = at.items[at.item];
  const flagged = item?.kind === "penalty" && item.flagged;
  const ladder = flagged ? Math.min(node.ladder + 1, at.costs.maxConsecutiveFlagged + 1) : 0;
  const fitness = fitnessClass(ratio);
  return {
    item: at.item,
    line: node.line + 1,
    fitness,
    ladder,
    demerits: node.demerits + demeritsOf(node, ratio, fitness, ladder, at) + (overfull ? OVERFULL : 0),
    ratio,
    overfull,
    previous: node,
  };
}

/** Tight, decent, loose, very loose (Knuth & Plass, p. 1128). */
function fitnessClass(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return DECENT;
  return ratio <= 1 ? 2 : 3;
}

function demeritsOf(node: Node, ratio: number, fitness: number, ladder: number, step: Step): number {
  const { costs } = step;
  let demerits = lineDemerits(ratio, step);
  if (Math.abs(fitness - node.fitness) > 1) demerits += costs.fitness;
  if (ladder > 1) demerits += costs.consecutiveFlagged;
  if (ladder > costs.maxConsecutiveFlagged) demerits += costs.ladder;
  if (step.item === step.items.length - 1 && node.previous !== undefined) demerits += lastLineDemerits(node, step);
  return demerits;
}

/** Knuth & Plass, p. 1125, without TeX's bound of 10,000. */
function badnessOf(ratio: number): number {
  return 100 * Math.abs(ratio * ratio * ratio);
}

function lineDemerits(ratio: number, { items, item, costs }: Step): number {
  const end = items[item];
  const cost = end?.kind === "penalty" ? end.cost : 0;
  // Products instead of powers: this is the innermost line of the engine, and Math.pow takes most of its time.
  const badness = badnessOf(ratio);
  const base = (costs.line + badness) * (costs.line + badness);
  if (cost === -FORBIDDEN) return base;
  return cost >= 0 ? base + cost * cost : base - cost * cost;
}

function lastLineDemerits(node: Node, { items, sums, measure, costs, item }: Step): number {
  const begin = items[node.item];
  const kept = begin?.kind === "penalty" ? begin.after : 0;
  const width = at(sums.width, item) - at(sums.width, at(sums.nextBox, node.item)) + kept;
  const short = width < costs.leastLastLine ? costs.shortLastLine : 0;
  const lack = measure.width(node.line) - width;
  const full = lack > ROUNDING && lack < costs.leastLack ? costs.fullLastLine : 0;
  return short + full + (node.ladder > 0 ? costs.lastFlagged : 0);
}

/** Classes that must be kept apart: what comes later may cost them differently. */
function keepBest(best: Map<number, Node>, node: Node, { sameFrom }: Measure): void {
  const key = (Math.min(node.line, sameFrom) * 4 + node.fitness) * 16 + node.ladder;
  const rival = best.get(key);
  if (rival === undefined || node.demerits < rival.demerits) best.set(key, node);
}

function trace(end: Node): Breaks["lines"] {
  const lines: Breaks["lines"][number][] = [];
  for (let node: Node = end; node.previous !== undefined; node = node.previous) {
    lines.push({ item: node.item, ratio: node.ratio, overfull: node.overfull });
  }
  return lines.reverse();
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BreakCosts } from "../../src/galley/break-costs.ts";
import { FORBIDDEN, PARAGRAPH_END, type Item, type ItemRow } from "../../src/galley/items.ts";
import { breakLines } from "../../src/galley/linebreak.ts";
import { breakPlainly, breakPlainlyIntoLines } from "../support/plain-breaker.ts";
import { rowOf } from "../support/item-row.ts";

const COSTS: BreakCosts = {
  line: 10,
  consecutiveFlagged: 6000,
  maxConsecutiveFlagged: 2,
  ladder: 1e9,
  lastFlagged: 8000,
  fitness: 4000,
  shortLastLine: 200_000,
  leastLastLine: 12,
  fullLastLine: 1000,
  leastLack: 6,
  tolerance: 800,
};

const never: Item = { kind: "penalty", cost: FORBIDDEN, width: 0, stretch: 0, shrink: 0, after: 0, flagged: false };

const syllables = fc.array(fc.integer({ min: 4, max: 30 }), { minLength: 1, maxLength: 3 });

/** Random paragraphs: words of one to three syllables that may hang out of the line, divisions of several prices. */
const paragraphs = fc.array(syllables, { minLength: 1, maxLength: 5 }).map(paragraphOf);
const longParagraphs = fc.array(syllables, { minLength: 1, maxLength: 60 }).map(paragraphOf);

function paragraphOf(words: readonly (readonly number[])[]): Item[] {
  return [
    ...words.flatMap((word, index) => [
      ...(index ? [{ kind: "glue", width: 5, stretch: 2, shrink: 1 } as const] : []),
      ...word.flatMap((width, part): Item[] => [...(part ? [division(width)] : []), box(width)]),
    ]),
    never,
    { kind: "glue", width: 0, stretch: 1e7, shrink: 0 },
    PARAGRAPH_END,
  ];
}

function box(width: number): Item {
  const [hangLeft, hangRight] = [width % 3 === 0 ? 1 : 0, width % 4 === 0 ? 2 : 0];
  return { kind: "box", width, stretch: width / 50, shrink: width / 60, hangLeft, hangRight };
}

function division(width: number): Item {
  const cost = 15 + 10 * (width % 5);
  const hangRight = width % 2 === 0 ? 1.5 : undefined;
  return { kind: "penalty", cost, width: 3, hangRight, stretch: 0, shrink: 0, after: width % 2, flagged: true };
}

const measures = fc.integer({ min: 45, max: 120 });

/** The first line narrower than the others, as beside an initial. */
function measureOf(width: number) {
  return { width: (line: number) => (line === 0 ? width - 8 : width), sameFrom: 1 };
}

/** How far the first lines are set in, as beside a picture. */
const shapes = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 });

function shapeOf(width: number, insets: readonly number[]) {
  return { width: (line: number) => width - (insets[line] ?? 0), sameFrom: insets.length };
}

/** Costs that weigh the paragraph's end more heavily. */
const CHOOSY: BreakCosts = { ...COSTS, shortLastLine: COSTS.shortLastLine * 100, lastFlagged: COSTS.lastFlagged * 100 };

describe("the line breaker's result", () => {
  it("is the same in however many rows its items lie", () => {
    fc.assert(
      fc.property(longParagraphs, measures, fc.integer({ min: 1, max: 9 }), (items, width, most) => {
        const rows: ItemRow[] = [];
        for (let from = 0; from < items.length; from += most) rows.push(rowOf(items.slice(from, from + most)));
        const { lines, demerits } = breakLines(rows, measureOf(width), COSTS);
        const whole = breakLines([rowOf(items)], measureOf(width), COSTS);
        expect({ lines, demerits }).toEqual({ lines: whole.lines, demerits: whole.demerits });
      }),
    );
  });

  it("is the true optimum: no other choice of breaks costs less", () => {
    fc.assert(
      fc.property(paragraphs, measures, (items, width) => {
        const { lines, demerits, emergency } = breakLines([rowOf(items)], measureOf(width), COSTS);
        fc.pre(!lines.some(({ overfull }) => overfull));
        const all = allBreaks(items).map((breaks) => price(items, breaks, width));
        fc.pre(!all.some(({ onEdge }) => onEdge));
        const tolerable = all.filter((choice) => choice.tolerable);
        expect(emergency).toBe(tolerable.length === 0);
        const cheapest = Math.min(...(emergency ? all : tolerable).map(({ total }) => total));
        expect(demerits / cheapest).toBeCloseTo(1, 7);
      }),
      { numRuns: 300 },
    );
  });

  it("is, for a wanted number of lines, the cheapest choice with so many", () => {
    fc.assert(
      fc.property(paragraphs, measures, fc.integer({ min: 1, max: 6 }), (items, width, wanted) => {
        const broken = breakLines([rowOf(items)], measureOf(width), COSTS);
        fc.pre(!broken.emergency);
        const found = broken.into(wanted, COSTS);
        const choices = allBreaks(items)
          .filter((breaks) => breaks.length === wanted)
          .map((breaks) => price(items, breaks, width));
        fc.pre(!choices.some(({ onEdge }) => onEdge));
        const all = choices.filter(({ tolerable }) => tolerable);
        expect(found === undefined).toBe(all.length === 0);
        if (found) expect(found.lines).toHaveLength(wanted);
        if (found) expect(found.demerits / Math.min(...all.map(({ total }) => total))).toBeCloseTo(1, 7);
      }),
      { numRuns: 300 },
    );
  });

  it("is the same, to the last digit, as that of a breaker that measures every line for every way", () => {
    fc.assert(
      fc.property(longParagraphs, measures, shapes, (items, width, insets) => {
        const measure = shapeOf(width, insets);
        const { lines, demerits, emergency } = breakLines([rowOf(items)], measure, COSTS);
        const plain = breakPlainly(items, measure, COSTS);
        // Where a line must be overfull the plain breaker goes on with the first way that it has, not with the best.
        if (lines.some(({ overfull }) => overfull)) expect(demerits).toBeLessThanOrEqual(plain.demerits * (1 + 1e-12));
        else expect({ lines, demerits, emergency }).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same for every number of lines that is asked for, the end weighed otherwise", () => {
    fc.assert(
      fc.property(longParagraphs, measures, shapes, fc.integer({ min: -3, max: 3 }), (items, width, insets, more) => {
        const measure = shapeOf(width, insets);
        const broken = breakLines([rowOf(items)], measure, COSTS);
        fc.pre(!broken.emergency);
        const wanted = broken.lines.length + more;
        const plain = breakPlainlyIntoLines(items, measure, CHOOSY, wanted);
        expect(broken.into(wanted, CHOOSY)).toEqual(plain && { lines: plain.lines, demerits: plain.demerits });
      }),
      { numRuns: 500 },
    );
  });

  it("is the same whatever other paragraph is broken before its next number of lines is asked for", () => {
    fc.assert(
      fc.property(
        longParagraphs,
        longParagraphs,
        measures,
        fc.integer({ min: -2, max: 2 }),
        (items, other, width, more) => {
          const measure = measureOf(width);
          const alone = breakLines([rowOf(items)], measure, COSTS);
          const wanted = alone.lines.length + more;
          const expected = alone.into(wanted, CHOOSY);
          const disturbed = breakLines([rowOf(items)], measure, COSTS);
          breakLines([rowOf(other)], measure, COSTS).into(wanted, CHOOSY);
          expect(disturbed).toEqual({ ...alone, into: disturbed.into });
          expect(disturbed.into(wanted, CHOOSY)).toEqual(expected);
        },
      ),
    );
  });

  it("has in an emergency no overfull line for another number of lines, where it has none for the best", () => {
    fc.assert(
      fc.property(
        longParagraphs,
        fc.integer({ min: 30, max: 50 }),
        shapes,
        fc.integer({ min: -2, max: 2 }),
        (items, width, insets, more) => {
          const measure = shapeOf(width, insets);
          const broken = breakLines([rowOf(items)], measure, COSTS);
          fc.pre(broken.emergency && !broken.lines.some(({ overfull }) => overfull));
          const other = broken.into(broken.lines.length + more, CHOOSY);
          expect(other?.lines.filter(({ overfull }) => overfull) ?? []).toEqual([]);
          const plain = breakPlainlyIntoLines(items, measure, CHOOSY, broken.lines.length + more, true);
          if (plain && !plain.lines.some(({ overfull }) => overfull)) expect(other?.demerits).toBe(plain.demerits);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("has lines whose ratios are in order and whose last break is the paragraph's end", () => {
    fc.assert(
      fc.property(paragraphs, measures, (items, width) => {
        const { lines } = breakLines([rowOf(items)], measureOf(width), COSTS);
        const ends = lines.map(({ item }) => item);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
        expect(ends.at(-1)).toBe(items.length - 1);
        for (const { ratio } of lines) expect(ratio).toBeGreaterThanOrEqual(-1);
      }),
    );
  });
});

/** Every way to choose breaks, the end of the paragraph always among them. */
function allBreaks(items: readonly Item[]): number[][] {
  const legal = items.flatMap((item, index) => {
    if (item.kind === "penalty") return Math.abs(item.cost) < FORBIDDEN ? [index] : [];
    return item.kind === "glue" && items[index - 1]?.kind === "box" ? [index] : [];
  });
  const choices: number[][] = [[]];
  for (const index of legal) for (const choice of [...choices]) choices.push([...choice, index]);
  return choices.map((choice) => [...choice, items.length - 1]);
}

interface Price {
  readonly total: number;
  /** Every line within the tolerance and the ladder within its limit. */
  readonly tolerable: boolean;
  /** Whether a line's ratio is so near to where something changes that the order of additions decides on which side it is. */
  readonly onEdge: boolean;
}

/** Full shrink, the limits of the fitness classes, and the tolerance's ratio: 100 · 2³ is 800. */
const EDGES = [-1, -0.5, 0.5, 1, 2];

/** The price of a choice, written down once more from the definition and not from the breaker's code. */
function price(items: readonly Item[], breaks: readonly number[], width: number): Price {
  let from = 0;
  let gained = 0;
  let ladder = 0;
  let fitness = 1;
  let total = 0;
  let [tolerable, onEdge] = [true, false];
  for (const [line, end] of breaks.entries()) {
    while (items[from]?.kind !== "box" && from < end) from++;
    const content = items.slice(from, end).filter(({ kind }) => kind !== "penalty");
    const last = items[end];
    const hyphen = last?.kind === "penalty" ? last.width : 0;
    const natural = content.reduce((sum, item) => sum + item.width, gained + hyphen);
    const measure = width - (line === 0 ? 8 : 0);
    const ratio = ratioOf(content, measure + hang(items, from, end) - natural);
    onEdge ||= EDGES.some((edge) => Math.abs(ratio - edge) < 1e-9);
    if (ratio < -1) return { total: Infinity, tolerable: false, onEdge };
    const badness = 100 * Math.abs(ratio) ** 3;
    const isLast = line === breaks.length - 1;
    const cost = last?.kind === "penalty" && !isLast ? last.cost : 0;
    total += (COSTS.line + badness) ** 2 + cost ** 2;
    const own = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
    if (Math.abs(own - fitness) > 1) total += COSTS.fitness;
    const flagged = last?.kind === "penalty" && last.flagged;
    if (isLast && line > 0 && ladder > 0) total += COSTS.lastFlagged;
    ladder = flagged ? ladder + 1 : 0;
    if (ladder > 1) total += COSTS.consecutiveFlagged;
    if (ladder > 2) total += COSTS.ladder;
    tolerable &&= badness <= COSTS.tolerance && ladder <= 2;
    if (isLast && line > 0) {
      if (natural < COSTS.leastLastLine) total += COSTS.shortLastLine;
      if (measure - natural > 1e-6 && measure - natural < COSTS.leastLack) total += COSTS.fullLastLine;
    }
    fitness = own;
    gained = last?.kind === "penalty" ? last.after : 0;
    from = end;
  }
  return { total, tolerable, onEdge };
}

/** Boxes and spaces give in proportion up to their limits; beyond them a line is as loose as its spaces. */
function ratioOf(content: readonly Item[], wanted: number): number {
  const give = (items: readonly Item[], of: "stretch" | "shrink") =>
    items.reduce((sum, item) => sum + (item.kind === "penalty" ? 0 : item[of]), 0);
  if (Math.abs(wanted) < 1e-6) return 0;
  if (wanted < 0) return give(content, "shrink") > 0 ? wanted / give(content, "shrink") : -Infinity;
  if (wanted <= give(content, "stretch")) return wanted / give(content, "stretch");
  const boxes = content.filter(({ kind }) => kind === "box");
  const glue = content.filter(({ kind }) => kind === "glue");
  return glue.length > 0 ? Math.min(100, (wanted - give(boxes, "stretch")) / give(glue, "stretch")) : 100;
}

function hang(items: readonly Item[], from: number, end: number): number {
  const first = items[from];
  const [last, before] = [items[end], items[end - 1]];
  const left = first?.kind === "box" ? first.hangLeft : 0;
  if (last?.kind === "penalty" && last.hangRight !== undefined) return left + last.hangRight;
  return left + (before?.kind === "box" ? before.hangRight : 0);
}

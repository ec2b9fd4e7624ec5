import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORBIDDEN, PARAGRAPH_END, type Item } from "../../src/galley/items.ts";
import { breakLines, type BreakCosts } from "../../src/galley/linebreak.ts";

const COSTS: BreakCosts = {
  line: 10,
  consecutiveFlagged: 6000,
  maxConsecutiveFlagged: 2,
  lastFlagged: 8000,
  fitness: 4000,
  shortLastLine: 200_000,
  leastLastLine: 12,
};

const never: Item = { kind: "penalty", cost: FORBIDDEN, width: 0, stretch: 0, shrink: 0, after: 0, flagged: false };

const syllables = fc.array(fc.integer({ min: 4, max: 30 }), { minLength: 1, maxLength: 3 });

/** Random paragraphs: words of one to three syllables, divisions with a hyphen and now and then an undone ligature. */
const paragraphs = fc
  .array(syllables, { minLength: 1, maxLength: 5 })
  .map((words): Item[] => [
    ...words.flatMap((word, index) => [
      ...(index ? [{ kind: "glue", width: 5, stretch: 2, shrink: 1 } as const] : []),
      ...word.flatMap((width, part): Item[] => [
        ...(part
          ? [{ kind: "penalty", cost: 40, width: 3, stretch: 0, shrink: 0, after: width % 2, flagged: true } as const]
          : []),
        { kind: "box", width, stretch: width / 50, shrink: width / 60 },
      ]),
    ]),
    never,
    { kind: "glue", width: 0, stretch: 1e7, shrink: 0 },
    PARAGRAPH_END,
  ]);

describe("the line breaker's result", () => {
  it("is the true optimum: no other choice of breaks costs less", () => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 45, max: 120 }), (items, width) => {
        const measure = { width: () => width, sameFrom: 0 };
        const { lines, demerits } = breakLines(items, measure, COSTS);
        fc.pre(!lines.some(({ overfull }) => overfull));
        const cheapest = Math.min(...allBreaks(items).map((breaks) => price(items, breaks, width)));
        expect(demerits / cheapest).toBeCloseTo(1, 9);
      }),
      { numRuns: 200 },
    );
  });

  it("has lines whose ratios are in order and whose last break is the paragraph's end", () => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 45, max: 120 }), (items, width) => {
        const { lines } = breakLines(items, { width: () => width, sameFrom: 0 }, COSTS);
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

/** The price of a choice, written down once more from the definition and not from the breaker's code. */
function price(items: readonly Item[], breaks: readonly number[], width: number): number {
  let from = 0;
  let gained = 0;
  let ladder = 0;
  let fitness = 1;
  let total = 0;
  for (const [line, end] of breaks.entries()) {
    while (items[from]?.kind !== "box" && from < end) from++;
    const content = items.slice(from, end).filter(({ kind }) => kind !== "penalty");
    const last = items[end];
    const hyphen = last?.kind === "penalty" ? last.width : 0;
    const natural = content.reduce((sum, item) => sum + item.width, gained + hyphen);
    const wanted = width - natural;
    const give = content.reduce((sum, item) => sum + (wanted > 0 ? item.stretch : item.shrink), 0);
    const ratio = Math.abs(wanted) < 1e-6 ? 0 : give > 0 ? Math.min(wanted / give, 100) : wanted > 0 ? 100 : -Infinity;
    if (ratio < -1) return Infinity;
    const isLast = line === breaks.length - 1;
    const cost = last?.kind === "penalty" && !isLast ? last.cost : 0;
    total += (COSTS.line + 100 * Math.abs(ratio) ** 3) ** 2 + cost ** 2;
    const own = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
    if (Math.abs(own - fitness) > 1) total += COSTS.fitness;
    const flagged = last?.kind === "penalty" && last.flagged;
    if (isLast && line > 0 && ladder > 0) total += COSTS.lastFlagged;
    ladder = flagged ? Math.min(ladder + 1, 3) : 0;
    if (ladder > 1) total += COSTS.consecutiveFlagged;
    if (ladder > 2) total += 3_000_000;
    if (isLast && line > 0 && natural < COSTS.leastLastLine) total += COSTS.shortLastLine;
    fitness = own;
    gained = last?.kind === "penalty" ? last.after : 0;
    from = end;
  }
  return total;
}

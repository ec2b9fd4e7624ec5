import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillSegments } from "../../src/page/columns.ts";
import { flexible, wayOf, type Piece, type Way } from "../../src/page/piece.ts";
import { RowCosts } from "../../src/page/row-costs.ts";
import { BREAK_COST, type Slug } from "../../src/page/slug.ts";

const slug = fc
  .record({
    role: fc.constant("body" as const),
    block: fc.constant(0),
    rows: fc.integer({ min: 1, max: 3 }),
    spaceAbove: fc.constantFrom(0, 0, 0, 1),
    lines: fc.constant([]),
    marks: fc.constant([]),
    breakBefore: fc.constantFrom(
      BREAK_COST.free,
      BREAK_COST.free,
      BREAK_COST.orphan,
      BREAK_COST.widow,
      BREAK_COST.keep,
    ),
    divided: fc.boolean(),
  })
  .map((one): Slug => ({ ...one, rows: one.rows + one.spaceAbove }));

/** A block's slugs: its last line ends no divided word. */
const slugs = (minLength: number) =>
  fc
    .array(slug, { minLength, maxLength: 4 })
    .map((all) => all.map((one, index) => (index === all.length - 1 ? { ...one, divided: false } : one)));

/** A block that can be had in up to three ways, one of them perhaps not at all (an optional element). */
const piece: fc.Arbitrary<Piece> = fc
  .record({
    natural: slugs(1),
    others: fc.array(fc.tuple(slugs(0), fc.integer({ min: 1, max: 400 })), { maxLength: 2 }),
  })
  .map(({ natural, others }) => flexible(wayOf(natural), () => others.map(([set, cost]) => wayOf(set, cost))));

const pieces = fc.array(piece, { minLength: 1, maxLength: 5 });
const depths = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 4 });

const EMPTY_ROW = 60;

function fill(all: readonly Piece[], columns: readonly number[], under = Infinity) {
  return fillSegments(all, columns, { goal: "all", emptyRow: EMPTY_ROW, under });
}

describe("filling columns", () => {
  it("finds the cheapest of all ways to have the blocks and to part them", () => {
    fc.assert(
      fc.property(pieces, depths, (all, columns) => {
        expect(fill(all, columns)?.cost ?? Infinity).toBe(cheapestByTrial(all, columns));
      }),
      { numRuns: 1500 },
    );
  });

  it("costs what it says: the ways chosen, the rows left empty and the breaks, counted afresh", () => {
    fc.assert(
      fc.property(pieces, depths, (all, columns) => {
        const filling = fill(all, columns);
        fc.pre(filling !== undefined);
        if (filling === undefined) return;
        const parted = filling.segments.map((set) => set.length);
        const set = filling.ways.flatMap((way) => way.slugs);
        expect(filling.segments.flat()).toEqual(set);
        expect(costOfParting(set, parted, columns) + costOfWays(filling.ways)).toBe(filling.cost);
      }),
      { numRuns: 500 },
    );
  });

  it("finds nothing under the cheapest price, and the cheapest just above it", () => {
    fc.assert(
      fc.property(pieces, depths, (all, columns) => {
        const cost = cheapestByTrial(all, columns);
        fc.pre(cost < Infinity);
        expect(fill(all, columns, cost)).toBeUndefined();
        expect(fill(all, columns, cost + 1)?.cost).toBe(cost);
      }),
      { numRuns: 500 },
    );
  });

  it("never costs less than the bounds by which hopeless layouts are passed over", () => {
    const more = fc.nat({ max: 3 });
    fc.assert(
      fc.property(pieces, depths, more, more, (all, columns, fewer, segments) => {
        const rows = columns.reduce((sum, depth) => sum + depth, 0);
        const costs = new RowCosts(all, EMPTY_ROW);
        const bound = costs.bound(rows, columns.length);
        expect(bound).toBeLessThanOrEqual(cheapestByTrial(all, columns));
        expect(costs.boundBeyond(rows - fewer, columns.length + segments)).toBeLessThanOrEqual(bound);
      }),
      { numRuns: 500 },
    );
  });
});

/** The same price by trying every choice of ways and every parting, from the definition. */
function cheapestByTrial(all: readonly Piece[], columns: readonly number[]): number {
  return Math.min(
    ...choices(all).map(
      (ways) =>
        costOfWays(ways) +
        cheapestParting(
          ways.flatMap((way) => way.slugs),
          0,
          columns,
        ),
    ),
  );
}

function choices([first, ...rest]: readonly Piece[]): Way[][] {
  if (first === undefined) return [[]];
  const further = choices(rest);
  return first.ways.flatMap((way) => further.map((ways) => [way, ...ways]));
}

function costOfWays(ways: readonly Way[]): number {
  return ways.reduce((sum, { cost }) => sum + cost, 0);
}

function cheapestParting(all: readonly Slug[], from: number, [depth, ...rest]: readonly number[]): number {
  if (depth === undefined) return from === all.length ? 0 : Infinity;
  let best = Infinity;
  for (let end = from; end <= all.length; end++) {
    const cost = costOfColumn(all, from, end, depth);
    if (cost < Infinity) best = Math.min(best, cost + cheapestParting(all, end, rest));
  }
  return best;
}

function costOfParting(all: readonly Slug[], lengths: readonly number[], columns: readonly number[]): number {
  let from = 0;
  return columns.reduce((sum, depth, index) => {
    const end = from + (lengths[index] ?? 0);
    const cost = costOfColumn(all, from, end, depth);
    from = end;
    return sum + cost;
  }, 0);
}

/** Empty rows squared, and what it costs to begin this column where it begins. */
function costOfColumn(all: readonly Slug[], from: number, end: number, depth: number): number {
  const rows =
    all.slice(from, end).reduce((sum, one) => sum + one.rows, 0) - (end > from ? (all[from]?.spaceAbove ?? 0) : 0);
  if (rows > depth) return Infinity;
  const divided = all[from - 1]?.divided ? BREAK_COST.dividedAtColumn : 0;
  const parted = from > 0 && end > from ? (all[from]?.breakBefore ?? 0) + divided : 0;
  return EMPTY_ROW * (depth - rows) ** 2 + parted;
}

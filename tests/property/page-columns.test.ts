import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillColumns, SlugStream } from "../../src/page/columns.ts";
import { BREAK_COST, type Slug } from "../../src/page/slug.ts";

const slugs = fc
  .array(
    fc.record({
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
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all): Slug[] => all.map((slug) => ({ ...slug, rows: slug.rows + slug.spaceAbove })));

const depths = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 });

describe("filling columns", () => {
  it("finds the cheapest of all ways to part the text", () => {
    fc.assert(
      fc.property(slugs, depths, (all, columns) => {
        const stream = new SlugStream(all);
        const filling = fillColumns(stream, 0, columns, "all");
        const cheapest = cheapestByTrial(stream, 0, columns);
        expect(filling?.cost ?? Infinity).toBe(cheapest);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps every slug exactly once and in order", () => {
    fc.assert(
      fc.property(slugs, depths, (all, columns) => {
        const filling = fillColumns(new SlugStream(all), 0, columns, "all");
        fc.pre(filling !== undefined);
        const ends = filling?.ends ?? [];
        expect(ends.at(-1)).toBe(all.length);
        expect([...ends]).toEqual([...ends].sort((a, b) => a - b));
      }),
    );
  });
});

/** The same price by trying everything, from the definition: empty rows squared, breaks, divided words. */
function cheapestByTrial(stream: SlugStream, from: number, [depth, ...rest]: readonly number[]): number {
  const { slugs: all } = stream;
  if (depth === undefined) return from === all.length ? 0 : Infinity;
  let best = Infinity;
  for (let end = from; end <= all.length; end++) {
    const rows =
      all.slice(from, end).reduce((sum, slug) => sum + slug.rows, 0) - (end > from ? (all[from]?.spaceAbove ?? 0) : 0);
    if (rows > depth) continue;
    const empty = 60 * (depth - rows) ** 2;
    const next = all[end];
    const parted = next && end > from ? next.breakBefore + (all[end - 1]?.divided ? BREAK_COST.dividedAtColumn : 0) : 0;
    best = Math.min(best, empty + parted + cheapestByTrial(stream, end, rest));
  }
  return best;
}

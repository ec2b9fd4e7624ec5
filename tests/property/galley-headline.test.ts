import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakHeadline, type BreakOrder, type HeadlinePiece } from "../../src/galley/headline-breaks.ts";

const piece: fc.Arbitrary<HeadlinePiece> = fc.record({
  width: fc.integer({ min: 5, max: 60 }).map((tenths) => tenths / 10),
  space: fc.constantFrom(0.25, 0.25, 0),
  hyphen: fc.constantFrom(0, 0, 0, 0.3),
  breakCost: fc.constantFrom(0, 0.8, 0.8, 3.8, 60),
  pause: fc.constantFrom(0, 0, 0, 0.6, 1),
  short: fc.boolean(),
});

const pieces = fc.array(piece, { minLength: 1, maxLength: 8 });

const order: fc.Arbitrary<BreakOrder> = fc.record(
  {
    sizes: fc.constantFrom([40, 36, 32, 28], [24], [30, 29.5, 20]),
    maxLines: fc.integer({ min: 1, max: 4 }),
    width: fc.integer({ min: 100, max: 500 }),
    prefer: fc.constantFrom("even" as const, "longer-first" as const),
    ragged: fc.constant(true as const),
  },
  { requiredKeys: ["sizes", "maxLines", "width", "prefer"] },
);

describe("breaking a headline", () => {
  it("finds the cheapest of all sets of breaks in all sizes", () => {
    fc.assert(
      fc.property(pieces, order, (all, wish) => {
        const found = breakHeadline(all, wish)[0]?.cost ?? Infinity;
        const { cheapest, onEdge } = cheapestByTrial(all, wish);
        fc.pre(!onEdge);
        if (cheapest === Infinity) expect(found).toBe(Infinity);
        else expect(found).toBeCloseTo(cheapest, 9);
      }),
      { numRuns: 3000 },
    );
  });

  it("gives ways that fit, in order of their costs, no two of one height", () => {
    fc.assert(
      fc.property(pieces, order, (all, wish) => {
        const ways = breakHeadline(all, wish);
        expect(ways.map(({ cost }) => cost)).toEqual(ways.map(({ cost }) => cost).toSorted((a, b) => a - b));
        expect(new Set(ways.map(({ size, starts }) => (size * (starts.length - 1)).toFixed(2))).size).toBe(ways.length);
        for (const { starts, size, fill } of ways) {
          expect(starts.length - 1).toBeLessThanOrEqual(wish.maxLines);
          expect(fill).toBeLessThanOrEqual(1 + 1e-9);
          expect(size).toBeLessThanOrEqual(wish.sizes[0] ?? 0);
          expect(size).toBeGreaterThanOrEqual(Math.min(...wish.sizes));
        }
      }),
    );
  });
});

/**
 * The least cost, from the definition: every subset of the places between pieces, every size that holds the longest line. And whether
 * some line is so near to where a cost jumps that the order of additions decides on which side it is.
 */
function cheapestByTrial(all: readonly HeadlinePiece[], order: BreakOrder) {
  const { sizes, maxLines, width } = order;
  let [cheapest, onEdge] = [Infinity, false];
  for (let bits = 0; bits < 2 ** (all.length - 1); bits++) {
    const lines: HeadlinePiece[][] = [[]];
    all.forEach((one, index) => {
      lines.at(-1)?.push(one);
      if (index < all.length - 1 && bits & (1 << index)) lines.push([]);
    });
    if (lines.length > maxLines) continue;
    const widths = lines.map((line, index) => {
      const inked = line.reduce((sum, one) => sum + one.width, 0);
      const spaces = line.slice(0, -1).reduce((sum, one) => sum + one.space, 0);
      return inked + spaces + (index < lines.length - 1 ? (line.at(-1)?.hyphen ?? 0) : 0);
    });
    const longest = Math.max(...widths);
    const tried = sizes.filter((size) => size * longest <= width + 1e-6);
    const steps = (width + 1e-6) / longest / 0.5;
    const fine = Math.min(sizes[0] ?? 0, Math.floor(steps) * 0.5);
    const fills = [...tried, fine].map((size) => (size * longest) / width);
    onEdge ||= isNear(steps, Math.round(steps)) || widths.some((line) => isNear(line / longest, 0.4));
    onEdge ||= fills.some((fill) => [0.85, 0.92, 1].some((edge) => isNear(fill, edge)));
    const [largest] = tried;
    if (largest !== undefined && (largest * longest) / width < 0.92 && fine > largest) tried.push(fine);
    for (const size of tried) cheapest = Math.min(cheapest, priceOf(lines, widths, size, order));
  }
  return { cheapest, onEdge };
}

function isNear(number: number, edge: number): boolean {
  return Math.abs(number - edge) < 1e-7;
}

function priceOf(lines: readonly HeadlinePiece[][], widths: readonly number[], size: number, wish: BreakOrder): number {
  const longest = Math.max(...widths);
  const fill = (longest * size) / wish.width;
  let price = 0.7 * (lines.length - 1);
  for (const line of lines.slice(0, -1)) price += line.at(-1)?.breakCost ?? 0;
  if (lines.length > 1) for (const line of lines) if (line.length === 1 && line[0]?.short) price += 60;
  if (lines.length > 1) for (const index of lines.keys()) price += priceOfPauses(lines, index, longest);
  for (const width of widths) if (width / longest < 0.4) price += 6;
  if (wish.prefer === "even") for (const width of widths) price += 12 * (1 - width / longest) ** 2;
  else {
    for (let index = 1; index < widths.length; index++) {
      price += 25 * Math.max(0, ((widths[index] ?? 0) - (widths[index - 1] ?? 0)) / longest);
    }
    price += 25 * Math.max(0, (0.5 * (widths[0] ?? 0) - (widths.at(-1) ?? 0)) / longest);
  }
  if (wish.ragged) return price;
  price += 30 * Math.max(0, 0.92 - fill) + (fill < 0.85 ? 25 : 0);
  return price + 8 * (1 - size / (wish.sizes[0] ?? size));
}

/** What the pauses inside a line cost: each that no line ends there, and the parts of phrases that lines cut short beside it. */
function priceOfPauses(lines: readonly HeadlinePiece[][], index: number, longest: number): number {
  const line = lines[index] ?? [];
  const phraseBegan = index > 0 && lines[index - 1]?.at(-1)?.pause === 0;
  const phraseGoesOn = index < lines.length - 1 && line.at(-1)?.pause === 0;
  const stray = (part: readonly HeadlinePiece[]): number => {
    const inked = part.reduce((sum, one) => sum + one.width, 0);
    const spaces = part.slice(0, -1).reduce((sum, one) => sum + one.space, 0);
    return 8 * Math.max(0, 1 - (inked + spaces + (part.at(-1)?.hyphen ?? 0)) / longest / 0.5);
  };
  return line.slice(0, -1).reduce((sum, { pause }, at) => {
    const parts = (phraseBegan ? stray(line.slice(0, at + 1)) : 0) + (phraseGoesOn ? stray(line.slice(at + 1)) : 0);
    return sum + pause * (1.2 + parts);
  }, 0);
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, rounded } from "../../../../src/render/pdf/number.ts";

/** The slow way: `toFixed`, and needless digits taken off. */
function slow(number: number, digits: number): string {
  const fixed = number.toFixed(digits).replace(/\.?0+$/, "");
  return fixed === "-0" ? "0" : fixed;
}

const digits = fc.integer({ min: 1, max: 6 });

describe("a number in a PDF", () => {
  it("is rounded as toFixed does it, whatever it is", () => {
    const any = fc.double({ min: -1e8, max: 1e8, noNaN: true });
    const usual = fc.double({ min: -20_000, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(usual, any), digits, (number, places) => {
        expect(decimal(number, places)).toBe(slow(number, places));
        expect(rounded(number, places)).toBe(Number(slow(number, places)));
      }),
      { numRuns: 20_000, seed: 4 },
    );
  });

  it("is rounded as toFixed does it where it lies in the middle between two steps, and right beside", () => {
    const middle = fc.tuple(fc.integer({ min: -2e7, max: 2e7 }), digits, fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(middle, ([steps, places, off]) => {
        const number = (steps + 0.5) / 10 ** places + off * Number.EPSILON * Math.abs(steps / 10 ** places);
        expect(decimal(number, places)).toBe(slow(number, places));
      }),
      { numRuns: 20_000, seed: 4 },
    );
  });

  it("has no exponent and no minus before zero", () => {
    expect([decimal(1e-6, 6), decimal(-1e-9, 4), decimal(-0, 3), decimal(0.0001, 4)]).toEqual([
      "0.000001",
      "0",
      "0",
      "0.0001",
    ]);
  });
});

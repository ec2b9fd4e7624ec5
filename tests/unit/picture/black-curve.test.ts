import { describe, expect, it } from "vitest";
import { blackCurve } from "../../../src/picture/black-curve.ts";
import { readToLab } from "../../../src/picture/colour-table.ts";
import { bundledCondition, profileOf } from "../../support/condition.ts";

describe.each(["austria-newsprint", "coated"] as const)("the tone curve of greys on %s", (name) => {
  const { bytes } = profileOf(bundledCondition(name));
  const curve = blackCurve(bytes);

  it("leaves white to the paper, and gives black all the ink", () => {
    expect([curve[255], curve[0]]).toEqual([255, 0]);
  });

  it("never gets lighter where the picture gets darker", () => {
    for (let grey = 1; grey < 256; grey++) expect(curve[grey]).toBeGreaterThanOrEqual(curve[grey - 1] ?? 0);
  });

  it("keeps shadows apart, though black ink is lighter than the picture's black", () => {
    expect(new Set(curve.subarray(0, 64)).size).toBeGreaterThan(24);
  });

  it("prints a grey as light as it is, scaled between paper and ink", () => {
    const toLab = readToLab(bytes, "A2B1");
    const printed = (grey: number): number => toLab?.([0, 0, 0, (255 - (curve[grey] ?? 0)) / 255])[0] ?? 0;
    const luminance = (lightness: number): number => ((lightness + 16) / 116) ** 3;
    const darkest = luminance(printed(0));
    for (const [grey, own] of [
      [128, 0.2158605],
      [200, 0.5775804],
      [60, 0.0451862],
    ] as const) {
      const wanted = 116 * Math.cbrt(darkest + (1 - darkest) * own) - 16;
      expect(Math.abs(printed(grey) - wanted), `grey ${grey}`).toBeLessThan(0.5);
    }
  });
});

describe("the tone curve of greys", () => {
  it("is straight for a profile whose table cannot be read", () => {
    expect(Array.from(blackCurve(new Uint8Array(200))).slice(0, 3)).toEqual([0, 1, 2]);
  });
});

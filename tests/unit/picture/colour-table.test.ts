import { describe, expect, it } from "vitest";
import { readColourTable, readToLab } from "../../../src/picture/colour-table.ts";
import { bundledCondition, profileOf } from "../../support/condition.ts";
import { profileWith } from "../../support/icc.ts";

/** CMYK as bytes, and what Little CMS 2.14 gives for it with relative colorimetric intent, without black point compensation. */
const LITTLE_CMS = {
  "austria-newsprint": [
    [
      [0, 0, 0, 0],
      [100, 0, 0],
    ],
    [
      [0, 0, 0, 255],
      [47.94, 2.01, 2.92],
    ],
    [
      [0, 0, 0, 128],
      [67.52, 1.26, 1.99],
    ],
    [
      [255, 0, 0, 0],
      [72.33, -27.11, -35.27],
    ],
    [
      [0, 255, 255, 0],
      [64.86, 49.06, 24.05],
    ],
    [
      [136, 100, 94, 220],
      [45.43, 0.52, -0.54],
    ],
    [
      [40, 90, 10, 33],
      [71.12, 13.6, -8.45],
    ],
  ],
  coated: [
    [
      [0, 0, 0, 0],
      [100, 0, 0],
    ],
    [
      [0, 0, 0, 255],
      [17.43, 0.01, 0.61],
    ],
    [
      [0, 0, 0, 128],
      [65.3, -0.07, 0],
    ],
    [
      [255, 0, 0, 0],
      [58.12, -39.71, -50.48],
    ],
    [
      [0, 255, 255, 0],
      [49.89, 71.31, 51],
    ],
    [
      [136, 100, 94, 220],
      [22.07, -1.3, -1.16],
    ],
    [
      [40, 90, 10, 33],
      [71.57, 15.25, -8.48],
    ],
  ],
} as const;

describe("a profile's table", () => {
  it.each(["austria-newsprint", "coated"] as const)("of %s gives the colours that Little CMS gives", (name) => {
    const toLab = readToLab(profileOf(bundledCondition(name)).bytes, "A2B1");
    for (const [inks, expected] of LITTLE_CMS[name]) {
      const lab = toLab?.(inks.map((ink) => ink / 255)) ?? [];
      lab.forEach((value, index) => expect(Math.abs(value - (expected[index] ?? 0)), `${inks}`).toBeLessThan(0.35));
    }
  });

  it("with curves, grid, matrix and curves (version 4) is read in that order", () => {
    // Inputs squared, a grid that leaves the first three alone, halved by the matrix, an offset of a quarter.
    const profile = profileWith("A2B0", "lutAToB");
    const table = readColourTable(profile, "A2B0");
    const expected = [0.5, 0.5, 0.25].map((value) => value ** 2 / 2 + 0.25);
    table?.([0.5, 0.5, 0.25, 0.9]).forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? 0, 3));
    expect(table).toBeDefined();
  });

  it("with bytes (lut8) spans lightness from 0 to 100", () => {
    const toLab = readToLab(profileWith("A2B0", "lut8"), "A2B0");
    expect(toLab?.([1, 1, 1, 0])).toEqual([100, 127, 127]);
    expect(toLab?.([0, 0, 0, 0])).toEqual([0, -128, -128]);
  });

  it("that is not there, or no table, is undefined", () => {
    const { bytes } = profileOf(bundledCondition("coated"));
    for (const tag of ["A2B7", "desc", "wtpt"]) expect(readToLab(bytes, tag)).toBeUndefined();
    expect(readToLab(new Uint8Array(10), "A2B0")).toBeUndefined();
  });

  it("that is cut off gives numbers, not exceptions", () => {
    const { bytes } = profileOf(bundledCondition("coated"));
    for (const length of [200, 800, 2000, 30000]) {
      const lab = readToLab(bytes.subarray(0, length), "A2B0")?.([0.2, 0.4, 0.6, 0.8]) ?? [0];
      expect(lab.every(Number.isFinite), `${length} bytes`).toBe(true);
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pixelCrop } from "../../../src/picture/pixel-crop.ts";

const pixels = { width: 100, height: 50 };

describe("a crop in whole pixels", () => {
  it("takes in pixels that it only touches", () => {
    expect(pixelCrop({ x: 0.101, y: 0.5, width: 0.2, height: 0.3 }, pixels)).toEqual({
      x: 10,
      y: 25,
      width: 21,
      height: 15,
    });
  });

  it("is one pixel where it lies within one, or is nothing", () => {
    expect(pixelCrop({ x: 0.102, y: 0.5, width: 0.001, height: 0 }, pixels)).toEqual({
      x: 10,
      y: 25,
      width: 1,
      height: 1,
    });
  });

  it("is not enlarged by what computing leaves behind the point", () => {
    expect(pixelCrop({ x: 0.1 + 0.2, y: 0, width: 0.7 - 1e-12, height: 1 + 1e-12 }, pixels)).toEqual({
      x: 30,
      y: 0,
      width: 70,
      height: 50,
    });
  });

  it("has a pixel at least and stays in the picture, whatever is asked", () => {
    const share = fc.double({ min: -1, max: 2, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (x, y, width, height) => {
        const rect = pixelCrop({ x, y, width, height }, pixels);
        expect(Math.min(rect.x, rect.y)).toBeGreaterThanOrEqual(0);
        expect(Math.min(rect.width, rect.height)).toBeGreaterThanOrEqual(1);
        expect(rect.x + rect.width).toBeLessThanOrEqual(100);
        expect(rect.y + rect.height).toBeLessThanOrEqual(50);
      }),
    );
  });
});

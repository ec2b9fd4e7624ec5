import { describe, expect, it } from "vitest";
import { pressColours } from "../../../src/picture/index.ts";
import type { Raster } from "../../../src/picture/raster.ts";
import { bundledCondition, profileOf } from "../../support/condition.ts";

const newsprint = pressColours(profileOf(bundledCondition("austria-newsprint")).bytes);

function levels(c: number, m: number, y: number, k: number): number[] {
  return newsprint.of({ c, m, y, k }).map((share) => Math.round(255 * share));
}

function pixels(...inks: readonly (readonly number[])[]): number[][] {
  const picture: Raster = { width: inks.length, height: 1, channels: 4, data: Uint8Array.from(inks.flat()) };
  const { channels, data } = newsprint.ofPicture(picture);
  return inks.map((_, index) => [...data.subarray(channels * index, channels * index + channels)]);
}

describe("the colours of a press on a screen", () => {
  it("show paper white and black ink black", () => {
    expect(levels(0, 0, 0, 0)).toEqual([255, 255, 255]);
    expect(levels(0, 0, 0, 1)).toEqual([0, 0, 0]);
  });

  it("show half of black darker than half of white, as dots grow on newsprint", () => {
    const [red = 0] = levels(0, 0, 0, 0.5);
    expect(red).toBeGreaterThan(115);
    expect(red).toBeLessThan(160);
  });

  it("show inks duller than a screen's own colours", () => {
    const [red = 0, green = 0, blue = 0] = levels(0, 1, 1, 0);
    expect(red).toBeGreaterThan(200);
    expect(Math.min(green, blue)).toBeGreaterThan(20);
  });

  it("keep the shadows of pictures neutral, and darker than anything but black", () => {
    const [[red = 0, green = 0, blue = 0] = []] = pixels([153, 128, 128, 153]);
    expect(Math.max(red, green, blue)).toBeLessThan(60);
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(12);
  });

  it("get lighter with every step of less black", () => {
    const greys = pixels(...Array.from({ length: 256 }, (_, k) => [0, 0, 0, 255 - k])).map(([, green = 0]) => green);
    expect(greys).toEqual([...greys].sort((a, b) => a - b));
    expect(greys.at(-1)).toBe(255);
  });

  it("are those of ideal inks where the profile cannot be read", () => {
    const ideal = pressColours(new Uint8Array(200));
    expect(ideal.of({ c: 0, m: 1, y: 1, k: 0 })).toEqual([1, 0, 0]);
    expect(ideal.of({ c: 0, m: 0, y: 0, k: 1 })).toEqual([0, 0, 0]);
  });
});

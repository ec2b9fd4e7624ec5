import { describe, expect, it } from "vitest";
import type { PlateMaker, Raster } from "../../../src/preflight/index.ts";
import { bundledCondition } from "../../support/condition.ts";
import { judge } from "../../support/pdf/judged.ts";

const condition = bundledCondition("austria-newsprint");
const CONTENT = "0 g 20 20 9 9 re f";

/** A rendered page of 100 × 200 points, a pixel to the half point, painted by a function of pixel places. */
function raster(paint: (x: number, y: number) => readonly number[], [width, height] = [200, 400]): Raster {
  const cmyk = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) cmyk.set(paint(x, y), (y * width + x) * 4);
  return { cmyk, width, height, shows: "MediaBox" };
}

const dark = [255, 255, 128, 0];
const paper = [0, 0, 0, 0];
const isIn = (x: number, y: number, [left, top, side]: readonly [number, number, number]): boolean =>
  x >= left && x < left + side && y >= top && y < top + side;

function measured(maker: PlateMaker, page = "") {
  return judge({ content: CONTENT, page }, condition, maker);
}

describe("the ink on a page", () => {
  it("is where most of it is, with the plates that carry any", () => {
    const { ink, findings } = measured(() => raster((x, y) => (isIn(x, y, [100, 200, 40]) ? dark : paper)));
    expect(ink?.plates).toEqual(["C", "M", "Y"]);
    expect(Math.round(ink?.most ?? 0)).toBe(250);
    expect(Math.abs((ink?.place.x ?? 0) - ((50 - 10) * 25.4) / 72)).toBeLessThan(1.1);
    expect(Math.abs((ink?.place.y ?? 0) - ((100 - 10) * 25.4) / 72)).toBeLessThan(1.1);
    const total = findings.find(({ rule }) => rule.id === "INK-2");
    expect(total?.occurrences[0]?.found).toContain("there is 250 % of ink, the paper holds 220 %");
  });

  it("does not count outside of the bleed", () => {
    const { ink } = measured(() => raster((x, y) => (isIn(x, y, [0, 0, 8]) ? dark : paper)));
    expect(ink?.most).toBe(0);
  });

  it("does not count in single pixels, as JPEGs strew them", () => {
    const { findings } = measured(() => raster((x, y) => ((x * 7 + y * 3) % 23 === 0 ? dark : [200, 200, 100, 0])));
    expect(findings.map(({ rule }) => rule.id)).not.toContain("INK-2");
  });

  it("is found at its place on a page that is turned, too", () => {
    const turned = raster((x, y) => (isIn(x, y, [300, 100, 40]) ? dark : paper), [400, 200]);
    const { ink } = measured(() => turned, "/Rotate 90");
    expect(Math.abs((ink?.place.x ?? 0) - ((150 - 10) * 25.4) / 72)).toBeLessThan(1.1);
    expect(Math.abs((ink?.place.y ?? 0) - ((50 - 10) * 25.4) / 72)).toBeLessThan(1.1);
  });

  it("that cannot be measured is said, with the reason", () => {
    const { unchecked, ink, verdict } = measured(() => "install Ghostscript (gs), which renders the plates");
    expect(unchecked).toEqual(["total ink was not measured: install Ghostscript (gs), which renders the plates"]);
    expect(ink).toBeUndefined();
    expect(verdict).toBe("refused");
  });
});

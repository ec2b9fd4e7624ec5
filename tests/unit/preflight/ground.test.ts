import { describe, expect, it } from "vitest";
import type { Box } from "../../../src/preflight/content/index.ts";
import { Ground, GROUND } from "../../../src/preflight/ground.ts";
import { Budget } from "../../../src/preflight/reader/index.ts";
import { streamOf } from "../../support/pdf/build.ts";
import { marksOf } from "../../support/pdf/marks.ts";

const PAGE: Box = { left: 0, bottom: 0, right: 100, top: 200 };

/** The plates under an area of a page that has been painted. */
function under(content: string, area: Box, resources = "", extra: readonly string[] = []): number {
  const ground = new Ground(PAGE, new Budget());
  for (const mark of marksOf({ content, resources, extra }).marks) ground.paint(mark);
  return ground.under(area);
}

const line: Box = { left: 20, bottom: 50, right: 80, top: 58 };

describe("what lies under type", () => {
  it("is nothing on paper, and the plates of an area on an area", () => {
    expect(under("", line)).toBe(0);
    expect(under("0.5 0 0 0.2 k 0 0 100 100 re f", line)).toBe(GROUND.c | GROUND.k);
    expect(under("0.5 0 0 0.2 k 0 60 100 100 re f", line)).toBe(0);
  });

  it("is gone under white, unless that overprints", () => {
    expect(under("0.5 g 0 0 100 100 re f 1 g 0 0 100 100 re f", line)).toBe(0);
    const resources = "/ExtGState <</G <</OP true /OPM 1>>>>";
    expect(under("0.5 g 0 0 100 100 re f /G gs 0 0 0 0 k 0 0 100 100 re f", line, resources)).toBe(GROUND.k);
  });

  it("is not what stands in the hollow of a frame or beside a slanted edge", () => {
    expect(under("0 1 0 0 k 0 0 100 200 re 10 30 80 80 re f*", line)).toBe(0);
    expect(under("0 1 0 0 k 0 0 m 100 0 l 0 40 l f", line)).toBe(0);
  });

  it("counts from a tenth of the area on", () => {
    expect(under("0 0 1 0 k 20 40 20 30 re f", line)).toBe(GROUND.y);
    expect(under("0 0 1 0 k 20 40 2 30 re f", line)).toBe(0);
  });

  it("is a picture where one stands, but not what a mask may have cut out of it", () => {
    const image = "/Type /XObject /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceRGB";
    const content = "100 0 0 100 0 0 cm /I Do";
    expect(under(content, line, "/XObject <</I 5 0 R>>", [streamOf("", image)])).toBe(GROUND.unknown);
    const masked = [streamOf("", `${image} /SMask 6 0 R`), streamOf("", image)];
    expect(under(content, line, "/XObject <</I 5 0 R>>", masked)).toBe(0);
  });
});

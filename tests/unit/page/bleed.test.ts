import { describe, expect, it } from "vitest";
import { bleedPage, type Frame, type Page } from "../../../src/page/index.ts";
import { copyOf } from "../../support/desk.ts";

const TRIM = { x: 0, y: 0, width: 100, height: 200 };
const BLACK = { c: 0, m: 0, y: 0, k: 1 };

function bled(...frames: Frame[]): Page {
  const grid = { first: 20, leading: 10, rows: 10, columns: [0], columnWidth: 100 };
  const page = { number: 1, trim: TRIM, bleed: TRIM, typeArea: TRIM, grid, emptyRows: 0, overset: 0, frames };
  return bleedPage(page, 9);
}

function picture(rect: Page["trim"], image: Page["trim"]): Frame {
  return { kind: "picture", picture: 0, rect, image: { path: "bild.jpg", rect: image }, alternative: copyOf("Bild") };
}

describe("a page with bleed", () => {
  it("has its bleed box around the trim", () => {
    expect(bled().bleed).toEqual({ x: -9, y: -9, width: 118, height: 218 });
  });

  it("draws out what reaches the trim, on that side alone", () => {
    const [tint, rule] = bled(
      { kind: "tint", rect: { x: 0, y: 50, width: 100, height: 20 }, ink: BLACK },
      { kind: "rule", role: "header", rect: { x: 10, y: 0, width: 80, height: 2 }, ink: BLACK },
    ).frames;
    expect(tint?.rect).toEqual({ x: -9, y: 50, width: 118, height: 20 });
    expect(rule?.rect).toEqual({ x: 10, y: -9, width: 80, height: 11 });
  });

  it("leaves alone what does not reach it", () => {
    const rect = { x: 10, y: 10, width: 80, height: 50 };
    expect(bled(picture(rect, rect)).frames).toEqual([picture(rect, rect)]);
  });

  it("shows more of a picture where its crop has hidden enough", () => {
    const image = { x: -20, y: 40, width: 140, height: 60 };
    const [frame] = bled(picture({ x: 0, y: 40, width: 100, height: 60 }, image)).frames;
    expect(frame).toMatchObject({ rect: { x: -9, y: 40, width: 118, height: 60 }, image: { rect: image } });
  });

  it("enlarges a picture about its middle where it would not cover the bleed, and no further", () => {
    const rect = { x: 0, y: 40, width: 100, height: 50 };
    const [frame] = bled(picture(rect, rect)).frames;
    if (frame?.kind !== "picture" || frame.image === undefined) throw new Error("the picture is gone");
    const { x, y, width, height } = frame.image.rect;
    expect([x, y, width, height].map((number) => Number(number.toFixed(6)))).toEqual([-9, 35.5, 118, 59]);
  });
});

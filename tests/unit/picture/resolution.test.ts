import { describe, expect, it } from "vitest";
import { mm, placeOf, type Pt } from "../../../src/base/index.ts";
import { checkResolution } from "../../../src/picture/index.ts";
import { copyOf } from "../../support/desk.ts";
import { bundledCondition } from "../../support/condition.ts";

const place = placeOf(copyOf("bild.jpg"));
const { pictures: newsprint } = bundledCondition("austria-newsprint");

function check(pixels: number, width: Pt, { height = width / 2, whole = width, bilevel = false } = {}) {
  const probe = { width: pixels, bilevel };
  return checkResolution({ name: "bild.jpg", place, probe, whole, size: { width, height } }, newsprint);
}

describe("the resolution of a picture", () => {
  it("is enough from what the print condition asks for on", () => {
    expect(check(2000, 720)).toEqual([]);
    expect(check(1999, 720)).toHaveLength(1);
  });

  it("is reported with the real figure and the largest size that would do", () => {
    const [finding] = check(640, mm(104), { height: mm(70) });
    expect(finding).toMatchObject({ code: "picture/low-resolution", severity: "warning", place });
    expect(finding?.message).toBe("bild.jpg has 156 ppi at 104 × 70 mm, the press wants 200");
    expect(finding?.hint).toContain("up to 81 × 54 mm");
  });

  it("is that of the whole picture, whatever is cropped of it", () => {
    expect(check(2000, 360, { whole: 720 })).toEqual([]);
    expect(check(1000, 360, { whole: 720 })[0]?.message).toContain("100 ppi at 127 × 64 mm");
  });

  it("would do at the size that the hint names", () => {
    const hint = check(777, mm(250))[0]?.hint ?? "";
    const widest = Number(/up to (\d+) ×/.exec(hint)?.[1]);
    expect(check(777, mm(widest))).toEqual([]);
    expect(check(777, mm(widest + 1))).toHaveLength(1);
  });

  it("is a graver finding below what print shops refuse", () => {
    const [finding] = check(749, 720);
    expect(finding).toMatchObject({ code: "picture/far-too-coarse", severity: "warning" });
    expect(finding?.message).toContain("wants 200 and refuses less than 75");
    expect(check(750, 720)[0]?.code).toBe("picture/low-resolution");
  });

  it("has to be that of line art where there is black and white alone", () => {
    expect(check(6000, 720, { bilevel: true })).toEqual([]);
    expect(check(5999, 720, { bilevel: true })[0]?.message).toContain("wants 600 of line art");
  });
});

import { describe, expect, it } from "vitest";
import { bottom, mm, right } from "../../../../src/base/index.ts";
import { dressSheet, type DisplayPage, type Operation } from "../../../../src/render/display/index.ts";
import { bundledTemplate, setter } from "../../../support/desk.ts";

const TRIM = { x: 0, y: 0, width: mm(210), height: mm(297) };
const BLEED = { x: -mm(3), y: -mm(3), width: mm(216), height: mm(303) };
const PAGE: DisplayPage = { trim: TRIM, bleed: BLEED, media: BLEED, operations: [] };
const ALL = { cropMarks: true, registrationMarks: true, colourBar: true, slugLine: true };
const NONE = { cropMarks: false, registrationMarks: false, colourBar: false, slugLine: false };
const LINE = { text: "seite.pdf · Seite 1", style: bundledTemplate("a4-3").styles.credit, setter };

/** The edges that an operation reaches: left, top, right, bottom. */
function extent(operation: Operation): readonly [number, number, number, number] {
  switch (operation.kind) {
    case "fill":
      return [operation.rect.x, operation.rect.y, right(operation.rect), bottom(operation.rect)];
    case "stroke": {
      const { from, to } = operation;
      return [Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y)];
    }
    case "glyphs": {
      const xs = operation.glyphs.map(({ x }) => x);
      return [Math.min(...xs), operation.baseline - operation.size, Math.max(...xs), operation.baseline];
    }
    case "picture":
      throw new Error("a sheet has no pictures");
  }
}

describe("a sheet", () => {
  const dressed = dressSheet(PAGE, ALL, LINE);

  it("has all its marks outside the bleed and on the paper", () => {
    const { media } = dressed;
    expect(dressed.operations.length).toBeGreaterThan(100);
    for (const operation of dressed.operations) {
      const [left, top, end, foot] = extent(operation);
      const outside = end <= BLEED.x || left >= right(BLEED) || foot <= BLEED.y || top >= bottom(BLEED);
      expect([operation, outside]).toEqual([operation, true]);
      expect([left >= media.x, top >= media.y, end <= right(media), foot <= bottom(media)]).not.toContain(false);
    }
  });

  it("marks where it is cut: at each corner a line along each edge of the trim", () => {
    const { operations } = dressSheet(PAGE, { ...NONE, cropMarks: true }, LINE);
    const lines = operations.map(extent);
    const upright = lines.filter(([left, , end]) => left === end).map(([left]) => left);
    const level = lines.filter(([, top, , foot]) => top === foot).map(([, top]) => top);
    expect(upright.toSorted((a, b) => a - b)).toEqual([0, 0, TRIM.width, TRIM.width]);
    expect(level.toSorted((a, b) => a - b)).toEqual([0, 0, TRIM.height, TRIM.height]);
  });

  it("is part of the page as it is produced, not of the article", () => {
    expect(new Set(dressed.operations.map(({ tag }) => tag))).toEqual(new Set(["mark"]));
  });

  it("says at its foot what it is", () => {
    const { operations } = dressSheet(PAGE, { ...NONE, slugLine: true }, LINE);
    const text = operations.flatMap((operation) => (operation.kind === "glyphs" ? operation.glyphs : []));
    expect(
      text
        .map((glyph) => glyph.text)
        .join("")
        .trim(),
    ).toBe("seite.pdf · Seite 1");
  });

  it("makes room for a slug line that a narrow page breaks", () => {
    const trim = { ...TRIM, width: mm(50) };
    const page = { ...PAGE, trim, bleed: { ...BLEED, width: mm(56) } };
    const long = {
      ...LINE,
      text: "ein sehr langer Name einer Datei.pdf · Seite 1 (1 von 1) · Sonntag, 9. Februar 2025",
    };
    const { media, operations } = dressSheet(page, ALL, long);
    const foot = Math.max(...operations.map((operation) => extent(operation)[3]));
    expect(bottom(media)).toBeGreaterThan(foot);
  });

  it("without marks is the page as it was", () => {
    expect(dressSheet(PAGE, NONE, LINE)).toBe(PAGE);
  });
});

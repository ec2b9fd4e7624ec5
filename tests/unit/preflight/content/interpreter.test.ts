import { describe, expect, it } from "vitest";
import { totalInk } from "../../../../src/preflight/content/index.ts";
import { LIMITS } from "../../../../src/preflight/reader/index.ts";
import { streamOf } from "../../../support/pdf/build.ts";
import { marksOf, theMark } from "../../../support/pdf/marks.ts";

const FONT = "/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 65 /Widths [600 500]>>>>";
const IMAGE = "/Type /XObject /Subtype /Image /Width 100 /Height 50 /BitsPerComponent 8 /ColorSpace /DeviceGray";

describe("text", () => {
  it("has the size at which it is printed, by font size, text matrix and page matrix", () => {
    const mark = theMark("text", {
      content: "2 0 0 2 0 0 cm BT /F 5 Tf 1.5 0 0 1.5 10 20 Tm (A) Tj ET",
      resources: FONT,
    });
    expect(mark.size).toBeCloseTo(15);
  });

  it("stands where its matrices put it, as wide as its glyphs, spaces and kerns", () => {
    const content = "BT /F 10 Tf 2 Tc 20 100 Td [(A) -500 (B)] TJ ET";
    const { box } = theMark("text", { content, resources: FONT });
    expect(box.left).toBeCloseTo(20);
    expect(box.right).toBeCloseTo(20 + 6 + 2 + 5 + 5 + 2);
    expect(box.bottom).toBeCloseTo(97.9);
    expect(box.top).toBeCloseTo(107.2);
  });

  it("goes on behind what was shown, and to the next line by the leading", () => {
    const { marks } = marksOf({ content: "BT /F 10 Tf 12 TL 20 100 Td (A) Tj (B) Tj T* (A) Tj ET", resources: FONT });
    expect(marks.map(({ box }) => [box.left, box.bottom].map(Math.round))).toEqual([
      [20, 98],
      [26, 98],
      [20, 86],
    ]);
  });

  it("that is invisible leaves no mark", () => {
    expect(marksOf({ content: "BT /F 10 Tf 3 Tr 20 100 Td (A) Tj ET", resources: FONT }).marks).toEqual([]);
  });

  it("of composite fonts takes two bytes a code, and widths from W", () => {
    const descendant = "<</Type /Font /Subtype /CIDFontType0 /DW 300 /W [1 [700] 5 6 400]>>";
    const resources = `/Font <</F <</Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [${descendant}]>>>>`;
    const { box } = theMark("text", { content: "BT /F 10 Tf 0 0 Td <000100050009> Tj ET", resources });
    expect(box.right).toBeCloseTo(7 + 4 + 3);
  });

  it("of Type 3 is what its glyphs draw", () => {
    const glyphs = "/CharProcs <</a 5 0 R>> /Encoding <</Differences [65 /a]>> /FontMatrix [0.1 0 0 0.1 0 0]";
    const resources = `/Font <</F <</Type /Font /Subtype /Type3 /FirstChar 65 /Widths [10] ${glyphs}>>>>`;
    const content = "BT /F 10 Tf 20 100 Td (A) Tj ET";
    const { box } = theMark("fill", { content, resources, extra: [streamOf("10 0 0 0 5 5 d1 0 0 5 5 re f")] });
    expect(box).toEqual({ left: 20, bottom: 100, right: 25, top: 105 });
  });
});

describe("paths", () => {
  it("have their place, thickness and colour", () => {
    const mark = theMark("fill", { content: "0.5 0 0 0.5 10 10 cm 0 1 0 0 k 0 0 100 4 re f" });
    expect(mark.box).toEqual({ left: 10, bottom: 10, right: 60, top: 12 });
    expect(mark.thickness).toBe(2);
    expect(totalInk(mark.colour)).toBe(100);
  });

  it("are stroked as wide as they are printed, at the thinnest", () => {
    expect(theMark("stroke", { content: "2 w 1 0 0 0.25 0 0 cm 0 0 m 100 100 l S" }).width).toBeCloseTo(0.5);
  });

  it("keep curves within their true bounds", () => {
    const { box } = theMark("fill", { content: "10 50 m 10 100 50 100 50 50 c f" });
    expect(box.top).toBeCloseTo(87.5);
  });

  it("outside of the clip leave no mark, and within it only what it leaves", () => {
    const content = "q 0 0 20 20 re W n 50 50 10 10 re f 10 10 50 50 re f Q 50 50 10 10 re f";
    expect(marksOf({ content }).marks.map(({ box }) => [box.left, box.right])).toEqual([
      [10, 20],
      [50, 60],
    ]);
  });

  it("say whether they overprint, and how", () => {
    const resources = "/ExtGState <</G <</OP true /OPM 1>> /H <</op false /ca 0.5>>>>";
    const { marks } = marksOf({ content: "/G gs 0 0 9 9 re f /H gs 0 0 9 9 re f", resources });
    expect(marks.map((mark) => [mark.overprint, mark.overprintMode, mark.transparent])).toEqual([
      [true, 1, false],
      [false, 1, true],
    ]);
  });

  it("filled with a pattern are what the tile paints, at their own place", () => {
    const tile = streamOf("1 0 0 rg 0 0 2 2 re f", "/PatternType 1 /PaintType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4");
    const content = "/Pattern cs /P scn 30 40 20 20 re f";
    const { box, colour } = theMark("fill", { content, resources: "/Pattern <</P 5 0 R>>", extra: [tile] });
    expect(box).toEqual({ left: 30, bottom: 40, right: 50, top: 60 });
    expect(colour.space.kind).toBe("rgb");
  });
});

describe("pictures", () => {
  const resources = "/XObject <</I 5 0 R>>";
  const extra = [streamOf("", IMAGE)];

  it("have the pixels to the inch at which they are printed", () => {
    expect(theMark("image", { content: "72 0 0 36 0 0 cm /I Do", resources, extra }).ppi).toBeCloseTo(100);
    expect(theMark("image", { content: "0 36 -72 0 72 0 cm /I Do", resources, extra }).ppi).toBeCloseTo(50);
  });

  it("count by their own scaling, whatever a clip hides of them", () => {
    const mark = theMark("image", { content: "q 0 0 5 5 re W n 72 0 0 36 0 0 cm /I Do Q", resources, extra });
    expect(mark.ppi).toBeCloseTo(100);
    expect(mark.box.right).toBe(5);
  });

  it("within the content have their short keys", () => {
    const content = "q 10 0 0 10 0 0 cm BI /W 20 /H 20 /BPC 1 /IM true ID \x00\x01EI\xff data EI Q 0 0 1 1 re f";
    const { marks } = marksOf({ content });
    expect(marks.map(({ kind }) => kind)).toEqual(["image", "fill"]);
    expect(marks[0]).toMatchObject({ bits: 1, pixels: { width: 20, height: 20 } });
  });
});

describe("forms", () => {
  it("are drawn with their own matrix, bounds and resources, and leave the state as it was", () => {
    const form = streamOf(
      "0 0 0 1 k 0 0 100 100 re f",
      "/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Matrix [2 0 0 2 5 5]",
    );
    const content = "1 0 0 0 k /X Do 0 0 5 5 re f";
    const { marks } = marksOf({ content, resources: "/XObject <</X 5 0 R>>", extra: [form] });
    expect(marks.map(({ box }) => box.right)).toEqual([25, 5]);
    expect(marks[1]).toMatchObject({ colour: { values: [1, 0, 0, 0] } });
  });

  it("that draw themselves are cut off and told", () => {
    const form = streamOf(
      "/X Do 0 0 5 5 re f",
      "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 5 0 R>>>>",
    );
    const { marks, uses } = marksOf({ content: "/X Do", resources: "/XObject <</X 5 0 R>>", extra: [form] });
    expect(marks).toHaveLength(1);
    expect(uses).toContainEqual({ kind: "fault", what: "a form that draws itself" });
  });

  it("that double again and again come to an end", () => {
    const form = (next: number): string =>
      streamOf(
        "/X Do /X Do",
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X ${next} 0 R>>>>`,
      );
    const extra = Array.from({ length: 40 }, (_, index) => form(6 + index));
    const { uses } = marksOf(
      { content: "/X Do", resources: "/XObject <</X 5 0 R>>", extra },
      { ...LIMITS, operators: 10_000 },
    );
    expect(uses.length).toBeGreaterThan(0);
  });
});

describe("what is wrong in the content", () => {
  it.each([
    ["an operator that there is not", "1 2 foo", { kind: "operator", word: "foo" }],
    ["operands without an operator", "1 2", { kind: "operator", word: "" }],
    ["a font that is not there", "/F 9 Tf", { kind: "resource", category: "Font", name: "F" }],
    ["a state that was not saved", "Q", { kind: "unbalanced", what: "Q without q" }],
    ["a state that is not restored", "q", { kind: "unbalanced", what: "q without Q" }],
    ["a picture without end", "BI /W 1 ID xxx", { kind: "fault", what: "a picture in the content that does not end" }],
  ])("is told: %s", (_, content, use) => {
    expect(marksOf({ content }).uses).toContainEqual(use);
  });
});

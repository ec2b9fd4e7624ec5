import { describe, expect, it } from "vitest";
import type { DisplayPage, Operation } from "../../../../src/render/display/index.ts";
import { cssColour, drawSvg, renderPng, svgText, type SvgSheet } from "../../../../src/render/svg/index.ts";
import { setter } from "../../../support/desk.ts";

const TRIM = { x: 0, y: 0, width: 100, height: 50 };
const BLACK = { c: 0, m: 0, y: 0, k: 1 };

const glyphs = (more: object = {}): Operation => ({
  kind: "glyphs",
  face: "SourceSans3-Bold",
  size: 10,
  scaling: 1,
  tracking: 0,
  baseline: 20,
  ink: BLACK,
  x: 5,
  glyphs: [
    { glyph: setter.fonts.face("SourceSans3-Bold").shape("I")[0]?.glyph ?? 0, x: 0, text: "I" },
    { glyph: setter.fonts.face("SourceSans3-Bold").shape("I")[0]?.glyph ?? 0, x: 4, text: "I" },
    { glyph: setter.fonts.face("SourceSans3-Bold").shape(" ")[0]?.glyph ?? 0, x: 8, text: " " },
  ],
  ...more,
});

function svg(...operations: Operation[]): string {
  return svgText(sheet(...operations));
}

function sheet(...operations: Operation[]): SvgSheet {
  const page: DisplayPage = { trim: TRIM, bleed: TRIM, media: TRIM, operations };
  return drawSvg(page, {
    face: (name) => setter.fonts.face(name),
    picture: () => ({
      type: "image/png",
      data: new Uint8Array([0x89, 0x50]),
      crop: { x: 0.25, y: 0.1, width: 0.5, height: 0.8 },
    }),
    colour: ({ c, m, y, k }) =>
      cssColour([1 - c, 1 - m, 1 - y].map((share) => share * (1 - k)) as [number, number, number]),
  });
}

describe("a page as SVG", () => {
  it("is as large as its sheet, in points, on white paper", () => {
    expect(svg()).toContain('width="100pt" height="50pt" viewBox="0 0 100 50"');
    expect(svg()).toContain('<rect x="0" y="0" width="100" height="50" fill="#ffffff"/>');
  });

  it("defines each letter's outline once and draws no blanks", () => {
    const text = svg(glyphs(), glyphs({ baseline: 30 }));
    expect(text.match(/<path /g)).toHaveLength(1);
    expect(text.match(/<use /g)).toHaveLength(4);
    expect(text).toContain('transform="matrix(0.01 0 0 -0.01 5 20)"');
  });

  it("turns letters that read upwards", () => {
    expect(svg(glyphs({ upwards: 60, baseline: 40 }))).toContain('transform="matrix(0 -0.01 -0.01 0 60 35)"');
  });

  it("shows inks in the colours that it is given", () => {
    const fill = (ink: object): Operation => ({ kind: "fill", rect: TRIM, ink: { c: 0, m: 0, y: 0, k: 0, ...ink } });
    expect(svg(fill({ k: 1 }))).toContain('fill="#000000"');
    expect(svg(fill({ k: 0.2 }))).toContain('fill="#cccccc"');
    expect(svg(fill({ m: 1, y: 1 }))).toContain('fill="#ff0000"');
  });

  it("embeds a picture and shows of it what its window lets through", () => {
    const picture: Operation = { kind: "picture", path: "a.png", rect: { ...TRIM, x: -10, width: 120 }, window: TRIM };
    expect(svg(picture)).toContain('xlink:href="data:image/png;base64,iVA="');
    expect(svg(picture)).toContain('<image x="20" y="5" width="60" height="40"');
    expect(svg(picture)).toMatch(/<clipPath id="c0"><rect x="0" y="0" width="100" height="50"\/>/);
  });
});

describe("a page as PNG", () => {
  it("has the pixels that page and resolution give, the same bytes each time", async () => {
    const [{ png: first }, { png: second }] = [
      await renderPng(sheet(glyphs()), 144),
      await renderPng(sheet(glyphs()), 144),
    ];
    const view = new DataView(first.buffer, first.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([200, 100]);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  const stroke: Operation = { kind: "stroke", from: { x: 3, y: 4 }, to: { x: 90, y: 44.3 }, width: 0.4, ink: BLACK };
  const tint: Operation = { kind: "fill", rect: { x: 2, y: 17.3, width: 40, height: 11 }, ink: { ...BLACK, k: 0.2 } };
  const lines = [5.1, 12.37, 19.8, 27.4, 34.9, 42.6].map((baseline) => glyphs({ baseline, size: 7.3 }));

  it.each([
    ["a line moves", [tint, stroke, ...lines.slice(0, 4), glyphs({ baseline: 35.2, size: 7.3 }), ...lines.slice(5)]],
    ["a line goes and another grows", [tint, stroke, ...lines.slice(0, 2), glyphs({ baseline: 27.4, size: 9 })]],
    ["a tint below other things is another one", [{ ...tint, rect: { ...tint.rect, height: 14.2 } }, stroke, ...lines]],
    ["a line reads upwards", [tint, stroke, ...lines, glyphs({ upwards: 60, baseline: 40 })]],
    ["what lies above comes to lie below", [stroke, tint, ...lines]],
    ["another face comes first", [glyphs({ face: "SourceSerif4-Regular" }), tint, stroke, ...lines]],
    ["everything goes", []],
    ["nothing changes", [tint, stroke, ...lines]],
  ])("is, when only what changed is rendered, the same to the last bit: %s", async (_, operations) => {
    for (const ppi of [72, 96, 110, 137.5, 300]) {
      const before = await renderPng(sheet(tint, stroke, ...lines), ppi);
      const partly = await renderPng(sheet(...operations), ppi, before);
      const whole = await renderPng(sheet(...operations), ppi);
      expect(Buffer.from(partly.png).equals(Buffer.from(whole.png))).toBe(true);
    }
  });
});

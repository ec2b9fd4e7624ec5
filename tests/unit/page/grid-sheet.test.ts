import { describe, expect, it } from "vitest";
import { gridSheet, templateSheet, type Frame, type Page, type Relief } from "../../../src/page/index.ts";
import { FIT_INKS } from "../../../src/page/fit-marks.ts";
import { bundledTemplate, setter, templateLike } from "../../support/desk.ts";
import { articleOf, makeUpOn, paragraphOf, textFrames } from "../../support/makeup.ts";

const template = bundledTemplate("berliner-5");
const WORDS = "Die Gemeinden fordern vor der Sitzung des Ausschusses deutlich mehr Geld vom Bund. ";
const [page] = makeUpOn(template, articleOf([paragraphOf(WORDS.repeat(6)), paragraphOf(WORDS.repeat(5))])).value.pages;
if (page === undefined) throw new Error("no page");

function sheetOf(made: Page, reliefs: readonly Relief[] = []): Page {
  return gridSheet(made, { template, setter, reliefs, caption: ["kim · Seite 1", "even to the line"] });
}

function wordsOf(sheet: Page): string[] {
  const labels = textFrames([sheet]).filter(({ role }) => role === "placeholder");
  return labels.map(({ lines }) => lines.map(({ line }) => line.copy.text).join(""));
}

/** What is drawn of an ink, in its order. */
function inked(frames: readonly Frame[], ink: object): Frame[] {
  return frames.filter((frame) => "ink" in frame && JSON.stringify(frame.ink) === JSON.stringify(ink));
}

describe("a page on its grid", () => {
  const sheet = sheetOf(page);

  it("keeps every frame of the page as it is, what lies below before and what lies above behind it", () => {
    const from = sheet.frames.indexOf(page.frames[0] as Frame);
    expect(from).toBeGreaterThan(page.grid.rows);
    expect(sheet.frames.slice(from, from + page.frames.length)).toEqual(page.frames);
    expect(sheet.frames.length).toBeGreaterThan(from + page.frames.length);
  });

  it("lies on a desk with room on all sides, the trim where it was", () => {
    expect(sheet.trim).toEqual(page.trim);
    expect(sheet.bleed.x).toBeLessThan(page.bleed.x);
    expect(sheet.bleed.x + sheet.bleed.width).toBeGreaterThan(page.bleed.x + page.bleed.width);
    expect(sheet.frames[0]).toMatchObject({ kind: "tint", rect: sheet.bleed });
  });

  it("has a rule on each baseline and a number at every fifth: of the grid at the left, below the header at the right", () => {
    const rules = sheet.frames.filter((frame) => frame.kind === "rule" && frame.rect.width === page.typeArea.width);
    const { first, leading, rows } = page.grid;
    const ys = rules.map(({ rect }) => rect.y.toFixed(4));
    for (let row = 0; row < rows; row++) expect(ys).toContain((first + row * leading).toFixed(4));
    const tens = textFrames([sheet]).filter(({ lines }) => lines[0]?.line.copy.text === "10");
    const rowsOf = tens.map(({ lines }) => Math.round(((lines[0]?.baseline ?? 0) - first) / leading));
    expect(rowsOf).toEqual([9, 9 + template.header.rows]);
  });

  it("names its frames, numbers the blocks of its body, and says what it was told", () => {
    const words = wordsOf(sheet);
    for (const name of ["section", "headline", "1", "2", "kim · Seite 1", "even to the line"])
      expect(words).toContain(name);
    expect(words.join("\n")).toContain("trim 300 × 450 mm");
  });

  it("says of a block that it was had a line longer or shorter", () => {
    const words = wordsOf(sheetOf(page, [{ kind: "lines", block: 1, more: -1 }]));
    expect(words).toContain("−1");
    expect(wordsOf(sheet)).not.toContain("−1");
  });

  it("marks lines that are set wide, within their measure, and only those", () => {
    const loosened = {
      ...page,
      frames: page.frames.map((frame) =>
        frame.kind === "text" && frame.role === "body" && frame.block === 0
          ? {
              ...frame,
              lines: frame.lines.map((placed, index) =>
                index === 1 ? { ...placed, line: { ...placed.line, wordSpace: 2.5, spaces: 3 } } : placed,
              ),
            }
          : frame,
      ),
    };
    const key = 1;
    const marked = inked(sheetOf(loosened).frames, FIT_INKS.wider).slice(0, -key);
    const frames = loosened.frames.filter((frame) => frame.kind === "text" && frame.block === 0);
    expect(marked).toHaveLength(frames.length);
    expect(inked(sheet.frames, FIT_INKS.wider)).toHaveLength(key);
    for (const { rect } of marked) expect(rect.width).toBeLessThanOrEqual(page.grid.columnWidth + 0.01);
  });
});

describe("a template on its grid", () => {
  it("shows its slots by name and measure, and a line in each of its styles", () => {
    const slots = { aufmacher: { column: 2, columns: 3, row: 2, rows: 20 } };
    const words = wordsOf(templateSheet(templateLike("berliner-5", { slots }), setter)).join("\n");
    expect(words).toContain("aufmacher");
    expect(words).toMatch(/3 columns × 20 rows, [\d.]+ × [\d.]+ mm/);
    expect(words).toContain(`headline: ${template.styles.headline.face}`);
  });
});

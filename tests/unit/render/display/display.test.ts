import { describe, expect, it } from "vitest";
import type { Line, LineEnd } from "../../../../src/galley/index.ts";
import type { Frame, Page, PictureFrame, TextFrame } from "../../../../src/page/index.ts";
import {
  displayList,
  dumpDisplay,
  type GlyphsOperation,
  type Operation,
} from "../../../../src/render/display/index.ts";
import { dividedWords } from "../../../../src/render/display/divided-words.ts";
import { copyOf } from "../../../support/desk.ts";

const BLACK = { c: 0, m: 0, y: 0, k: 1 };
const RECT = { x: 0, y: 0, width: 100, height: 100 };

/** A line as runs of text, each character a glyph 5 points wide; a soft hyphen is written as ¬. */
function line(endsWith: LineEnd, ...runs: string[]): Line {
  let x = 0;
  return {
    runs: runs.map((text, index) => ({
      face: `face ${index}`,
      size: 9,
      scaling: 1.01,
      tracking: 0.05,
      rise: 0,
      glyphs: Array.from(text, (character) => {
        const glyph = { glyph: character.charCodeAt(0), x, text: character === "¬" ? "\u00AD" : character };
        x += 5;
        return glyph;
      }),
    })),
    measure: 100,
    inset: 0,
    hang: 0,
    width: x,
    ratio: 0,
    wordSpace: 1,
    spaces: 0,
    endsWith,
    copy: copyOf(runs.join("")),
  };
}

function frame(lines: readonly Line[], more: Partial<TextFrame> = {}): TextFrame {
  const placed = lines.map((own, index) => ({ x: 10, baseline: 20 + 10 * index, line: own }));
  return { kind: "text", role: "body", rect: RECT, ink: BLACK, lines: placed, ...more };
}

function display(...frames: Frame[]): readonly Operation[] {
  const grid = { first: 20, leading: 10, rows: 10, columns: [0], columnWidth: 100 };
  const page: Page = { number: 1, trim: RECT, bleed: RECT, typeArea: RECT, grid, emptyRows: 0, overset: 0, frames };
  return displayList([page], { title: "Titel", language: "de-AT" }).pages[0]?.operations ?? [];
}

function glyphs(operations: readonly Operation[]): GlyphsOperation[] {
  return operations.filter((operation) => operation.kind === "glyphs");
}

/** The parts of divided words, as the text of their glyphs and the word they read as. */
function parts(...frames: Frame[]): [string, string][] {
  const { first, second } = dividedWords(frames);
  const lines = frames.flatMap((one) => (one.kind === "text" ? one.lines : []));
  return lines.flatMap((placed) =>
    (
      [
        [second, 0],
        [first, placed.line.runs.length - 1],
      ] as const
    ).flatMap(([words, run]): [string, string][] => {
      const part = words.get(placed);
      if (part === undefined) return [];
      const own = placed.line.runs[run]?.glyphs.slice(part.start, part.end) ?? [];
      return [[own.map(({ text }) => text).join(""), part.word.text]];
    }),
  );
}

describe("the display list", () => {
  it("places glyphs on the page: the line's place and the glyph's own", () => {
    const [operation] = glyphs(display(frame([line("paragraph", "ab")])));
    expect(operation).toMatchObject({
      face: "face 0",
      size: 9,
      scaling: 1.01,
      tracking: 0.05,
      baseline: 20,
      ink: BLACK,
    });
    expect([operation?.x, operation?.glyphs.map(({ x }) => x)]).toEqual([10, [0, 5]]);
  });

  it("lifts a run by its rise", () => {
    const raised = line("paragraph", "a");
    const runs = raised.runs.map((run) => ({ ...run, rise: 3 }));
    expect(glyphs(display(frame([{ ...raised, runs }])))[0]?.baseline).toBe(17);
  });

  it("says how a line ends on its last glyphs that can be seen, and on nothing before them", () => {
    const ends = glyphs(display(frame([line("word", "Innen", "Vor-", " ")]))).map(({ lineEnd }) => lineEnd);
    expect(ends).toEqual([undefined, "word", "word"]);
  });

  it("draws a picture to come as a tint with frame and cross, inside its window", () => {
    const window: PictureFrame = { kind: "picture", picture: 0, rect: RECT, alternative: copyOf("Kim") };
    const [tint, ...strokes] = display(window);
    expect(tint).toMatchObject({ kind: "fill", rect: RECT });
    expect(strokes.map(({ kind }) => kind)).toEqual(Array(8).fill("stroke"));
    const inside = strokes.every(
      (stroke) =>
        stroke.kind === "stroke" &&
        [stroke.from, stroke.to].every(({ x, y }) => x >= 0 && x <= 100 && y >= 0 && y <= 100),
    );
    expect(inside).toBe(true);
  });

  it("draws an image behind its window, without tint or cross", () => {
    const image = { path: "bild.jpg", rect: { x: -20, y: 0, width: 140, height: 100 } };
    const operations = display({ kind: "picture", picture: 0, rect: RECT, image, alternative: copyOf("Kim") });
    expect(operations).toEqual([{ kind: "picture", path: "bild.jpg", rect: image.rect, window: RECT }]);
  });

  it("can be read as text, an operation a line", () => {
    const rule: Frame = { kind: "rule", role: "header", rect: { ...RECT, height: 0.5 }, ink: { ...BLACK, k: 0.4 } };
    const page = { number: 1, trim: RECT, bleed: RECT, typeArea: RECT, emptyRows: 0, overset: 0 };
    const grid = { first: 20, leading: 10, rows: 10, columns: [0], columnWidth: 100 };
    const pages = [{ ...page, grid, frames: [rule, frame([line("paragraph", "Kim")])] }];
    expect(dumpDisplay(displayList(pages, { title: "Titel", language: "de-AT" }))).toBe(
      [
        "title Titel",
        "language de-AT",
        "page 1 100.000 × 100.000 pt",
        "fill 0.000 0.000 100.000 × 0.500 cmyk 0/0/0/40",
        'glyphs 10.000 20.000 face 0 9.00 Tz 101.00 Tc 0.050 "Kim"',
        "",
      ].join("\n"),
    );
  });
});

describe("a line that reads upwards", () => {
  it("has its glyphs at distances along its baseline, whose x it keeps apart", () => {
    const [operation] = glyphs(display(frame([line("paragraph", "Kim")], { role: "credit", upwards: true })));
    expect([operation?.upwards, operation?.baseline]).toEqual([10, 20]);
    expect([operation?.x, operation?.glyphs.map(({ x }) => x)]).toEqual([0, [0, 5, 10]]);
  });
});

describe("a large initial", () => {
  it("reads as one word with the text beside it, also where its face changes at the word's end", () => {
    const initial = frame([line("explicit", "W")], { role: "initial", block: 0 });
    expect(parts(initial, frame([line("word", "ien wartet")], { block: 0 }))).toEqual([
      ["W", "Wien"],
      ["ien", "Wien"],
    ]);
    expect(parts(initial, frame([line("word", "ien.", " Der Bund")], { block: 0 }))).toEqual([
      ["W", "Wien."],
      ["ien.", "Wien."],
    ]);
  });
});

describe("a word that a line's end divides", () => {
  const before = line("hyphen", "ein Rück¬");
  const after = line("paragraph", "halt da. ");

  it("is known whole on both its parts, the hyphen with the first", () => {
    expect(parts(frame([before, after]))).toEqual([
      ["Rück\u00AD", "Rückhalt"],
      ["halt", "Rückhalt"],
    ]);
  });

  it("is known whole where it goes on in the next column, whatever stands between", () => {
    const caption = frame([line("hyphen", "am Groß¬"), line("paragraph", "glockner ")], { role: "caption" });
    const columns = [frame([before], { block: 3, column: 0 }), caption, frame([after], { block: 3, column: 1 })];
    expect(parts(...columns).map(([, word]) => word)).toEqual(["Rückhalt", "Großglockner", "Großglockner", "Rückhalt"]);
  });

  it("never joins lines of different texts", () => {
    expect(parts(frame([before], { block: 3 }), frame([after], { block: 4 }))).toEqual([]);
    expect(parts(frame([before]), frame([after]))).toEqual([]);
    expect(parts(frame([before], { block: 3 }), frame([after], { block: 3, role: "list" }))).toEqual([]);
  });

  it("can be a line's only word, and the next line can divide its own last word", () => {
    const middle = line("hyphen", "halt nach¬");
    expect(parts(frame([line("hyphen", "Rück¬"), middle, line("paragraph", "her. ")]))).toEqual([
      ["Rück\u00AD", "Rückhalt"],
      ["halt", "Rückhalt"],
      ["nach\u00AD", "nachher."],
      ["her.", "nachher."],
    ]);
  });

  it("is left to its hyphen when the face changes within it, or when it goes on to a third line", () => {
    expect(parts(frame([line("hyphen", "Rü", "ck¬"), after]))).toEqual([]);
    expect(parts(frame([before, line("paragraph", "ha", "lt da. ")]))).toEqual([]);
    expect(parts(frame([before, line("hyphen", "halte¬"), line("paragraph", "becken")]))).toEqual([]);
  });

  it("is not one when the line ends at the author's own hyphen", () => {
    expect(parts(frame([line("explicit", "der Ukraine-"), line("paragraph", "Krieg ist ")]))).toEqual([]);
  });
});

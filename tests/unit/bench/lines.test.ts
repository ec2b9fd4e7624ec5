import { describe, expect, it } from "vitest";
import type { Glyph } from "../../../bench/peers/glyphs.ts";
import { linesOf } from "../../../bench/peers/lines.ts";

/** Glyphs of lines of text: every character 5 wide, a space printed as `space` of white or as a glyph. */
function printed(lines: readonly string[], space: number, spaceGlyphs = false): Glyph[] {
  return lines.flatMap((line, row) => {
    let x = 20;
    return [...line].flatMap((text): Glyph[] => {
      const width = text === " " ? space : 5;
      const glyph = { page: 1, x, y: 100 + 11.5 * row, right: x + width, text };
      x += width;
      return text === " " && !spaceGlyphs ? [] : [glyph];
    });
  });
}

describe("lines read from a PDF's glyphs", () => {
  const paragraphs = ["Wind- und Wasser sind", "knapp"];
  const set = ["Wind- und", "Was\u00AD", "ser sind", "knapp"];

  it("know how they end: at a word, at the copy's own hyphen, at one put in, with the paragraph", () => {
    expect(linesOf(printed(set, 3), paragraphs).map(({ endsWith }) => endsWith)).toEqual([
      "word",
      "hyphen",
      "paragraph",
      "paragraph",
    ]);
    const own = linesOf(printed(["Nord-", "Süd"], 3), ["Nord-Süd"]);
    expect(own.map(({ endsWith }) => endsWith)).toEqual(["explicit", "paragraph"]);
  });

  it("have the same word spaces whether a setter prints them as glyphs or not", () => {
    const [without, withGlyphs] = [false, true].map((glyphs) => linesOf(printed(set, 3, glyphs), paragraphs));
    expect(without?.map(({ gaps }) => gaps)).toEqual([[3], [], [3], []]);
    expect(withGlyphs).toEqual(without);
  });

  it("do not take a narrow no-break space for a word space", () => {
    const [line] = linesOf(printed(["z. B. so"], 3), ["z.\u202FB. so"]);
    expect(line?.gaps).toEqual([3]);
  });

  it("read a ligature as its characters and measure from its right edge", () => {
    const glyphs: Glyph[] = [
      { page: 1, x: 20, y: 0, right: 29, text: "f" },
      { page: 1, x: 20, y: 0, right: 20, text: "f" },
      { page: 1, x: 32, y: 0, right: 37, text: "a" },
    ];
    expect(linesOf(glyphs, ["ff a"])[0]).toMatchObject({ left: 20, right: 37, gaps: [3] });
  });

  it("throw when other words are printed than the copy has", () => {
    expect(() => linesOf(printed(["Wind und"], 3), ["Wild und"])).toThrow(/is printed where/);
    expect(() => linesOf(printed(["Wind"], 3), ["Wind und Wasser"])).toThrow(/the page ends/);
  });
});

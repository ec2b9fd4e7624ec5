import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUNDLED_FACES } from "../../../src/galley/index.ts";
import { openFace } from "../../../src/galley/font/face.ts";
import { hasSmallCaps } from "../../../src/galley/font/font-book.ts";
import { openOpenType } from "../../../src/galley/font/open-type.ts";
import { OF_FIGURES, ShapingTable, type ShapingTableData } from "../../../src/galley/font/shaping-table.ts";
import { fontBytes, projectPath, setter } from "../../support/desk.ts";

const copy = readdirSync(projectPath("articles"))
  .filter((file) => /\.(txt|md|json)$/.test(file))
  .map((file) => readFileSync(projectPath(`articles/${file}`), "utf8"))
  .join(" ");
const words = [...new Set(copy.split(/\s+/))];
const letters = ["f", "i", "j", "l", "t", "b", "h", "k", "a", "T", "’"];
const triples = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));

/** Throws where texts of some characters are shaped otherwise than by fontkit. */
function neverDiffers(characters: string, differs: (text: string) => boolean): void {
  const unit = fc.constantFrom(...characters);
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 12 }), (text) => {
      expect(differs(text)).toBe(false);
    }),
    { numRuns: 300, seed: 4 },
  );
}

describe.each(BUNDLED_FACES)("the shaping table of %s", (name) => {
  const bytes = fontBytes(`${name}.otf`);
  const json = new TextDecoder().decode(fontBytes(`${name}.shaping.json`));
  const data = JSON.parse(json) as ShapingTableData;
  const table = new ShapingTable(json);
  const font = openOpenType(bytes);

  const differs = (text: string, apart: readonly number[] = [], features: readonly string[] = []): boolean => {
    const quick = table.shape(text, features, apart);
    return quick !== undefined && JSON.stringify(quick) !== JSON.stringify(font.shape(text, features, apart));
  };

  it("was made from the font file that is bundled", () => {
    expect(data.font).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(table.metrics).toEqual(font.metrics);
    expect(table.descriptor).toEqual(font.descriptor);
  });

  it("covers what our articles are written in", () => {
    const covered = words.filter((word) => table.shape(word, [], []) !== undefined);
    expect(covered.length / words.length).toBeGreaterThan(0.99);
  });

  it("shapes every word of our articles as fontkit does, glyph for glyph and advance for advance", () => {
    expect(words.filter((word) => differs(word))).toEqual([]);
  });

  it.each(OF_FIGURES)("shapes what has figures as fontkit does with the feature %s", (feature) => {
    if (!setter.fonts.face(name).offers(feature)) return;
    const figures = "0123456789$€%".split("");
    const pairs = figures.flatMap((one) => [...data.characters].flatMap((other) => [one + other, other + one]));
    const texts = [...words, ...triples, ...pairs];
    expect(texts.filter((text) => differs(text, [], [feature]))).toEqual([]);
    expect(words.filter((word) => table.shape(word, [feature], []) === undefined).length / words.length).toBeLessThan(
      0.01,
    );
  });

  it("leaves other features to the font, and several at once", () => {
    if (table.offers("case")) expect(table.shape("fünf", ["case"], [])).toBeUndefined();
    if (table.offers("onum") && table.offers("tnum")) expect(table.shape("1999", ["onum", "tnum"], [])).toBeUndefined();
  });

  it("shapes a text by itself that none of several features changes", () => {
    const features = ["onum", "tnum", "none"];
    expect(table.shape("fünf", features, [])).toEqual(font.shape("fünf", features, []));
    expect(words.filter((word) => differs(word, [], features))).toEqual([]);
    expect(differs("1999", [], features)).toBe(false);
  });

  it("shapes whatever ligatures do as fontkit does, also where they must not reach over a joint", () => {
    expect(triples.filter((text) => differs(text))).toEqual([]);
    expect(triples.filter((text) => differs(`a${text}a`, [2]) || differs(`a${text}a`, [3]))).toEqual([]);
  });

  it("shapes any covered characters as fontkit does", () => {
    neverDiffers(data.characters, differs);
  });

  it("knows how far the ink of a glyph stands from its origin, and which features the face has", () => {
    const wrong = data.glyphs.filter((glyph) => {
      const edge = table.bearing(glyph);
      return edge !== undefined && edge !== font.bearing(glyph);
    });
    expect(wrong).toEqual([]);
    expect(data.glyphs.filter((glyph) => table.bearing(glyph) === undefined).length).toBeLessThan(10);
    expect(data.features).toEqual([...new Set(font.features)].sort());
  });

  it("knows the width of each of its glyphs by itself, and how far up and down its ink reaches", () => {
    expect(data.glyphs.filter((glyph) => table.advance(glyph) !== font.advance(glyph))).toEqual([]);
    expect(data.glyphs.filter((glyph) => table.bottom(glyph) !== font.bottom(glyph))).toEqual([]);
    expect(data.glyphs.filter((glyph) => table.top(glyph) !== font.top(glyph))).toEqual([]);
  });

  it("says of every character that it knows whether the face has it", () => {
    for (const character of data.characters + data.lacking) expect(table.has(character)).toBe(font.has(character));
  });
});

describe.each(BUNDLED_FACES.filter(hasSmallCaps))("the shaping table of the small capitals of %s", (name) => {
  const bytes = fontBytes(`${name}.otf`);
  const json = new TextDecoder().decode(fontBytes(`${name}.smcp.shaping.json`));
  const data = JSON.parse(json) as ShapingTableData;
  const table = new ShapingTable(json);
  const font = openOpenType(bytes);
  const differs = (text: string): boolean => {
    const quick = table.shape(text, [], []);
    return quick !== undefined && JSON.stringify(quick) !== JSON.stringify(font.shape(text, ["smcp"], []));
  };

  it("was made from the font file that is bundled", () => {
    expect(data.font).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("shapes every word of our articles as fontkit does, and knows nearly all of them", () => {
    expect([...words, ...triples].filter(differs)).toEqual([]);
    expect(words.filter((word) => table.shape(word, [], []) === undefined).length / words.length).toBeLessThan(0.01);
  });

  it("shapes any covered characters as fontkit does", () => {
    neverDiffers(data.characters, differs);
  });

  it("knows the width of each of its glyphs by itself, and how far its ink stands from its origin", () => {
    expect(data.glyphs.filter((glyph) => table.advance(glyph) !== font.advance(glyph))).toEqual([]);
    const wrong = data.glyphs.filter((glyph) => ![undefined, font.bearing(glyph)].includes(table.bearing(glyph)));
    expect(wrong).toEqual([]);
  });

  it("is what the face shapes small capitals with, without its font", () => {
    const face = openFace(name, new TextDecoder().decode(fontBytes(`${name}.shaping.json`)), {
      font: () => expect.unreachable("the font is not needed"),
      typeCase: () => expect.unreachable("nor its type case"),
      smallCaps: () => json,
    });
    const glyphs = face.shape("Österreich, 12", { features: ["smcp"] });
    expect(glyphs).toEqual(font.shape("Österreich, 12", ["smcp"], []));
    expect(glyphs.map(({ glyph }) => face.advance(glyph))).toEqual(glyphs.map(({ glyph }) => font.advance(glyph)));
  });
});

it("small capitals have a table exactly where a face has them", () => {
  expect(BUNDLED_FACES.filter((face) => setter.fonts.face(face).offers("smcp"))).toEqual(
    BUNDLED_FACES.filter(hasSmallCaps),
  );
});

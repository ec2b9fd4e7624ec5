import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUNDLED_FACES } from "../../../src/galley/index.ts";
import { openOpenType } from "../../../src/galley/font/open-type.ts";
import { ShapingTable, type ShapingTableData } from "../../../src/galley/font/shaping-table.ts";
import { fontBytes, projectPath, setter } from "../../support/desk.ts";

const copy = readdirSync(projectPath("articles"))
  .filter((file) => /\.(txt|md|json)$/.test(file))
  .map((file) => readFileSync(projectPath(`articles/${file}`), "utf8"))
  .join(" ");
const words = [...new Set(copy.split(/\s+/))];
const letters = ["f", "i", "j", "l", "t", "b", "h", "k", "a", "T", "’"];
const triples = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));

describe.each(BUNDLED_FACES)("the shaping table of %s", (name) => {
  const bytes = fontBytes(`${name}.otf`);
  const json = new TextDecoder().decode(fontBytes(`${name}.shaping.json`));
  const data = JSON.parse(json) as ShapingTableData;
  const table = new ShapingTable(json);
  const font = openOpenType(bytes);

  const differs = (text: string, apart: readonly number[] = []): boolean => {
    const quick = table.shape(text, apart);
    return quick !== undefined && JSON.stringify(quick) !== JSON.stringify(font.shape(text, [], apart));
  };

  it("was made from the font file that is bundled", () => {
    expect(data.font).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(table.metrics).toEqual(font.metrics);
    expect(table.descriptor).toEqual(font.descriptor);
  });

  it("covers what our articles are written in", () => {
    const covered = words.filter((word) => table.shape(word, []) !== undefined);
    expect(covered.length / words.length).toBeGreaterThan(0.99);
  });

  it("shapes every word of our articles as fontkit does, glyph for glyph and advance for advance", () => {
    expect(words.filter((word) => differs(word))).toEqual([]);
  });

  it("serves letters and the signs between them also where features of figures are asked for, as fontkit shapes them", () => {
    const face = setter.fonts.face(name);
    const plain = words.filter((word) => !/\d/.test(word));
    for (const feature of ["onum", "tnum", "pnum"].filter((one) => face.offers(one))) {
      const asked = (text: string): string => JSON.stringify(face.shape(text, { features: [feature] }));
      const shaped = (text: string): string => JSON.stringify(font.shape(text, [feature], []));
      expect([...plain, ...triples, "12", "f1", "3.", "$5"].filter((text) => asked(text) !== shaped(text))).toEqual([]);
    }
  });

  it("shapes whatever ligatures do as fontkit does, also where they must not reach over a joint", () => {
    expect(triples.filter((text) => differs(text))).toEqual([]);
    expect(triples.filter((text) => differs(`a${text}a`, [2]) || differs(`a${text}a`, [3]))).toEqual([]);
  });

  it("shapes any covered characters as fontkit does", () => {
    const unit = fc.constantFrom(...data.characters);
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 12 }), (text) => {
        expect(differs(text)).toBe(false);
      }),
      { numRuns: 300, seed: 4 },
    );
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

  it("says of every character that it knows whether the face has it", () => {
    for (const character of data.characters + data.lacking) expect(table.has(character)).toBe(font.has(character));
  });
});

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typeCaseOf } from "../../../scripts/type-case.ts";
import { openFace } from "../../../src/galley/font/face.ts";
import { openOpenType } from "../../../src/galley/font/open-type.ts";
import { operandsOf, readCffStart, readDict, readIndex, OPERATOR } from "../../../src/galley/font/read-cff.ts";
import type { ShapingTableData } from "../../../src/galley/font/shaping-table.ts";
import { TypeCase } from "../../../src/galley/font/type-case.ts";
import { BUNDLED_FACES } from "../../../src/galley/index.ts";
import { fontBytes, projectPath } from "../../support/desk.ts";

const copy = readdirSync(projectPath("articles"))
  .filter((file) => file.endsWith(".txt"))
  .map((file) => readFileSync(projectPath(`articles/${file}`), "utf8"))
  .join(" ");
const characters = [...new Set(copy)].filter((character) => character >= " ");

describe.each(BUNDLED_FACES)("the type case of %s", (name) => {
  const file = fontBytes(`${name}.otf`);
  const json = new TextDecoder().decode(fontBytes(`${name}.shaping.json`));
  const bytes = fontBytes(`${name}.case.cff`);
  const font = openOpenType(file);
  const typeCase = new TypeCase(bytes, font.descriptor.postScriptName);
  const face = openFace(name, json, { font: () => file, typeCase: () => bytes, smallCaps: () => "" });

  it("is what the bundled font and its shaping table make afresh", () => {
    expect(Buffer.compare(bytes, typeCaseOf(file, JSON.parse(json) as ShapingTableData))).toBe(0);
  });

  it("has the outlines of the font, glyph for glyph", () => {
    const drawn = openOpenType(withProgram(file, typeCase.program(typeCase.glyphs) ?? new Uint8Array()));
    const differing = typeCase.glyphs.filter((glyph, index) => drawn.outline(index + 1) !== font.outline(glyph));
    expect(differing).toEqual([]);
  });

  it("has the widths of the font, glyph for glyph", () => {
    const widths = widthsIn(typeCase.program(typeCase.glyphs) ?? new Uint8Array());
    expect(widths.slice(1)).toEqual(typeCase.glyphs.map((glyph) => Math.round(font.advance(glyph) * 1000)));
  });

  it("gives a program with any of its glyphs in any order, also one in several slots", () => {
    const some = fc.array(fc.constantFrom(...typeCase.glyphs), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(some, (glyphs) => {
        const drawn = openOpenType(withProgram(file, typeCase.program(glyphs) ?? new Uint8Array()));
        expect(glyphs.filter((glyph, index) => drawn.outline(index + 1) !== font.outline(glyph))).toEqual([]);
      }),
      { numRuns: 5, seed: 4 },
    );
  });

  it("has what our articles are written in, also in small capitals and in figures of all kinds", () => {
    for (const feature of [[], ["smcp"], ["onum"], ["tnum"]]) {
      const glyphs = characters.flatMap((character) => font.shape(character, feature, []).map(({ glyph }) => glyph));
      const lacking = glyphs.filter((glyph) => typeCase.program([glyph]) === undefined);
      expect(lacking.length / glyphs.length).toBeLessThan(0.01);
    }
  });

  it("leaves to the font what it lacks", () => {
    const all = new Set(typeCase.glyphs);
    const other = Array.from({ length: 1000 }, (_, glyph) => glyph).find((glyph) => !all.has(glyph)) ?? 0;
    expect(typeCase.program([1, other])).toBeUndefined();
    for (const glyphs of [
      [1, other],
      [other, 1],
      [1, other],
    ])
      expect(Buffer.compare(face.subset(glyphs), font.subset(glyphs))).toBe(0);
  });
});

/** A font file that draws with another font program. */
function withProgram(file: Uint8Array, program: Uint8Array): Uint8Array {
  const whole = Buffer.concat([file, program]);
  const entry = whole.indexOf("CFF ");
  whole.writeUInt32BE(file.length, entry + 8);
  whole.writeUInt32BE(program.length, entry + 12);
  return whole;
}

/** The width of each glyph, as its charstring states it (Adobe Technical Note 5177, 4.1): before the first operator's own operands. */
function widthsIn(program: Uint8Array): number[] {
  const { top } = readCffStart(program);
  const fontDict = readDict(readIndex(program, operandsOf(top, OPERATOR.fdArray)[0] ?? 0).item(0));
  const [size = 0, from = 0] = operandsOf(fontDict, OPERATOR.private);
  const hints = readDict(program.subarray(from, from + size));
  const [standard = 0, nominal = 0] = [20, 21].map((operator) => operandsOf(hints, operator)[0] ?? 0);
  const charstrings = readIndex(program, operandsOf(top, OPERATOR.charStrings)[0] ?? 0);
  return Array.from({ length: charstrings.count }, (_, index) => {
    const { operator, operands } = firstOf(charstrings.item(index));
    const own = OWN_OPERANDS.get(operator) ?? operands.length - (operands.length % 2);
    return operands.length > own ? nominal + (operands[0] ?? NaN) : standard;
  });
}

/** How many operands the operators that can come first have: moves and the end; stem hints have an even number. */
const OWN_OPERANDS = new Map([
  [4, 1],
  [14, 0],
  [21, 2],
  [22, 1],
]);

function firstOf(charstring: Uint8Array): { readonly operator: number; readonly operands: readonly number[] } {
  const bytes = Buffer.from(charstring);
  const operands: number[] = [];
  for (let at = 0; ;) {
    const first = bytes.readUInt8(at++);
    if (first < 32 && first !== 28) return { operator: first, operands };
    const size = first === 255 ? 4 : first === 28 ? 2 : first < 247 ? 0 : 1;
    const rest = size === 0 ? 0 : first < 255 && first !== 28 ? bytes.readUInt8(at) : bytes.readIntBE(at, size);
    at += size;
    if (first === 28) operands.push(rest);
    else if (first === 255) operands.push(rest / 2 ** 16);
    else if (first < 247) operands.push(first - 139);
    else operands.push(first < 251 ? (first - 247) * 256 + rest + 108 : -(first - 251) * 256 - rest - 108);
  }
}

// Makes the shaping tables of all bundled faces, fonts/*.shaping.json, and fonts/*.smcp.shaping.json of those that have small capitals:
// `npm run shaping`, after every change of the fonts;
// `npm run shaping -- NAME…` makes those of some faces only.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { BUNDLED_FACES, faceFile, hasSmallCaps } from "../src/galley/font/font-book.ts";
import { openOpenType, type OpenType, type ShapedGlyph } from "../src/galley/font/open-type.ts";
import { OF_FIGURES, type ShapingTableData } from "../src/galley/font/shaping-table.ts";

/** What newspapers print: Latin letters of all European languages, figures, signs, quotes, dashes and spaces. */
function charactersWanted(): string[] {
  const range = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
  // Not U+FB01 and the like: they share their glyphs with the ligatures, and are seldom typed.
  const others = "ȘșȚțẞ–—‘’‚“”„†‡•…‰′″‹›€™−×÷≤≥≠≈→←↑↓□■✓\u2009\u202F\u2010\u2011\u2012⅓⅔⅛№";
  const all = [...range(0x20, 0x7e), ...range(0xa0, 0xac), ...range(0xae, 0x17f), ...others];
  return [...new Set(all)].filter((character) => !CONTEXTUAL.has(character));
}

/** Characters that the faces' contextual rules name (l·l, ï beside f): pairs cannot tell, so they stay with fontkit. */
const CONTEXTUAL = new Set(["·", "ï"]);

const UNITS = 1000;

/** The units that fontkit gave, back from em. */
function units(advance: number): number {
  return Math.round(advance * UNITS);
}

/** Blanks have their ink nowhere. */
function finite(edge: number): number | null {
  return Number.isFinite(edge) ? edge : null;
}

/** The table of a font as it shapes with these features switched on; what figures become with others is part of the one without. */
function tableOf(bytes: Uint8Array, features: readonly string[]): ShapingTableData {
  const font = openOpenType(bytes);
  const shape = (text: string): readonly ShapedGlyph[] => font.shape(text, features, []);
  const wanted = charactersWanted();
  const lacking = wanted.filter((character) => !font.has(character));
  const present = wanted.filter((character) => font.has(character) && shape(character).length === 1);
  const ligatures = ligaturesAmong(present, shape);
  const doubtful = doubtfulAmong([...present, ...ligatures], ligatures, shape);
  const characters = present.filter((character) => !doubtful.has(character));
  if (ligatures.some((ligature) => [...ligature].some((character) => doubtful.has(character)))) {
    throw new Error("a letter of a ligature depends on its context: this face cannot have a table");
  }
  const plain = [...characters, ...ligatures].map((text): Unit => ({ text, glyph: shape(text)[0] }));
  const ofFigures = features.length > 0 ? [] : OF_FIGURES.filter((feature) => font.features.includes(feature));
  const figures = ofFigures.map((feature) => ({ feature, units: variantsOf(plain, feature, font) }));
  const all = [...plain, ...figures.flatMap(({ units: own }) => own)];
  const kerning = all.map((one) => all.map((other) => units(kernOf(one, other, font, features))));
  const rows = classes(kerning);
  const columns = mostKernedFirst(classes(all.map((_, column) => kerning.map((row) => row[column] ?? 0))), kerning);
  return {
    font: createHash("sha256").update(bytes).digest("hex"),
    unitsPerEm: UNITS,
    metrics: font.metrics,
    descriptor: font.descriptor,
    features: [...new Set(font.features)].sort(),
    characters: characters.join(""),
    lacking: lacking.join(""),
    ligatures,
    figures: figures.map(({ feature, units: own }) => ({ feature, characters: own.map(({ text }) => text).join("") })),
    glyphs: all.map(({ glyph }) => glyph?.glyph ?? 0),
    advances: all.map(({ glyph }) => units(glyph?.advance ?? 0)),
    bearings: all.map(({ glyph }) => finite(font.bearing(glyph?.glyph ?? 0))),
    bottoms: all.map(({ glyph }) => units(font.bottom(glyph?.glyph ?? 0))),
    tops: all.map(({ glyph }) => units(font.top(glyph?.glyph ?? 0))),
    first: rows.of,
    second: columns.of,
    kerns: rows.members.map((row) => untilLastKern(columns.members.map((column) => kerning[row]?.[column] ?? 0))),
  };
}

/** A character, perhaps as a feature shapes it, or a ligature. */
interface Unit {
  readonly text: string;
  readonly glyph: ShapedGlyph | undefined;
  readonly feature?: string;
}

/** What a feature of figures makes of the characters that it changes. Throws when it does more than to put another glyph for each. */
function variantsOf(plain: readonly Unit[], feature: string, font: OpenType): Unit[] {
  const variants = plain.flatMap(({ text, glyph: before }): Unit[] => {
    const [glyph, second] = font.shape(text, [feature], []);
    if (second !== undefined || glyph === undefined) throw new Error(`“${feature}” makes no single glyph of “${text}”`);
    return glyph.glyph === before?.glyph && glyph.advance === before.advance ? [] : [{ text, glyph, feature }];
  });
  for (const one of variants) {
    for (const other of [...plain, ...variants]) {
      const shape: Shape = (text) => font.shape(text, [feature], []);
      if (!isOnlyKerned(one.text, other.text, shape) || !isOnlyKerned(other.text, one.text, shape))
        throw new Error(`“${feature}” does more than kern “${one.text}” and “${other.text}”`);
    }
  }
  return variants;
}

/** The kern between two units, in em; of those that no text has beside each other, it is of no account. */
function kernOf(one: Unit, other: Unit, font: OpenType, features: readonly string[]): number {
  if (one.glyph === undefined || other.glyph === undefined) return 0;
  if (one.feature !== undefined && other.feature !== undefined && one.feature !== other.feature) return 0;
  const feature = one.feature ?? other.feature;
  const all = feature === undefined ? features : [...features, feature];
  if (all.length === 0) return font.kern(one.glyph, other.glyph);
  const [first] = font.shape(one.text + other.text, all, []);
  return (first?.advance ?? 0) - one.glyph.advance;
}

type Shape = (text: string) => readonly ShapedGlyph[];

/** Pairs of characters that become one glyph, and longer ones that begin with such a pair. */
function ligaturesAmong(characters: readonly string[], shape: Shape): string[] {
  const found: string[] = [];
  let begun = characters;
  while (begun.length > 0) {
    const longer = begun.flatMap((start) =>
      characters.map((next) => start + next).filter((text) => shape(text).length === 1),
    );
    found.push(...longer);
    begun = longer;
  }
  return found;
}

/** Characters that change glyphs, positions or counts in some pair: they depend on context, and stay with fontkit. */
function doubtfulAmong(all: readonly string[], ligatures: readonly string[], shape: Shape): Set<string> {
  const faults = new Map<string, number>();
  for (const one of all) {
    for (const other of all) {
      if (isPartOfLigature(one, other, ligatures) || isOnlyKerned(one, other, shape)) continue;
      for (const text of [one, other]) faults.set(text, (faults.get(text) ?? 0) + 1);
    }
  }
  // What is at fault fails in many pairs; its partners fail with it only.
  const doubtful = new Set<string>();
  for (const [text, count] of [...faults].sort((a, b) => b[1] - a[1]))
    if (count > doubtful.size * 2) doubtful.add(text);
  return doubtful;
}

function isPartOfLigature(one: string, other: string, ligatures: readonly string[]): boolean {
  const both = one + other;
  return ligatures.some((ligature) => {
    const at = both.indexOf(ligature);
    return at >= 0 && at < one.length && at + ligature.length > one.length;
  });
}

/** Whether shaping does no more to two units that meet than kern them. */
function isOnlyKerned(one: string, other: string, shape: Shape): boolean {
  const [first, second, third] = shape(one + other);
  const [alone, after] = [shape(one)[0], shape(other)[0]];
  if (!first || !second || third || !alone || !after) return false;
  const sameGlyphs = first.glyph === alone.glyph && second.glyph === after.glyph;
  return sameGlyphs && units(second.advance) === units(after.advance);
}

interface Classes {
  /** The class of each row. */
  readonly of: readonly number[];
  /** A row of each class. */
  readonly members: readonly number[];
}

function classes(rows: readonly (readonly number[])[]): Classes {
  const known = new Map<string, number>();
  const members: number[] = [];
  const of = rows.map((row, index) => {
    const key = row.join();
    let own = known.get(key);
    if (own === undefined) {
      own = known.size;
      known.set(key, own);
      members.push(index);
    }
    return own;
  });
  return { of, members };
}

/** The classes of columns in another order, so that most rows have their kerns at their beginning. */
function mostKernedFirst({ of, members }: Classes, kerning: readonly (readonly number[])[]): Classes {
  const kerns = members.map((column) => kerning.filter((row) => (row[column] ?? 0) !== 0).length);
  const order = [...members.keys()].sort((a, b) => (kerns[b] ?? 0) - (kerns[a] ?? 0));
  return { of: of.map((own) => order.indexOf(own)), members: order.map((own) => members[own] ?? 0) };
}

function untilLastKern(row: readonly number[]): readonly number[] {
  return row.slice(0, row.findLastIndex((kern) => kern !== 0) + 1);
}

function check(font: OpenType): void {
  if (Math.abs(font.advance(1) * UNITS - units(font.advance(1))) > 1e-9) throw new Error("units per em are not 1000");
}

const wanted = process.argv.slice(2);

for (const name of BUNDLED_FACES.filter((face) => wanted.length === 0 || wanted.includes(face))) {
  const bytes = readFileSync(`fonts/${faceFile(name, "font")}`);
  check(openOpenType(bytes));
  write(`fonts/${faceFile(name, "table")}`, tableOf(bytes, []));
  if (hasSmallCaps(name)) write(`fonts/${faceFile(name, "smallCaps")}`, tableOf(bytes, ["smcp"]));
}

function write(path: string, table: ShapingTableData): void {
  writeFileSync(path, `${JSON.stringify(table)}\n`);
  const { characters, ligatures, kerns } = table;
  console.log(
    `${path}: ${[...characters].length} characters, ligatures ${ligatures.join(" ")}, ${kerns.length} kerning classes`,
  );
}

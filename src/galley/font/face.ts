import * as fontkit from "fontkit";
import { subsetFont } from "./subset.ts";

/** A glyph as shaping gives it: advance in em, and the characters of the text that it stands for. */
export interface ShapedGlyph {
  readonly glyph: number;
  readonly advance: number;
  readonly text: string;
}

/** A face: one font file, opened. Lengths are in em (fractions of the type size). */
export interface Face {
  readonly name: string;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Width of the normal word space. */
  readonly wordSpace: number;
  /** What a file that embeds the face says of it. */
  readonly descriptor: FaceDescriptor;
  /** Whether the face has a glyph for a character. */
  has(character: string): boolean;
  /** Glyphs of a text without line breaks, kerned and with the standard ligatures. The result is shared: do not change it. */
  shape(text: string): readonly ShapedGlyph[];
  /** Width of a shaped text in em. */
  width(text: string): number;
  /** Width of a single glyph in em, without kerning. */
  advance(glyph: number): number;
  /** A CFF font program with these glyphs in slots 1, 2, …; slot 0 is .notdef. */
  subset(glyphs: readonly number[]): Uint8Array;
}

/** Figures of a PDF font descriptor (ISO 32000-1, 9.8), in thousandths of an em and degrees. */
export interface FaceDescriptor {
  readonly postScriptName: string;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly weight: number;
  readonly serif: boolean;
}

/** Opens a font file. Throws when the bytes are no font: bundled fonts are ours to keep whole. */
export function openFace(name: string, bytes: Uint8Array): Face {
  const font = fontkit.create(bytes as Buffer) as fontkit.Font;
  const em = (units: number): number => units / font.unitsPerEm;
  const shaped = new Map<string, readonly ShapedGlyph[]>();
  const widths = new Map<string, number>();
  const shape = (text: string): readonly ShapedGlyph[] => remember(shaped, text, () => shapeText(font, text));
  return {
    name,
    descriptor: describe(font),
    ascent: em(font.ascent),
    descent: em(font.descent),
    capHeight: em(font.capHeight),
    xHeight: em(font.xHeight),
    wordSpace: em(font.glyphForCodePoint(0x20).advanceWidth),
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    shape,
    advance: (glyph) => em(font.getGlyph(glyph).advanceWidth),
    subset: (glyphs) => subsetFont(font, glyphs),
    width: (text) => remember(widths, text, () => shape(text).reduce((sum, { advance }) => sum + advance, 0)),
  };
}

function describe(font: fontkit.Font): FaceDescriptor {
  const thousandths = (units: number): number => (units * 1000) / font.unitsPerEm;
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    postScriptName: font.postscriptName,
    box: [thousandths(minX), thousandths(minY), thousandths(maxX), thousandths(maxY)],
    ascent: thousandths(font.ascent),
    descent: thousandths(font.descent),
    capHeight: thousandths(font.capHeight),
    xHeight: thousandths(font.xHeight),
    italicAngle: font.italicAngle,
    weight: font["OS/2"].usWeightClass,
    serif: /serif/i.test(font.familyName),
  };
}

// German news has some ten thousand word forms in a day's copy; beyond that a cache costs more than it saves.
const MOST_REMEMBERED = 50_000;

function remember<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  let value = cache.get(key);
  if (value === undefined) {
    if (cache.size >= MOST_REMEMBERED) cache.clear();
    value = make();
    cache.set(key, value);
  }
  return value;
}

/**
 * Shapes with fontkit. The characters of each glyph are counted off the text itself: fontkit remembers the code
 * points of a glyph's first use in the process, which would make one document depend on another.
 */
function shapeText(font: fontkit.Font, text: string): readonly ShapedGlyph[] {
  const run = font.layout(text);
  const characters = Array.from(text);
  const consumed = run.glyphs.reduce((sum, glyph) => sum + glyph.codePoints.length, 0);
  if (consumed !== characters.length) return shapeSingly(font, characters);
  let from = 0;
  return run.glyphs.map((glyph, index) => {
    const own = characters.slice(from, (from += glyph.codePoints.length)).join("");
    const advance = (run.positions[index]?.xAdvance ?? glyph.advanceWidth) / font.unitsPerEm;
    return { glyph: glyph.id, advance, text: own };
  });
}

// A glyph that fontkit made of an uncounted number of characters (a combining mark, say): no substitutions then.
function shapeSingly(font: fontkit.Font, characters: readonly string[]): readonly ShapedGlyph[] {
  return characters.map((text) => {
    const { id, advanceWidth } = font.glyphForCodePoint(text.codePointAt(0) ?? 0);
    return { glyph: id, advance: advanceWidth / font.unitsPerEm, text };
  });
}

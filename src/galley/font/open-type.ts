import * as fontkit from "fontkit";
import { subsetFont } from "./subset.ts";

/** A glyph as shaping gives it: advance in em, and the characters of the text that it stands for. */
export interface ShapedGlyph {
  readonly glyph: number;
  readonly advance: number;
  readonly text: string;
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

/** A font file, opened with fontkit: the slow and sure way to shape. Lengths are in em. */
export interface OpenType {
  has(character: string): boolean;
  /** See `Face.shape`. */
  shape(text: string, features: readonly string[], apart: readonly number[]): readonly ShapedGlyph[];
  /** Kern between two shaped glyphs that stand side by side, in em, also where they would else become a ligature. */
  kern(one: ShapedGlyph, other: ShapedGlyph): number;
  advance(glyph: number): number;
  /** See `Face.bearing`. */
  bearing(glyph: number): number;
  /** See `Face.bottom` and `Face.top`: in whole thousandths, rounded outwards; 0 of blanks. */
  bottom(glyph: number): number;
  top(glyph: number): number;
  /** See `Face.outline`. */
  outline(glyph: number): string;
  subset(glyphs: readonly number[]): Uint8Array;
  /** The OpenType features that the face has. */
  readonly features: readonly string[];
  readonly metrics: FaceMetrics;
  readonly descriptor: FaceDescriptor;
}

/** Heights of a face in em, and its word space. */
export interface FaceMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly wordSpace: number;
}

/** Opens a font file. Throws when the bytes are no font: bundled fonts are ours to keep whole. */
export function openOpenType(bytes: Uint8Array): OpenType {
  const font = fontkit.create(bytes as Buffer) as fontkit.Font;
  const em = (units: number): number => units / font.unitsPerEm;
  return {
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    shape: (text, features, apart) => shapeApart(font, text, features, apart),
    kern: (one, other) => kernBetween(font, one, other),
    advance: (glyph) => em(font.getGlyph(glyph).advanceWidth),
    bearing: (glyph) => em(font.getGlyph(glyph).bbox.minX),
    bottom: (glyph) => Math.floor(finite(em(font.getGlyph(glyph).bbox.minY)) * 1000) / 1000,
    top: (glyph) => Math.ceil(finite(em(font.getGlyph(glyph).bbox.maxY)) * 1000) / 1000,
    outline: (glyph) =>
      font
        .getGlyph(glyph)
        .path.scale(1000 / font.unitsPerEm)
        .toSVG(),
    subset: (glyphs) => subsetFont(font, glyphs),
    // Asked for, not worked out beforehand: who only embeds glyphs would wait for the parsing of all layout tables.
    get features() {
      return font.availableFeatures;
    },
    get metrics() {
      return {
        ascent: em(font.ascent),
        descent: em(font.descent),
        capHeight: em(font.capHeight),
        xHeight: em(font.xHeight),
        wordSpace: em(font.glyphForCodePoint(0x20).advanceWidth),
      };
    },
    get descriptor() {
      return describe(font);
    },
  };
}

/** Blanks have their ink nowhere. */
function finite(edge: number): number {
  return Number.isFinite(edge) ? edge : 0;
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

/** Shapes a text; where a ligature would reach over an offset of `apart`, the text is shaped in two parts. */
function shapeApart(
  font: fontkit.Font,
  text: string,
  features: readonly string[],
  apart: readonly number[],
): readonly ShapedGlyph[] {
  const wanted = Object.fromEntries(features.map((feature) => [feature, true]));
  const whole = shapeText(font, text, wanted);
  const cut = apart.find((offset) => offset > 0 && offset < text.length && !endsAt(whole, offset));
  if (cut === undefined) return whole;
  const first = shapeApart(font, text.slice(0, cut), features, apart);
  const second = shapeApart(
    font,
    text.slice(cut),
    features,
    apart.map((offset) => offset - cut),
  );
  const [last, next] = [first.at(-1), second[0]];
  if (last === undefined || next === undefined) return [...first, ...second];
  // Whole font units, as all advances are: sums of fractions of an em are not quite what they seem.
  const advance = Math.round((last.advance + kernBetween(font, last, next)) * font.unitsPerEm) / font.unitsPerEm;
  return [...first.slice(0, -1), { ...last, advance }, ...second];
}

function endsAt(glyphs: readonly ShapedGlyph[], offset: number): boolean {
  let end = 0;
  return glyphs.some(({ text }) => (end += text.length) === offset);
}

/** Kern in em between two glyphs that would become one if their texts met: that of the letters that touch. */
function kernBetween(font: fontkit.Font, one: ShapedGlyph, other: ShapedGlyph): number {
  const alone = (glyph: number): number => font.getGlyph(glyph).advanceWidth / font.unitsPerEm;
  const [first, second, third] = shapeText(font, one.text + other.text, {});
  if (first?.glyph === one.glyph && second?.glyph === other.glyph && third === undefined) {
    return first.advance - alone(first.glyph);
  }
  const [touching] = shapeText(font, one.text.slice(-1) + other.text.slice(0, 1), { liga: false });
  return touching ? touching.advance - alone(touching.glyph) : 0;
}

type Features = Record<string, boolean>;

/**
 * Shapes with fontkit. The characters of each glyph are counted off the text itself, and fontkit's memory of glyphs is
 * emptied first: it keeps the code points of a glyph's first use (U+FB01 for every later f-i ligature), which would make
 * one document depend on another.
 */
function shapeText(font: fontkit.Font, text: string, features: Features): readonly ShapedGlyph[] {
  (font as unknown as { _glyphs: object })._glyphs = {};
  const run = font.layout(text, features);
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

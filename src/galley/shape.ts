import { editCopy, placeOf, report, type Copy, type Diagnostic, type Pt } from "../base/index.ts";
import type { Language } from "../language/index.ts";
import type { TextStyle } from "../template/index.ts";
import { FALLBACK_FACE, MISSING_FEATURE, MISSING_GLYPH } from "./findings.ts";
import type { Face } from "./font/face.ts";
import type { FontBook } from "./font/font-book.ts";
import { hangOf } from "./font/hanging.ts";

/** A glyph of a stretch of copy at its style's size: its natural advance in points, without letterfit or scaling. */
export interface SizedGlyph {
  readonly face: Face;
  readonly glyph: number;
  readonly advance: Pt;
  readonly text: string;
}

/** Copy in a style, ready to be shaped piece by piece: every character knows its face. */
export interface StyledCopy {
  readonly copy: Copy;
  readonly style: TextStyle;
  /** The style's own face. */
  readonly face: Face;
  /** The face of the character at an offset; undefined when no face has it. */
  faceAt(offset: number): Face | undefined;
  /** Offsets over which no ligature may reach. */
  readonly apart: ReadonlySet<number>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What setting needs beside copy and style. */
export interface Typesetter {
  readonly fonts: FontBook;
  readonly language: Language;
}

/** What stands in for a character that no face has, in order of preference. */
const SUBSTITUTES = ["\u25A1", "?"];
/** Faces with the widest character sets, tried when a style's own face lacks a character. */
const FALLBACKS = ["SourceSerif4-Regular", "SourceSans3-Regular"];

/**
 * Puts copy into a style: in capitals where the style wants them, a face for every character (the style's, that of its
 * mark, a fallback, or none), and ligatures kept inside the parts of a compound.
 */
export function styleCopy(written: Copy, style: TextStyle, { fonts, language }: Typesetter): StyledCopy {
  const copy = style.capitals ? inCapitals(written, fonts.face(style.face)) : written;
  const exceptions = new Map<number, Face | undefined>();
  const diagnostics: Diagnostic[] = [];
  const wanted = (offset: number): Face => fonts.face(faceName(copy, style, offset));
  for (let offset = 0; offset < copy.text.length; offset++) {
    const character = characterAt(copy.text, offset);
    if (isTrailingSurrogate(copy.text, offset) || wanted(offset).has(character)) continue;
    const fallback = FALLBACKS.map((name) => fonts.face(name)).find((face) => face.has(character));
    exceptions.set(offset, fallback);
    // A blank is the same from every face.
    if (fallback === undefined || !/\s/u.test(character))
      diagnostics.push(describeException(copy, offset, character, fallback));
  }
  const faceAt = (offset: number): Face | undefined =>
    exceptions.has(offset) ? exceptions.get(offset) : wanted(offset);
  const face = fonts.face(style.face);
  for (const feature of style.features) {
    if (!face.offers(feature))
      diagnostics.push(report(MISSING_FEATURE, `${face.name} has no “${feature}”`, placeOf(copy)));
  }
  return { copy, style, face, faceAt, apart: seamsOf(copy.text, language), diagnostics };
}

function seamsOf(text: string, { ligatureBreaks }: Language): ReadonlySet<number> {
  const words = text.matchAll(/[^ \u00A0]*f[^ \u00A0]+/g);
  return new Set(Array.from(words).flatMap((word) => ligatureBreaks(word[0]).map((offset) => word.index + offset)));
}

/** Copy in capitals; „ß“ becomes „ẞ“ where the face has it, else „SS“ (Amtliches Regelwerk, § 25 E3). */
function inCapitals(copy: Copy, face: Face): Copy {
  const sharp = face.has("ẞ") ? "ẞ" : "SS";
  const edits = Array.from(copy.text.matchAll(/\p{Ll}/gu), (letter) => {
    const text = letter[0] === "ß" ? sharp : letter[0].toUpperCase();
    return { start: letter.index, end: letter.index + letter[0].length, text, rule: "capitals" };
  });
  return editCopy(copy, edits);
}

function describeException(copy: Copy, offset: number, character: string, fallback: Face | undefined): Diagnostic {
  const place = placeOf(copy, offset, offset + character.length);
  const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (fallback === undefined) return report(MISSING_GLYPH, `no face has the character “${character}” (${name})`, place);
  return report(FALLBACK_FACE, `“${character}” (${name}) is set from ${fallback.name}`, place);
}

function faceName(copy: Copy, style: TextStyle, offset: number): string {
  const mark = copy.marks.findLast(({ start, end }) => start <= offset && offset < end);
  return mark ? style[mark.kind] : style.face;
}

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

function isTrailingSurrogate(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * Glyphs of the copy from `start` to `end`, shaped in runs of one face, with a hyphen put behind it if asked for.
 * The hyphen reads as U+00AD, so that text extraction can tell it from the author's own.
 */
export function shapeRange(styled: StyledCopy, start: number, end: number, hyphen = false): SizedGlyph[] {
  const glyphs: SizedGlyph[] = [];
  let from = start;
  while (from < end) {
    const face = styled.faceAt(from);
    let until = from + characterAt(styled.copy.text, from).length;
    while (face !== undefined && until < end && sameFace(styled, until, face)) until++;
    const last = until >= end;
    glyphs.push(...shapeRun(styled, face, from, until, hyphen && last));
    from = until;
  }
  return glyphs;
}

function sameFace(styled: StyledCopy, offset: number, face: Face): boolean {
  return isTrailingSurrogate(styled.copy.text, offset) || styled.faceAt(offset) === face;
}

function shapeRun(styled: StyledCopy, face: Face | undefined, start: number, end: number, hyphen: boolean) {
  const { copy, style } = styled;
  const text = copy.text.slice(start, end);
  const apart: number[] = [];
  for (let offset = start + 1; offset < end; offset++) if (styled.apart.has(offset)) apart.push(offset - start);
  if (face === undefined) return substitute(styled.faceAt(0) ?? styled.face, style, text);
  const shaped = face.shape(hyphen ? `${text}-` : text, { features: style.features, apart });
  return shaped.map(({ glyph, advance, text: own }, index) => ({
    face,
    glyph,
    advance: (advance * style.size + style.tracking) as Pt,
    text: hyphen && index === shaped.length - 1 ? "\u00AD" : own,
  }));
}

function substitute(face: Face, style: TextStyle, text: string): SizedGlyph[] {
  const stand = SUBSTITUTES.find((character) => face.has(character));
  const shaped = stand ? face.shape(stand)[0] : undefined;
  return shaped ? [{ face, glyph: shaped.glyph, advance: shaped.advance * style.size, text }] : [];
}

/** Width of shaped glyphs in points. */
export function widthOf(glyphs: readonly SizedGlyph[]): Pt {
  return glyphs.reduce((sum, { advance }) => sum + advance, 0);
}

/** How far a line may stand outside its measure that begins and ends with these glyphs, in points. */
export function hangOfGlyphs(glyphs: readonly SizedGlyph[], { hanging }: TextStyle): { left: Pt; right: Pt } {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (hanging === 0 || first === undefined || last === undefined) return { left: 0, right: 0 };
  return {
    left: hangOf(first.face.name, first.text).left * first.advance * hanging,
    right: hangOf(last.face.name, last.text).right * last.advance * hanging,
  };
}

/** Natural width of the word space between two characters of the copy, kerning across it included. */
export function wordSpaceAt({ copy, style, faceAt }: StyledCopy, offset: number): Pt {
  const face = faceAt(Math.max(0, offset - 1)) ?? faceAt(offset);
  if (face === undefined) return 0;
  const normal = face.wordSpace * style.justification.wordSpace.normal;
  const before = offset > 0 ? copy.text.charAt(offset - 1) : "";
  const after = copy.text.charAt(offset + 1);
  if (before === "" || after === "" || faceAt(offset + 1) !== face) return normal * style.size;
  const width = (text: string): number => face.width(text, { features: style.features });
  const kern = width(`${before} ${after}`) - width(before) - width(after) - face.wordSpace;
  return (normal + kern) * style.size;
}

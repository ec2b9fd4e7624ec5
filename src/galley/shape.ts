import { editCopy, placeOf, report, type Copy, type Diagnostic, type Pt } from "../base/index.ts";
import type { Language } from "../language/index.ts";
import type { TextStyle } from "../template/index.ts";
import { FALLBACK_FACE, MISSING_FEATURE, MISSING_GLYPH } from "./findings.ts";
import type { Face } from "./font/face.ts";
import type { FontBook } from "./font/font-book.ts";
import { glyphBeginningAt, type SizedGlyph } from "./glyph.ts";
import { setGlyphs, setWord, type SetGlyphs, type SetWord } from "./set-word.ts";
import { standingTypeOf, type StandingType } from "./standing-type.ts";

/** Copy in a style, ready to be shaped piece by piece: every character knows its face. */
export interface StyledCopy {
  readonly copy: Copy;
  readonly style: TextStyle;
  /** The style's own face. */
  readonly face: Face;
  /** The face of the character at an offset; undefined when no face has it. */
  faceAt(offset: number): Face | undefined;
  /** The face whose box stands in for a character that no face has: the style's own, or the first fallback that has one. */
  boxFace(): Face | undefined;
  /** Offsets within a stretch over which no ligature may reach, counted from its start. */
  seamsIn(start: number, end: number): readonly number[];
  /** Words and spaces, shaped, in order: all of the copy. */
  readonly tokens: readonly Token[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A word of styled copy (what stands between spaces), or a space: how it is set, and where it stands. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly space: boolean;
  readonly word: SetWord;
}

/** What setting needs beside copy and style. */
export interface Typesetter {
  readonly fonts: FontBook;
  readonly language: Language;
}

/** What stands in for a character that no face has: a box, for a question mark would be read as the author's. */
const BOX = "\u25A1";
/** Faces with the widest character sets, tried when a style's own face lacks a character. */
const FALLBACKS = ["SourceSerif4-Regular", "SourceSans3-Regular"];

/**
 * Puts copy into a style: in capitals where the style wants them, a face for every character (the style's, that of its
 * mark, a fallback, or none), and ligatures kept inside the parts of a compound.
 */
export function styleCopy(written: Copy, style: TextStyle, setter: Typesetter): StyledCopy {
  return new Styled(written, style, setter);
}

class Styled implements StyledCopy {
  readonly copy: Copy;
  readonly face: Face;
  readonly standing: StandingType;
  readonly tokens: readonly Token[];
  readonly diagnostics: Diagnostic[] = [];
  private readonly exceptions = new Map<number, Face | undefined>();

  constructor(
    written: Copy,
    readonly style: TextStyle,
    private readonly setter: Typesetter,
  ) {
    const { fonts, language } = setter;
    this.face = fonts.face(style.face);
    this.copy = style.capitals ? inCapitals(written, this.face) : written;
    this.findExceptions();
    for (const feature of style.features) {
      if (!this.face.offers(feature))
        this.diagnostics.push(report(MISSING_FEATURE, `${this.face.name} has no “${feature}”`, placeOf(this.copy)));
    }
    this.standing = standingTypeOf(style, this.face, language);
    this.tokens = tokensOf(this);
  }

  faceAt(offset: number): Face | undefined {
    return this.exceptions.has(offset) ? this.exceptions.get(offset) : this.wantedAt(offset);
  }

  boxFace(): Face | undefined {
    return [this.face, ...this.fallbacks()].find((face) => face.has(BOX));
  }

  seamsIn(start: number, end: number): readonly number[] {
    const { text } = this.copy;
    let [first, last] = [start, end];
    while (first > 0 && !isSpace(text, first - 1)) first--;
    while (last < text.length && !isSpace(text, last)) last++;
    const words = text.slice(first, last);
    if (!words.includes("f")) return NO_SEAMS;
    const seams = seamsOf(words, this.setter.language).map((offset) => first + offset - start);
    return seams.filter((offset) => offset > 0 && offset < end - start);
  }

  /** Whether a stretch stands in the style's own face throughout. */
  isPlain(start: number, end: number): boolean {
    if (this.exceptions.size > 0) return false;
    const { marks } = this.copy;
    return marks.length === 0 || !marks.some((mark) => mark.start < end && start < mark.end);
  }

  private wantedAt(offset: number): Face {
    const { copy, style, setter } = this;
    return copy.marks.length === 0 ? this.face : setter.fonts.face(faceName(copy, style, offset));
  }

  private findExceptions(): void {
    const { copy } = this;
    if (copy.marks.length === 0 && this.face.covers(copy.text)) return;
    let character: string;
    const found: Exception[] = [];
    for (let offset = 0; offset < copy.text.length; offset += character.length) {
      character = characterAt(copy.text, offset);
      if (this.wantedAt(offset).has(character) || isTrailingSurrogate(copy.text, offset)) continue;
      const fallback = this.fallbacks().find((face) => face.has(character));
      this.exceptions.set(offset, fallback);
      // A blank is the same from every face.
      if (fallback !== undefined && /\s/u.test(character)) continue;
      const last = found.at(-1);
      if (last?.end === offset && last.fallback === fallback) last.end += character.length;
      else found.push({ start: offset, end: offset + character.length, fallback });
    }
    this.diagnostics.push(...found.map((exception) => describeException(copy, exception)));
  }

  private fallbacks(): readonly Face[] {
    return FALLBACKS.map((name) => this.setter.fonts.face(name));
  }
}

function tokensOf(styled: Styled): Token[] {
  const { text } = styled.copy;
  const tokens: Token[] = [];
  for (let start = 0; start < text.length;) {
    const space = isSpace(text, start);
    let end = start + 1;
    while (!space && end < text.length && !isSpace(text, end)) end++;
    const word = space ? spaceAt(styled, start) : wordAt(styled, start, end);
    tokens.push({ start, end, space, word });
    start = end;
  }
  return tokens;
}

/** The spaces that stretch; a narrow no-break space is part of its word. */
function isSpace(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === 0x20 || unit === 0xa0;
}

function wordAt(styled: Styled, start: number, end: number): SetWord {
  if (!styled.isPlain(start, end)) return wordFrom(styled, start, end, false);
  const text = styled.copy.text.slice(start, end);
  return styled.standing.known(text) ?? styled.standing.keep(text, wordFrom(styled, start, end, true));
}

function wordFrom(styled: Styled, start: number, end: number, plain: boolean): SetWord {
  return setWord(setGlyphs(shapeRange(styled, start, end), styled.style), plain);
}

function spaceAt(styled: Styled, offset: number): SetWord {
  const { standing, copy } = styled;
  const { text } = copy;
  const plain = offset > 0 && offset + 1 < text.length && styled.isPlain(offset - 1, offset + 2);
  if (!plain) return spaceFrom(styled, offset, false);
  const [before, after, binding] = [text.charCodeAt(offset - 1), text.charCodeAt(offset + 1), binds(text, offset)];
  const known = standing.knownSpace(before, after, binding);
  return known ?? standing.keepSpace(before, after, binding, spaceFrom(styled, offset, true));
}

function spaceFrom(styled: Styled, offset: number, plain: boolean): SetWord {
  const glyphs = setGlyphs(shapeRange(styled, offset, offset + 1), styled.style);
  return setWord({ ...glyphs, width: wordSpaceAt(styled, offset) }, plain);
}

/** Whether no line may end at a space. */
export function binds(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 0xa0;
}

const NO_SEAMS: readonly never[] = [];

/** Seams of compounds in a text: those where a ligature could be, which all begin with an f. */
function seamsOf(text: string, { ligatureBreaks }: Language): number[] {
  const words = text.matchAll(/[^ \u00A0]*f[^ \u00A0]+/g);
  return Array.from(words).flatMap((word) => ligatureBreaks(word[0]).map((offset) => word.index + offset));
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

/** A stretch of characters that the style's face lacks, and the face that has them. */
interface Exception {
  readonly start: number;
  end: number;
  readonly fallback: Face | undefined;
}

/** As many characters of a stretch are named: a sentence in another script is one finding, and need not be repeated. */
const MOST_NAMED = 4;

function describeException(copy: Copy, { start, end, fallback }: Exception): Diagnostic {
  const place = placeOf(copy, start, end);
  const all = Array.from(copy.text.slice(start, end));
  const more = all.length > MOST_NAMED ? "…" : "";
  const named = all.slice(0, MOST_NAMED);
  const points = named.map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
  const what = `“${named.join("")}${more}” (${points.join(", ")}${more && `, ${more}`})`;
  if (fallback !== undefined) return report(FALLBACK_FACE, `${what} is set from ${fallback.name}`, place);
  return report(MISSING_GLYPH, `no face has the character${all.length > 1 ? "s" : ""} ${what}`, place);
}

function faceName(copy: Copy, style: TextStyle, offset: number): string {
  const mark = copy.marks.findLast(({ start, end }) => start <= offset && offset < end);
  return mark ? style[mark.kind] : style.face;
}

function characterAt(text: string, offset: number): string {
  const unit = text.charCodeAt(offset);
  return unit < 0xd800 || unit > 0xdbff ? text.charAt(offset) : String.fromCodePoint(text.codePointAt(offset) ?? 0);
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
  if (face === undefined) return boxFor(styled, text);
  return shapeText(face, style, text, hyphen, styled.seamsIn(start, end));
}

function shapeText(face: Face, style: TextStyle, text: string, hyphen: boolean, apart: readonly number[]) {
  const shaped = face.shape(hyphen ? `${text}-` : text, { features: style.features, apart });
  return shaped.map(({ glyph, advance, text: own }, index) => ({
    face,
    glyph,
    advance: (advance * style.size + style.tracking) as Pt,
    text: hyphen && index === shaped.length - 1 ? "\u00AD" : own,
  }));
}

/** The box reads as the character that it stands for. */
function boxFor(styled: StyledCopy, text: string): SizedGlyph[] {
  const face = styled.boxFace();
  return (
    face?.shape(BOX).map(({ glyph, advance }) => ({ face, glyph, advance: advance * styled.style.size, text })) ?? []
  );
}

/** The part of a word from `start` to `end` (offsets in the copy), with a hyphen put behind it if asked for. */
export function setPart(styled: StyledCopy, token: Token, start: number, end: number, hyphen: boolean): SetGlyphs {
  const { word } = token;
  const [from, until] = [start - token.start, end - token.start];
  const parts = (word.parts ??= []);
  for (const part of parts) if (part.from === from && part.until === until && part.hyphen === hyphen) return part;
  const own = word.plain ? cutOut(word, from, until, hyphen, styled.style) : undefined;
  const part = { from, until, hyphen, ...setGlyphs(own ?? shapeRange(styled, start, end, hyphen), styled.style) };
  parts.push(part);
  return part;
}

/**
 * Glyphs of a part of a word, taken from those of the whole: a cut between two of them changes nothing but the kern before it.
 * Undefined where it would take a ligature apart.
 */
function cutOut({ glyphs: whole }: SetWord, from: number, until: number, hyphen: boolean, style: TextStyle) {
  const first = glyphBeginningAt(whole, from);
  const past = glyphBeginningAt(whole, until);
  const last = whole[past - 1];
  if (first < 0 || past <= first || last === undefined) return undefined;
  const glyphs = whole.slice(first, past);
  if (past === whole.length && !hyphen) return glyphs;
  glyphs.pop();
  glyphs.push(...shapeText(last.face, style, last.text, hyphen, NO_SEAMS));
  return glyphs;
}

/** Natural width of the word space between two characters of the copy, kerning across it included. */
function wordSpaceAt(styled: StyledCopy, offset: number): Pt {
  const { copy, style } = styled;
  const face = styled.faceAt(Math.max(0, offset - 1)) ?? styled.faceAt(offset);
  if (face === undefined) return 0;
  const normal = face.wordSpace * style.justification.wordSpace.normal;
  const before = offset > 0 ? copy.text.charAt(offset - 1) : "";
  const after = copy.text.charAt(offset + 1);
  if (before === "" || after === "" || styled.faceAt(offset + 1) !== face) return normal * style.size;
  const width = (text: string): number => face.width(text, { features: style.features });
  const kern = width(`${before} ${after}`) - width(before) - width(after) - face.wordSpace;
  return (normal + kern) * style.size;
}

import { Pattern, type Finding, type Pt } from "../base/index.ts";
import type { BreakPoint, Language } from "../language/index.ts";
import { DIVIDED_HEADLINE, UNBREAKABLE_WORD } from "./findings.ts";
import { HEADLINE_COST, type HeadlinePiece } from "./headline-breaks.ts";
import { breakAt, type HeadlineWord } from "./headline-sense.ts";
import type { SizedGlyph } from "./glyph.ts";
import type { LineEnd } from "./line.ts";
import { widthOf } from "./set-word.ts";
import { binds, shapeRange, type StyledCopy } from "./shape.ts";

/** A piece, where it stands in the copy, and how a line ends that ends with it. */
export interface Piece extends HeadlinePiece {
  readonly start: number;
  readonly end: number;
  readonly ends: LineEnd;
  /** How far the ink of its word reaches below the baseline, and above; in em. */
  readonly depth: number;
  readonly height: number;
  /** Set where a line that ends with it divides a word. */
  readonly division?: Division;
}

/** A word that is divided because no line holds it: what that is called, and where the word stands in the copy. */
interface Division {
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
}

interface Word extends HeadlineWord {
  readonly start: number;
  readonly end: number;
  readonly width: Pt;
  readonly glyphs: readonly SizedGlyph[];
}

/** The words of a headline, each a piece. */
export function wholeWords(styled: StyledCopy, language: Language): Piece[] {
  const { style } = styled;
  const space = (styled.faceAt(0) ?? styled.face).wordSpace + style.tracking / style.size;
  const words = wordsOf(styled);
  return words.map(({ text, start, end, width, glyphs }, index) => ({
    start,
    end,
    width: width / style.size,
    space,
    hyphen: 0,
    depth: furthest(glyphs, ({ face, glyph }) => -face.bottom(glyph)),
    height: furthest(glyphs, ({ face, glyph }) => face.top(glyph)),
    ends: "word",
    ...breakAt(words, index, language),
    short: letters(text).length <= SHORT,
  }));
}

function wordsOf({ copy: { text }, tokens }: StyledCopy): Word[] {
  return tokens.flatMap(({ start, end, space, word: { width, glyphs } }) =>
    space ? [] : [{ text: text.slice(start, end), start, end, width, glyphs, binds: binds(text, end) }],
  );
}

function furthest(glyphs: readonly SizedGlyph[], reach: (glyph: SizedGlyph) => number): number {
  let far = 0;
  for (const glyph of glyphs) far = Math.max(far, reach(glyph));
  return far;
}

const SHORT = 4;

const NO_LETTERS = new Pattern(String.raw`[^\p{L}\p{N}]`, "g");

function letters(text: string): string {
  return text.replace(NO_LETTERS.for(text), "");
}

/** What it costs to divide a word that no measure holds, by the grade of the division, and behind a hyphen of its own. */
const DIVISION: Readonly<Record<BreakPoint["grade"], number>> = {
  joint: 10,
  prefix: 30,
  suffix: 30,
  syllable: 35,
  unpleasant: 80,
  name: 80,
};
const OWN_HYPHEN = 3;
/** Added when so few letters are left on either side, or beside a joint. */
const FEW_LETTERS = 20;
const FEW = 2;

/** A word in the parts into which it may be divided; `widest` is what a line may measure in the smallest size, in em. */
export function divided(styled: StyledCopy, word: Piece, language: Language, widest: number): Piece[] {
  const division: Division = { finding: DIVIDED_HEADLINE, start: word.start, end: word.end };
  let { start } = word;
  const text = styled.copy.text.slice(start, word.end);
  const parts = language.breakPoints(text).map((point): Piece => {
    const hyphenates = point.kind === "syllable";
    const part = { ...word, ...INSIDE, ...stretchOf(styled, start, word.start + point.offset, hyphenates) };
    start = part.end;
    return hyphenates
      ? { ...part, ends: "hyphen", breakCost: costOfDivision(text, point), division }
      : { ...part, ends: "explicit", breakCost: OWN_HYPHEN };
  });
  parts.push({ ...word, ...stretchOf(styled, start, word.end), short: false });
  return parts.flatMap((part) => (part.width + part.hyphen > widest ? cutAnywhere(styled, part, widest) : [part]));
}

function costOfDivision(word: string, { offset, grade, closeToJoint }: BreakPoint): number {
  const few = closeToJoint || letters(word.slice(0, offset)).length <= FEW || letters(word.slice(offset)).length <= FEW;
  return DIVISION[grade] + (few ? FEW_LETTERS : 0);
}

/** A part that no line of the smallest size holds, in pieces that are each as long as one holds. */
function cutAnywhere(styled: StyledCopy, part: Piece, widest: number): Piece[] {
  const { start, end, hyphen } = part;
  const division: Division = { finding: UNBREAKABLE_WORD, start, end };
  const pieces: Piece[] = [];
  let [from, until] = [start, start];
  for (const character of styled.copy.text.slice(start, end)) {
    const next = until + character.length;
    if (until > from && stretchOf(styled, from, next).width + hyphen > widest) {
      const piece = stretchOf(styled, from, until);
      pieces.push({ ...part, ...INSIDE, ...piece, ends: "explicit", breakCost: HEADLINE_COST.sense, division });
      from = until;
    }
    until = next;
  }
  return [...pieces, { ...part, ...stretchOf(styled, from, end), hyphen }];
}

/** What a part of a word has that more of the word follows. */
const INSIDE = { space: 0, pause: 0, short: false };

/** A stretch of a word, what it measures in em, and what a hyphen behind it adds where a line may end with one. */
function stretchOf(styled: StyledCopy, start: number, end: number, hyphenates = false) {
  const { size } = styled.style;
  const width = widthOf(shapeRange(styled, start, end)) / size;
  const hyphen = hyphenates ? widthOf(shapeRange(styled, start, end, true)) / size - width : 0;
  return { start, end, width, hyphen };
}

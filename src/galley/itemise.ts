import { placeOf, report, type Copy, type Diagnostic, type Pt } from "../base/index.ts";
import type { BreakPoint, Language } from "../language/index.ts";
import type { Breaking, TextStyle } from "../template/index.ts";
import { UNBREAKABLE_WORD } from "./findings.ts";
import { FORBIDDEN, PARAGRAPH_END, type Box, type Item, type Penalty } from "./items.ts";
import { hangOfGlyphs, shapeRange, widthOf, type StyledCopy, type Token } from "./shape.ts";
import type { SizedGlyph } from "./glyph.ts";
import type { WordPart } from "./standing-type.ts";

/** A paragraph for the breaker, and for each item the stretch of copy it stands for. */
export interface Itemised {
  readonly items: readonly Item[];
  /** Copy offsets of item i: `starts[i]` to `ends[i]`; a penalty stands between two characters. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether a break at item i puts in a hyphen that the copy does not have. */
  readonly hyphens: readonly boolean[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Enough to fill any last line; finite, so that sums stay numbers. */
const FILL = 1e7;
/** How far a ragged line may end from its measure before it counts as badly filled, in em (TeX's \raggedright has 2). */
const RAG = 3;

/**
 * Turns copy into boxes, glue and penalties. Spaces stretch and shrink, a no-break space too but no line ends at it; a
 * narrow no-break space is part of its word. Widths are those that will be set: a word's parts are shaped with the
 * hyphen they would end in, so that kerns and ligatures across a break come out right.
 * `narrowest` is the least measure of the paragraph in points: what is wider is divided anywhere, and reported.
 */
export function itemise(styled: StyledCopy, language: Language, narrowest: Pt): Itemised {
  const sheet = new Sheet();
  for (const token of styled.tokens) {
    if (token.space) addSpace(sheet, styled, token);
    else addWord(sheet, styled, token, language, narrowest);
  }
  const end = styled.copy.text.length;
  sheet.add(forbidden(), end, end);
  sheet.add({ kind: "glue", width: 0, stretch: FILL, shrink: 0 }, end, end);
  sheet.add(PARAGRAPH_END, end, end);
  return sheet;
}

class Sheet implements Itemised {
  readonly items: Item[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly hyphens: boolean[] = [];
  readonly diagnostics: Diagnostic[] = [];

  add(item: Item, start: number, end: number, hyphen = false): void {
    this.items.push(item);
    this.starts.push(start);
    this.ends.push(end);
    this.hyphens.push(hyphen);
  }
}

function addSpace(sheet: Sheet, styled: StyledCopy, { start, end, width }: Token): void {
  const { style, copy } = styled;
  const { least, normal, most } = style.justification.wordSpace;
  const binds = copy.text[start] === "\u00A0";
  if (style.align === "justified") {
    if (binds) sheet.add(forbidden(), start, start);
    const one = (width / normal) as Pt;
    sheet.add({ kind: "glue", width, stretch: one * (most - normal), shrink: one * (normal - least) }, start, end);
    return;
  }
  // Knuth & Plass, p. 1139: ragged setting lets the end of every line stretch, and takes it back inside the line.
  const rag = RAG * style.size;
  sheet.add(forbidden(), start, start);
  if (!binds) {
    sheet.add({ kind: "glue", width: 0, stretch: rag, shrink: 0 }, start, start);
    sheet.add(penalty(0), start, start);
  }
  sheet.add({ kind: "glue", width, stretch: binds ? 0 : -rag, shrink: 0 }, start, end);
}

function addWord(sheet: Sheet, styled: StyledCopy, word: Token, language: Language, narrowest: Pt): void {
  for (const { item, from, until, hyphen } of partsOf(styled, word, language)) {
    const [start, end] = [word.start + from, word.start + until];
    if (item.kind === "box" && item.width - item.shrink > narrowest) addAnyhow(sheet, styled, start, end);
    else sheet.add(item, start, end, hyphen);
  }
}

/** A word's parts: from the style's standing type, unless the copy has breaks or faces of its own for it, or it is the last one. */
function partsOf(styled: StyledCopy, word: Token, language: Language): readonly WordPart[] {
  const { copy } = styled;
  const own = softHyphensOf(copy, word.start, word.end);
  const last = isLastWord(copy, word.end);
  const divide = (): WordPart[] => {
    const text = copy.text.slice(word.start, word.end);
    return divided(styled, word, pricedBreaks(text, own ?? language.breakPoints(text), last, styled.style));
  };
  if (word.standing === undefined || own !== undefined || last) return divide();
  return (word.standing.parts ??= divide());
}

function isLastWord({ text }: Copy, end: number): boolean {
  return !text.includes(" ", end) && !text.includes("\u00A0", end);
}

function divided(styled: StyledCopy, word: Token, points: readonly PricedBreak[]): WordPart[] {
  const parts: WordPart[] = [];
  let from = 0;
  const addBox = (until: number): void => {
    parts.push({ item: boxOf(styled, glyphsBetween(word.glyphs, from, until)), from, until, hyphen: false });
  };
  for (const point of points) {
    const { offset, kind } = point;
    addBox(offset);
    parts.push({ item: breakOf(styled, word, point), from: offset, until: offset, hyphen: kind === "syllable" });
    from = offset;
  }
  addBox(word.end - word.start);
  return parts;
}

interface PricedBreak extends Pick<BreakPoint, "offset" | "kind"> {
  readonly cost: number;
}

/** What the language permits, and at a high price the no-break hyphens it would rather not part: „Jong-un“, „U-Boot“. */
function pricedBreaks(word: string, points: readonly BreakPoint[], last: boolean, style: TextStyle): PricedBreak[] {
  const { breaking, hyphenate } = style;
  const extra = last ? breaking.lastWord : 0;
  const permitted = points
    .filter(({ kind }) => hyphenate || kind === "explicit")
    .map((point) => ({ ...point, cost: priceOf(word, point, breaking) + (point.kind === "syllable" ? extra : 0) }));
  if (!hyphenate || !word.includes("\u2011")) return permitted;
  const held = [...word.matchAll(/\u2011(?=.)/g)].map(({ index }) => index + 1);
  const reluctant = held.map((offset) => ({ offset, kind: "explicit", cost: breaking.heldHyphen }) as const);
  return [...permitted, ...reluctant].sort((a, b) => a.offset - b.offset);
}

/**
 * Where the source has soft hyphens inside a word: they were cleaned out of the copy, but a desk that puts them in knows
 * better than the language, and means all of the word's breaks. Undefined when there are none.
 */
function softHyphensOf({ source, origins }: Copy, start: number, end: number): readonly BreakPoint[] | undefined {
  // Where nothing was cleaned out the word stands in the source as it is.
  if ((origins[end - 1] ?? 0) - (origins[start] ?? 0) === end - 1 - start) return undefined;
  const found: BreakPoint[] = [];
  for (let offset = start + 1; offset < end; offset++) {
    const [before, here] = [origins[offset - 1] ?? 0, origins[offset] ?? 0];
    if (here - before < 2 || !SOFT_HYPHEN.test(source.text.slice(before, here))) continue;
    found.push({ offset: offset - start, kind: "syllable", grade: "joint" });
  }
  return found.length > 0 ? found : undefined;
}

/** As itself, or as JSON may write it. */
const SOFT_HYPHEN = /\u00AD|\\u00ad/i;

function priceOf(word: string, { offset, kind, grade }: BreakPoint, breaking: Breaking): number {
  if (kind === "explicit") return breaking.explicitHyphen;
  const before = /[\p{L}\p{M}]*$/u.exec(word.slice(0, offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}]*/u.exec(word.slice(offset))?.[0].length ?? 0;
  const few = before < 3 || after < 4 ? breaking.fewLetters : 0;
  return breaking.hyphens[grade] + few + (after < 3 ? breaking.twoLettersOver : 0);
}

/** A part wider than the measure: every character is a box of its own, and a line may end anywhere between them. */
function addAnyhow(sheet: Sheet, styled: StyledCopy, start: number, end: number): void {
  const shown = styled.copy.text.slice(start, Math.min(end, start + 24));
  const place = placeOf(styled.copy, start, end);
  sheet.diagnostics.push(
    report(UNBREAKABLE_WORD, `“${shown}…” is wider than its column (${end - start} characters)`, place),
  );
  let from = start;
  for (const character of styled.copy.text.slice(start, end)) {
    if (from > start) sheet.add(penalty(styled.style.breaking.anywhere), from, from);
    sheet.add(boxOf(styled, shapeRange(styled, from, from + character.length)), from, from + character.length);
    from += character.length;
  }
}

/**
 * The break of TeX's \discretionary: what the part before it gains when it ends the line (hyphen, its kern, a ligature
 * undone), and what the part behind it gains when it begins one.
 */
function breakOf(styled: StyledCopy, word: Token, { offset, kind, cost }: PricedBreak): Penalty {
  const hyphen = kind === "syllable";
  const gains = gainsAt(styled, word, offset, hyphen);
  return {
    kind: "penalty",
    cost,
    width: gains.before,
    hangRight: gains.hang,
    stretch: 0,
    shrink: 0,
    after: gains.after,
    flagged: hyphen || /[-\u2010\u2011]$/.test(styled.copy.text.slice(word.start, word.start + offset)),
  };
}

/**
 * What the two parts of a word gain by a break, in points. Between two glyphs only their kern is undone and that of the
 * hyphen added, so one pair tells it; where a ligature is taken apart both parts are shaped anew.
 */
function gainsAt(styled: StyledCopy, word: Token, at: number, hyphen: boolean) {
  const whole = word.glyphs;
  const offset = word.start + at;
  const [before, behind] = [glyphEndingAt(whole, at), glyphBeginningAt(whole, at)];
  const face = before?.face;
  if (before === undefined || behind === undefined || face === undefined || face !== behind.face) {
    const parts = [shapeRange(styled, word.start, offset, hyphen), shapeRange(styled, offset, word.end)] as const;
    return {
      before: widthOf(parts[0]) - widthOf(glyphsBetween(whole, 0, at)),
      after: widthOf(parts[1]) - widthOf(glyphsBetween(whole, at, word.end - word.start)),
      hang: hangOfGlyphs(parts[0].slice(-1), styled.style).right,
    };
  }
  const { size, tracking, features } = styled.style;
  const width = (text: string): number => face.width(text, { features });
  // A kern is part of the advance of the glyph before it.
  const kern = before.advance - tracking - face.advance(before.glyph) * size;
  const added = hyphen ? (width(`${before.text}-`) - face.advance(before.glyph)) * size + tracking : 0;
  const last = hyphen ? { ...before, text: "\u00AD", advance: width("-") * size + tracking } : before;
  return { before: added - kern, after: 0, hang: hangOfGlyphs([last], styled.style).right };
}

function glyphEndingAt(whole: readonly SizedGlyph[], at: number): SizedGlyph | undefined {
  let offset = 0;
  return whole.find(({ text }) => (offset += text.length) === at);
}

function glyphBeginningAt(whole: readonly SizedGlyph[], at: number): SizedGlyph | undefined {
  let offset = 0;
  return whole.find(({ text }) => (offset += text.length) - text.length === at);
}

/** Glyphs that begin between two offsets of a shaped word; a ligature belongs to where it begins. */
function glyphsBetween(whole: readonly SizedGlyph[], from: number, until: number): SizedGlyph[] {
  let offset = 0;
  return whole.filter(({ text }) => {
    const start = offset;
    offset += text.length;
    return from <= start && start < until;
  });
}

function boxOf({ style }: StyledCopy, glyphs: readonly SizedGlyph[]): Box {
  const width = widthOf(glyphs);
  const { left: hangLeft, right: hangRight } = hangOfGlyphs(glyphs, style);
  if (style.align !== "justified") return { kind: "box", width, stretch: 0, shrink: 0, hangLeft, hangRight };
  const { letterfit, scaling } = style.justification;
  const fit = glyphs.length * style.size;
  return {
    kind: "box",
    width,
    stretch: fit * letterfit.most + width * (scaling.most - 1),
    shrink: -fit * letterfit.least + width * (1 - scaling.least),
    hangLeft,
    hangRight,
  };
}

function penalty(cost: number): Penalty {
  return { kind: "penalty", cost, width: 0, stretch: 0, shrink: 0, after: 0, flagged: false };
}

function forbidden(): Penalty {
  return penalty(FORBIDDEN);
}

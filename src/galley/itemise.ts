import { placeOf, report, type Copy, type Diagnostic, type Pt } from "../base/index.ts";
import type { BreakPoint, Language } from "../language/index.ts";
import type { Breaking, TextStyle } from "../template/index.ts";
import { UNBREAKABLE_WORD } from "./findings.ts";
import type { SizedGlyph } from "./glyph.ts";
import { FORBIDDEN, PARAGRAPH_END, type Box, type Glue, type Item, type Penalty } from "./items.ts";
import { hangOfGlyphs, widthOf, type WordPart } from "./set-word.ts";
import { binds, shapeRange, type StyledCopy, type Token } from "./shape.ts";

/** Enough to fill any last line; finite, so that sums stay numbers. */
const FILL = 1e7;
const FILLING: Glue = { kind: "glue", width: 0, stretch: FILL, shrink: 0 };
/** How far a ragged line may end from its measure before it counts as badly filled, in em (TeX's \raggedright has 2). */
const RAG = 3;

/**
 * Turns copy into boxes, glue and penalties. Spaces stretch and shrink, a no-break space too but no line ends at it; a
 * narrow no-break space is part of its word. Widths are those that will be set: a word's parts are shaped with the
 * hyphen they would end in, so that kerns and ligatures across a break come out right.
 * `narrowest` is the least measure of the paragraph in points: what is wider is divided anywhere, and reported.
 */
export function itemise(styled: StyledCopy, language: Language, narrowest: Pt): Itemised {
  const itemised = new Itemised(styled);
  const { tokens } = styled;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    const parts = partsOf(styled, token, index === tokens.length - 1, language);
    // No part is wider than its word.
    itemised.add(token.word.width > narrowest ? dividedAnyhow(itemised, token, parts, narrowest) : parts);
  }
  itemised.end();
  return itemised;
}

/** A paragraph for the breaker, and for each item the stretch of copy it stands for. */
export class Itemised {
  readonly items: Item[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** What each token is made of, and the number of its first item. */
  private readonly parts: (readonly WordPart[])[] = [];
  private readonly firsts: number[] = [];

  constructor(readonly styled: StyledCopy) {}

  /** Adds what the next token is made of. */
  add(parts: readonly WordPart[]): void {
    this.firsts.push(this.items.length);
    this.parts.push(parts);
    for (const { item } of parts) this.items.push(item);
  }

  /** Closes the paragraph. */
  end(): void {
    this.items.push(FORBID, FILLING, PARAGRAPH_END);
  }

  /** Copy offsets of an item; a penalty stands between two characters. */
  startOf(item: number): number {
    const token = this.tokenOf(item);
    return this.offset(token, this.partAt(token, item)?.from);
  }

  endOf(item: number): number {
    const token = this.tokenOf(item);
    return this.offset(token, this.partAt(token, item)?.until);
  }

  /** Whether a break at an item puts in a hyphen that the copy does not have. */
  hyphenAt(item: number): boolean {
    return this.partAt(this.tokenOf(item), item)?.hyphen === true;
  }

  /** The number of the token that an item is of; what closes the paragraph counts as the last one's. */
  private tokenOf(item: number): number {
    const { firsts } = this;
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((firsts[middle] ?? Infinity) <= item) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Undefined for what closes the paragraph. */
  private partAt(token: number, item: number): WordPart | undefined {
    return this.parts[token]?.[item - (this.firsts[token] ?? 0)];
  }

  private offset(token: number, inWord: number | undefined): number {
    const { copy, tokens } = this.styled;
    return inWord === undefined ? copy.text.length : (tokens[token]?.start ?? 0) + inWord;
  }
}

/** What a token is made of: kept with the word, unless the copy has breaks of its own for it. */
function partsOf(styled: StyledCopy, token: Token, last: boolean, language: Language): readonly WordPart[] {
  const { copy, style } = styled;
  const { word, start, end } = token;
  if (token.space) return (word.parts ??= spaceParts(word.width, binds(copy.text, start), style));
  const own = softHyphensOf(copy, start, end);
  const divide = (): WordPart[] => {
    const text = copy.text.slice(start, end);
    return divided(styled, token, pricedBreaks(text, own ?? language.breakPoints(text), last, style));
  };
  if (own !== undefined) return divide();
  return last ? (word.lastParts ??= divide()) : (word.parts ??= divide());
}

function spaceParts(width: Pt, binding: boolean, style: TextStyle): WordPart[] {
  const at = (item: Item, until = 0): WordPart => ({ item, from: 0, until, hyphen: false });
  if (style.align === "justified") {
    const { least, normal, most } = style.justification.wordSpace;
    const one = (width / normal) as Pt;
    const glue = at({ kind: "glue", width, stretch: one * (most - normal), shrink: one * (normal - least) }, 1);
    return binding ? [at(FORBID), glue] : [glue];
  }
  // Knuth & Plass, p. 1139: ragged setting lets the end of every line stretch, and takes it back inside the line.
  const rag = RAG * style.size;
  const glue = at({ kind: "glue", width, stretch: binding ? 0 : -rag, shrink: 0 }, 1);
  if (binding) return [at(FORBID), glue];
  return [at(FORBID), at({ kind: "glue", width: 0, stretch: rag, shrink: 0 }), at(penalty(0)), glue];
}

function divided(styled: StyledCopy, token: Token, points: readonly PricedBreak[]): WordPart[] {
  const parts: WordPart[] = [];
  const { word, start, end } = token;
  let from = 0;
  const addBox = (until: number): void => {
    parts.push({ item: boxOf(styled, glyphsBetween(word.glyphs, from, until)), from, until, hyphen: false });
  };
  for (const point of points) {
    const { offset, kind } = point;
    addBox(offset);
    parts.push({ item: breakOf(styled, token, point), from: offset, until: offset, hyphen: kind === "syllable" });
    from = offset;
  }
  addBox(end - start);
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

/** What a word is made of whose parts may be wider than the measure: lines may end anywhere within these. */
function dividedAnyhow(sheet: Itemised, token: Token, parts: readonly WordPart[], narrowest: Pt): WordPart[] {
  return parts.flatMap((part) => {
    const { item, from, until } = part;
    if (item.kind !== "box" || item.width - item.shrink <= narrowest) return [part];
    const [start, end] = [token.start + from, token.start + until];
    sheet.diagnostics.push(tooWide(sheet.styled.copy, start, end));
    return characters(sheet.styled, token, start, end);
  });
}

function tooWide(copy: Copy, start: number, end: number): Diagnostic {
  const shown = copy.text.slice(start, Math.min(end, start + 24));
  const message = `“${shown}…” is wider than its column (${end - start} characters)`;
  return report(UNBREAKABLE_WORD, message, placeOf(copy, start, end));
}

/** A stretch of a word of which every character is a box of its own. */
function characters(styled: StyledCopy, token: Token, start: number, end: number): WordPart[] {
  const parts: WordPart[] = [];
  let offset = start;
  for (const character of styled.copy.text.slice(start, end)) {
    const from = offset - token.start;
    const until = from + character.length;
    if (offset > start) parts.push({ item: penalty(styled.style.breaking.anywhere), from, until: from, hyphen: false });
    const item = boxOf(styled, shapeRange(styled, offset, offset + character.length));
    parts.push({ item, from, until, hyphen: false });
    offset += character.length;
  }
  return parts;
}

/**
 * The break of TeX's \discretionary: what the part before it gains when it ends the line (hyphen, its kern, a ligature
 * undone), and what the part behind it gains when it begins one.
 */
function breakOf(styled: StyledCopy, token: Token, { offset, kind, cost }: PricedBreak): Penalty {
  const hyphen = kind === "syllable";
  const gains = gainsAt(styled, token, offset, hyphen);
  return {
    kind: "penalty",
    cost,
    width: gains.before,
    hangRight: gains.hang,
    stretch: 0,
    shrink: 0,
    after: gains.after,
    flagged: hyphen || /[-\u2010\u2011]$/.test(styled.copy.text.slice(token.start, token.start + offset)),
  };
}

/**
 * What the two parts of a word gain by a break, in points. Between two glyphs only their kern is undone and that of the
 * hyphen added, so one pair tells it; where a ligature is taken apart both parts are shaped anew.
 */
function gainsAt(styled: StyledCopy, token: Token, at: number, hyphen: boolean) {
  const whole = token.word.glyphs;
  const offset = token.start + at;
  const [before, behind] = [glyphEndingAt(whole, at), glyphBeginningAt(whole, at)];
  const face = before?.face;
  if (before === undefined || behind === undefined || face === undefined || face !== behind.face) {
    const parts = [shapeRange(styled, token.start, offset, hyphen), shapeRange(styled, offset, token.end)] as const;
    return {
      before: widthOf(parts[0]) - widthOf(glyphsBetween(whole, 0, at)),
      after: widthOf(parts[1]) - widthOf(glyphsBetween(whole, at, token.end - token.start)),
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

const FORBID = penalty(FORBIDDEN);

function penalty(cost: number): Penalty {
  return { kind: "penalty", cost, width: 0, stretch: 0, shrink: 0, after: 0, flagged: false };
}

import { lastIndexNotAfter, placeOf, report, type Copy, type Diagnostic, type Pt } from "../base/index.ts";
import { letterRuns, type BreakPoint, type Language, type LetterRun } from "../language/index.ts";
import type { Breaking, TextStyle } from "../template/index.ts";
import { UNBREAKABLE_WORD } from "./findings.ts";
import { glyphBeginningAt, type SizedGlyph } from "./glyph.ts";
import { FORBIDDEN, PARAGRAPH_END, type Box, type Glue, type ItemRow, type Penalty } from "./items.ts";
import { hangLeftOf, hangRightOf, widthOf, WordItems } from "./set-word.ts";
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
    const own = itemsOf(styled, token, index === tokens.length - 1, language);
    // No part is wider than its word.
    itemised.add(token.word.width > narrowest ? dividedAnyhow(itemised, token, own, narrowest) : own);
  }
  itemised.end();
  return itemised;
}

/** A paragraph for the breaker, and for each item the stretch of copy it stands for. */
export class Itemised {
  readonly diagnostics: Diagnostic[] = [];
  /** What each token is made of, then what closes the paragraph, and the number of the first item of each. */
  private readonly words: WordItems[] = [];
  private readonly firsts: number[] = [];
  private count = 0;

  constructor(readonly styled: StyledCopy) {}

  /** All items, in order. */
  get rows(): readonly ItemRow[] {
    return this.words;
  }

  /** Adds what the next token is made of. */
  add(word: WordItems): void {
    this.firsts.push(this.count);
    this.words.push(word);
    this.count += word.count;
  }

  /** Closes the paragraph. */
  end(): void {
    this.add(CLOSING);
  }

  isBox(item: number): boolean {
    const word = this.wordOf(item);
    return this.words[word]?.isBox(item - this.firstOf(word)) === true;
  }

  isPenalty(item: number): boolean {
    const word = this.wordOf(item);
    return this.words[word]?.isPenalty(item - this.firstOf(word)) === true;
  }

  /** Copy offsets of an item; a penalty stands between two characters. */
  startOf(item: number): number {
    const word = this.wordOf(item);
    return this.startOfWord(word) + (this.words[word]?.ends[item - this.firstOf(word) - 1] ?? 0);
  }

  endOf(item: number): number {
    const word = this.wordOf(item);
    return this.startOfWord(word) + (this.words[word]?.ends[item - this.firstOf(word)] ?? 0);
  }

  /** Whether a break at an item puts in a hyphen that the copy does not have. */
  hyphenAt(item: number): boolean {
    const word = this.wordOf(item);
    return this.words[word]?.hyphens[item - this.firstOf(word)] === true;
  }

  /** The number of the word that an item is of. */
  private wordOf(item: number): number {
    return lastIndexNotAfter(this.firsts, item);
  }

  private firstOf(word: number): number {
    return this.firsts[word] ?? 0;
  }

  /** Where a word begins in the copy; what closes the paragraph stands at its end. */
  private startOfWord(word: number): number {
    const { copy, tokens } = this.styled;
    return tokens[word]?.start ?? copy.text.length;
  }
}

/** What a token is made of: kept with the word, unless the copy has breaks of its own for it. */
function itemsOf(styled: StyledCopy, token: Token, last: boolean, language: Language): WordItems {
  const { word, start, end } = token;
  if (token.space) return (word.items ??= itemsOfSpace(word.width, binds(styled.copy.text, start), styled.style));
  const own = softHyphensOf(styled.copy, start, end);
  if (own !== undefined) return divided(styled, token, last, own);
  const known = last ? word.lastItems : word.items;
  if (known !== undefined) return known;
  const items = divided(styled, token, last, language.breakPoints(styled.copy.text.slice(start, end)));
  if (last) word.lastItems = items;
  else word.items = items;
  return items;
}

function itemsOfSpace(width: Pt, binding: boolean, style: TextStyle): WordItems {
  const space = new WordItems();
  const { least, normal, most } = style.justification.wordSpace;
  if (style.align === "justified") {
    if (binding) space.add(FORBID, 0);
    const one = (width / normal) as Pt;
    space.add({ kind: "glue", width, stretch: one * (most - normal), shrink: one * (normal - least) }, 1);
    return space;
  }
  // Knuth & Plass, p. 1139: ragged setting lets the end of every line stretch, and takes it back inside the line.
  const rag = ragOf(style);
  space.add(FORBID, 0);
  if (!binding) {
    space.add({ kind: "glue", width: 0, stretch: rag, shrink: 0 }, 0);
    space.add(penalty(0), 0);
  }
  space.add({ kind: "glue", width, stretch: binding ? 0 : -rag, shrink: 0 }, 1);
  return space;
}

/** What the end of a line stretches: nothing where lines fill their measure. */
function ragOf({ align, size }: TextStyle): Pt {
  return align === "justified" ? 0 : RAG * size;
}

/** A word that lines may part where the language, or else the desk, permits it. */
function divided(styled: StyledCopy, token: Token, last: boolean, points: readonly BreakPoint[]): WordItems {
  const { word, start, end } = token;
  const items = new WordItems();
  let from = 0;
  const addBox = (until: number): void => {
    items.add(boxOf(styled, glyphsBetween(word.glyphs, from, until)), until);
  };
  for (const point of pricedBreaks(styled.copy.text.slice(start, end), points, last, styled.style)) {
    const { offset, kind } = point;
    addBox(offset);
    items.add(breakOf(styled, token, point), offset, kind === "syllable");
    from = offset;
  }
  addBox(end - start);
  return items;
}

interface PricedBreak extends Pick<BreakPoint, "offset" | "kind"> {
  readonly cost: number;
}

/** What the language permits, and at a high price the no-break hyphens it would rather not part: „Jong-un“, „U-Boot“. */
function pricedBreaks(word: string, points: readonly BreakPoint[], last: boolean, style: TextStyle): PricedBreak[] {
  const { align, breaking, hyphenate } = style;
  const extra = last ? breaking.lastWord : 0;
  // A line that need not be full is worth a good division at most.
  const times = align === "justified" ? 1 : breaking.raggedHyphens;
  const permitted: PricedBreak[] = [];
  const runs = hyphenate && points.length > 0 ? letterRuns(word) : [];
  for (const point of points) {
    const { offset, kind } = point;
    if (kind === "explicit") permitted.push({ offset, kind, cost: breaking.explicitHyphen });
    else if (hyphenate) permitted.push({ offset, kind, cost: (priceOf(runs, point, breaking) + extra) * times });
  }
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

/** The price of a hyphen at a break of a word with these runs of letters. */
function priceOf(runs: readonly LetterRun[], point: BreakPoint, breaking: Breaking): number {
  const { offset, grade, closeToJoint } = point;
  const run = runs.find(({ start, end }) => start <= offset && offset <= end);
  const before = run === undefined ? 0 : offset - run.start;
  const after = run === undefined ? 0 : run.end - offset;
  const few = before < 3 || after < 4 ? breaking.fewLetters : 0;
  const close = closeToJoint ? breaking.closeToJoint : 0;
  return breaking.hyphens[grade] + few + close + (after < 3 ? breaking.twoLettersOver : 0);
}

/** What a word is made of whose parts may be wider than the measure: lines may end anywhere within these. */
function dividedAnyhow(itemised: Itemised, token: Token, word: WordItems, narrowest: Pt): WordItems {
  const { styled, diagnostics } = itemised;
  const items = new WordItems();
  let from = 0;
  for (const [index, until] of word.ends.entries()) {
    if (word.isBox(index) && word.leastWidth(index) > narrowest) {
      diagnostics.push(tooWide(styled.copy, token.start + from, token.start + until));
      addCharacters(items, styled, token, from, until);
    } else items.addOf(word, index);
    from = until;
  }
  return items;
}

function tooWide(copy: Copy, start: number, end: number): Diagnostic {
  const shown = copy.text.slice(start, Math.min(end, start + 24));
  const message = `“${shown}…” is wider than its column (${end - start} characters)`;
  return report(UNBREAKABLE_WORD, message, placeOf(copy, start, end));
}

/** Adds a stretch of a word of which every character is a box of its own. */
function addCharacters(items: WordItems, styled: StyledCopy, { start }: Token, from: number, until: number): void {
  const { breaking } = styled.style;
  let offset = from;
  for (const character of styled.copy.text.slice(start + from, start + until)) {
    const end = offset + character.length;
    if (offset > from) items.add({ ...penalty(breaking.anywhere), stretch: ragOf(styled.style) }, offset);
    items.add(boxOf(styled, shapeRange(styled, start + offset, start + end)), end);
    offset = end;
  }
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
    stretch: ragOf(styled.style),
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
  const index = glyphBeginningAt(whole, at);
  const [before, behind] = [whole[index - 1], whole[index]];
  const face = before?.face;
  if (before === undefined || behind === undefined || face === undefined || face !== behind.face) {
    const parts = [shapeRange(styled, token.start, offset, hyphen), shapeRange(styled, offset, token.end)] as const;
    return {
      before: widthOf(parts[0]) - widthOf(glyphsBetween(whole, 0, at)),
      after: widthOf(parts[1]) - widthOf(glyphsBetween(whole, at, token.end - token.start)),
      hang: hangRightOf(parts[0], styled.style),
    };
  }
  const { size, tracking, features } = styled.style;
  const width = (text: string): number => face.width(text, { features });
  // A kern is part of the advance of the glyph before it.
  const kern = before.advance - tracking - face.advance(before.glyph) * size;
  const added = hyphen ? (width(`${before.text}-`) - face.advance(before.glyph)) * size + tracking : 0;
  const last = hyphen ? { ...before, text: "\u00AD", advance: width("-") * size + tracking } : before;
  return { before: added - kern, after: 0, hang: hangRightOf([last], styled.style) };
}

/** Glyphs that begin between two offsets of a shaped word; a ligature belongs to where it begins. */
function glyphsBetween(whole: readonly SizedGlyph[], from: number, until: number): SizedGlyph[] {
  const between: SizedGlyph[] = [];
  let offset = 0;
  for (const glyph of whole) {
    if (offset >= until) break;
    if (offset >= from) between.push(glyph);
    offset += glyph.text.length;
  }
  return between;
}

function boxOf({ style }: StyledCopy, glyphs: readonly SizedGlyph[]): Box {
  const width = widthOf(glyphs);
  const [hangLeft, hangRight] = [hangLeftOf(glyphs, style), hangRightOf(glyphs, style)];
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

/** What closes every paragraph. */
const CLOSING = new WordItems();
CLOSING.add(FORBID, 0);
CLOSING.add(FILLING, 0);
CLOSING.add(PARAGRAPH_END, 0);

function penalty(cost: number): Penalty {
  return { kind: "penalty", cost, width: 0, stretch: 0, shrink: 0, after: 0, flagged: false };
}

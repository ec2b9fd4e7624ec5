import type { Copy, Outcome, Pt } from "../base/index.ts";
import type { TextStyle } from "../template/index.ts";
import type { Galley } from "./galley.ts";
import { setLine } from "./justify.ts";
import { shapeRange, styleCopy, widthOf, type StyledCopy, type Typesetter } from "./shape.ts";

/** A headline as it may be set: the sizes a template offers, largest first, and how many lines it may take. */
export interface HeadlineOrder {
  readonly sizes: readonly Pt[];
  readonly maxLines: number;
  readonly width: Pt;
  readonly prefer?: "even" | "longer-first";
}

/** A set headline, its cost beside other settings of it, and how much of its width the longest line fills (0–1). */
export interface Headline extends Galley {
  readonly size: Pt;
  readonly cost: number;
  readonly fill: number;
}

/**
 * Sets a headline: of all sizes and breaks it takes those that cost least. Words are never divided. A break costs
 * where it parts what belongs together; lines cost by how unlike they are; a size costs by how far the longest line
 * stays short of its width, and a little by how small it is.
 */
export function setHeadline(copy: Copy, style: TextStyle, order: HeadlineOrder, setter: Typesetter): Outcome<Headline> {
  const styled = styleCopy(copy, style, setter);
  const words = wordsOf(styled);
  const candidates = order.sizes.flatMap((size) => breakings(words, { size, order, setter }));
  const best = candidates.reduce<Candidate | undefined>((a, b) => (a && a.cost <= b.cost ? a : b), undefined);
  const chosen = best ?? lastResort(words, order);
  return { value: compose(copy, style, chosen, order, setter), diagnostics: styled.diagnostics };
}

/** The ways to set a headline that differ in height, cheapest first; never empty. */
export function setHeadlines(
  copy: Copy,
  style: TextStyle,
  order: HeadlineOrder,
  setter: Typesetter,
): Outcome<readonly Headline[]> {
  const styled = styleCopy(copy, style, setter);
  const words = wordsOf(styled);
  const candidates = order.sizes.flatMap((size) => breakings(words, { size, order, setter }));
  candidates.sort((a, b) => a.cost - b.cost);
  const kept: Candidate[] = [];
  const height = ({ size, starts }: Candidate): number => size * (starts.length - 1);
  for (const candidate of candidates) {
    if (kept.every((other) => height(other) !== height(candidate))) kept.push(candidate);
  }
  const chosen = kept.length > 0 ? kept.slice(0, 12) : [lastResort(words, order)];
  return { value: chosen.map((one) => compose(copy, style, one, order, setter)), diagnostics: styled.diagnostics };
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Width in em, and of the space behind it. */
  readonly width: number;
  readonly space: number;
  readonly binds: boolean;
}

interface Candidate {
  readonly size: Pt;
  readonly cost: number;
  readonly fill: number;
  /** Index of the first word of each line, and one past the last. */
  readonly starts: readonly number[];
  readonly words: readonly Word[];
}

function wordsOf(styled: StyledCopy): Word[] {
  const { copy, style } = styled;
  const space = (styled.faceAt(0)?.wordSpace ?? 0) + style.tracking / style.size;
  return [...copy.text.matchAll(/[^ \u00A0]+([ \u00A0]?)/g)].map((match) => {
    const text = match[0].trimEnd();
    const end = match.index + text.length;
    const width = widthOf(shapeRange(styled, match.index, end)) / style.size;
    return { text, start: match.index, end, width, space, binds: match[1] === "\u00A0" };
  });
}

interface Trial {
  readonly size: Pt;
  readonly order: HeadlineOrder;
  readonly setter: Typesetter;
}

// Twenty words in four lines are a thousand ways at most: headlines are short, so all of them are looked at.
function breakings(words: readonly Word[], trial: Trial): Candidate[] {
  const { order, size } = trial;
  const found: Candidate[] = [];
  const extend = (starts: readonly number[]): void => {
    const from = starts.at(-1) ?? 0;
    for (let until = from + 1; until <= words.length; until++) {
      if (lineWidth(words, from, until) * size > order.width) break;
      if (until === words.length) found.push(candidate(words, [...starts, until], trial));
      else if (starts.length < order.maxLines) extend([...starts, until]);
    }
  };
  extend([0]);
  return found;
}

function lineWidth(words: readonly Word[], from: number, until: number): number {
  let width = 0;
  for (let index = from; index < until; index++) {
    width += (words[index]?.width ?? 0) + (index < until - 1 ? (words[index]?.space ?? 0) : 0);
  }
  return width;
}

/** Costs are in tenths of a line left empty: a line that fills only half its width costs 5. */
const COST = {
  /** Parting what belongs together is worse than any rag. */
  sense: 6,
  noBreakSpace: 30,
  rag: 6,
  lonelyWord: 5,
  unfilled: 30,
  /** By the share by which it is smaller than the template's largest size. */
  smaller: 8,
  /** A line more than one. */
  line: 0.7,
} as const;

/** What the longest line should fill; below it a headline looks lost in its width. */
const WELL_FILLED = 0.92;
const LONELY = 0.35;

function candidate(words: readonly Word[], starts: readonly number[], trial: Trial): Candidate {
  const { size, order, setter } = trial;
  const largest = order.sizes[0] ?? size;
  const lines = starts.slice(0, -1).map((from, index) => lineWidth(words, from, starts[index + 1] ?? from) * size);
  const longest = Math.max(...lines);
  const fill = longest / order.width;
  const ragged = lines.map((width) => 1 - width / longest);
  const breaks = starts.slice(1, -1).map((start) => breakCost(words[start - 1], setter));
  const lonely = lines.length > 1 ? ragged.filter((rag) => 1 - rag < LONELY).length : 0;
  const cost =
    sum(breaks) +
    COST.rag * sum(ragged.map((rag) => rag * rag)) * 2 +
    COST.lonelyWord * lonely +
    COST.unfilled * Math.max(0, WELL_FILLED - fill) +
    COST.smaller * (1 - size / largest) +
    COST.line * (lines.length - 1);
  return { size, cost, fill, starts, words };
}

function breakCost(before: Word | undefined, { language }: Typesetter): number {
  if (before === undefined) return 0;
  if (before.binds) return COST.noBreakSpace;
  return language.bindsForward(before.text) ? COST.sense : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A headline that no size lets in: the smallest size, as many words a line as fit, as many lines as it takes. */
function lastResort(words: readonly Word[], { sizes, width }: HeadlineOrder): Candidate {
  const size = sizes.at(-1) ?? 12;
  const starts = [0];
  words.forEach((_, index) => {
    const from = starts.at(-1) ?? 0;
    if (index > from && lineWidth(words, from, index + 1) * size > width) starts.push(index);
  });
  return { size, cost: Infinity, fill: 1, starts: [...starts, words.length], words };
}

function compose(copy: Copy, style: TextStyle, chosen: Candidate, order: HeadlineOrder, setter: Typesetter): Headline {
  const { size, starts, words } = chosen;
  const scale = size / style.size;
  const scaled = { ...style, size, leading: style.leading * scale, tracking: style.tracking * scale };
  const styled = styleCopy(copy, scaled, setter);
  const lines = starts.slice(0, -1).map((from, index) =>
    setLine(styled, {
      start: words[from]?.start ?? 0,
      end: words[(starts[index + 1] ?? 1) - 1]?.end ?? copy.text.length,
      measure: order.width,
      inset: 0,
      endsWith: index === starts.length - 2 ? "paragraph" : "word",
      fill: false,
    }),
  );
  return {
    lines,
    style: scaled,
    demerits: 0,
    alternative: () => undefined,
    size,
    cost: chosen.cost,
    fill: chosen.fill,
  };
}

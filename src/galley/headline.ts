import { Pattern, placeOf, report, type Copy, type Diagnostic, type Pt } from "../base/index.ts";
import type { BreakPoint, Language } from "../language/index.ts";
import type { TextStyle } from "../template/index.ts";
import { OVERFULL_LINE } from "./findings.ts";
import type { Galley } from "./galley.ts";
import {
  breakHeadline,
  HEADLINE_COST,
  type BreakOrder,
  type HeadlineBreaks,
  type HeadlinePiece,
} from "./headline-breaks.ts";
import { setLine } from "./justify.ts";
import { textOf, type Line } from "./line.ts";
import { widthOf } from "./set-word.ts";
import { binds, shapeRange, styleCopy, type StyledCopy, type Typesetter } from "./shape.ts";

/** A headline as it may be set: the sizes a template offers, largest first, how many lines it may take, and its width. */
export type HeadlineOrder = BreakOrder;

/**
 * A headline in one of its settings, the cost of that beside the others, and how much of its width the longest line fills (0–1).
 * Its lines are set when they are asked for: of all settings one is printed.
 */
export interface Headline extends Galley {
  readonly size: Pt;
  /** How many lines there are. */
  readonly count: number;
  readonly cost: number;
  readonly fill: number;
  /** What is to be said of its lines; they are set for it only where something is. */
  readonly faults: readonly Diagnostic[];
}

/** More ways than these differ by a hair only. */
const MOST_WAYS = 12;

/** The copy of a headline in its style, to be set in several widths: what does not depend on the width is worked out once. */
export class HeadlineCopy {
  readonly diagnostics: readonly Diagnostic[];
  private readonly styled: StyledCopy;
  private readonly words: readonly Piece[];

  constructor(
    private readonly copy: Copy,
    private readonly style: TextStyle,
    private readonly setter: Typesetter,
  ) {
    this.styled = styleCopy(copy, style, setter);
    this.words = wholeWords(this.styled, setter.language);
    this.diagnostics = this.styled.diagnostics;
  }

  /**
   * The ways to set it that differ in height, cheapest first; never empty. Lines break by sense (never behind an
   * article, a preposition or a first name; no lone short word), are of similar length or the longer first, and fill their
   * width. A word is divided only where it is wider than the measure in the smallest size.
   */
  ways(order: HeadlineOrder): readonly Headline[] {
    const { copy, style, setter } = this;
    const pieces = this.piecesFor(order);
    return waysOf(pieces, order).map((one) => new BrokenHeadline(copy, style, pieces, one, order.width, setter));
  }

  private piecesFor({ sizes, width }: HeadlineOrder): readonly Piece[] {
    const { styled, words, setter } = this;
    const smallest = Math.min(...sizes);
    const tooWide = (word: Piece): boolean => word.width * smallest > width;
    if (!words.some(tooWide)) return words;
    return words.flatMap((word) => (tooWide(word) ? divided(styled, word, setter.language) : [word]));
  }
}

/** A piece, and where it stands in the copy. */
interface Piece extends HeadlinePiece {
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly width: Pt;
  /** Whether a no-break space follows. */
  readonly binds: boolean;
}

function wholeWords(styled: StyledCopy, language: Language): Piece[] {
  const { style } = styled;
  const space = (styled.faceAt(0)?.wordSpace ?? 0) + style.tracking / style.size;
  const words = wordsOf(styled);
  return words.map(({ text, start, end, width }, index) => ({
    start,
    end,
    width: width / style.size,
    space,
    hyphen: 0,
    breakCost: breakCost(words, index, language),
    short: letters(text).length <= SHORT,
  }));
}

function wordsOf({ copy: { text }, tokens }: StyledCopy): Word[] {
  return tokens.flatMap(({ start, end, space, word: { width } }) =>
    space ? [] : [{ text: text.slice(start, end), start, end, width, binds: binds(text, end) }],
  );
}

const SHORT = 4;

const NO_LETTERS = new Pattern(String.raw`[^\p{L}\p{N}]`, "g");

function letters(text: string): string {
  return text.replace(NO_LETTERS.for(text), "");
}

function breakCost(words: readonly Word[], index: number, language: Language): number {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined) return 0;
  if (word.binds || language.bindsForward(word.text)) return HEADLINE_COST.sense;
  const pause = /[,;:.!?–]$/u.test(word.text) ? 0 : HEADLINE_COST.noPause;
  const dash = /^[–-]$/u.test(next.text) ? HEADLINE_COST.dash : 0;
  return pause + dash + (isAttribute(words, index, language) ? HEADLINE_COST.adjective : 0);
}

const NUMBER_WORDS = /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|mehr|weniger)$/iu;

const CAPITALISED = new Pattern(String.raw`^[„»]?\p{Lu}`);
const INFLECTED = new Pattern(String.raw`^\p{Ll}+e[nrsm]?$`);
const INFLECTED_AT_HEAD = new Pattern(String.raw`^\p{Lu}\p{Ll}+e[nrsm]?$`);

/** „der neuen | Regierung“, „zwölf | Kilometer“: a number, or an inflected word between one that binds and a noun. */
function isAttribute(words: readonly Word[], index: number, language: Language): boolean {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined || !CAPITALISED.test(next?.text ?? "")) return false;
  if (NUMBER_WORDS.test(word.text)) return true;
  if (before === undefined) return INFLECTED_AT_HEAD.test(word.text) && !isNounLike(word.text);
  return INFLECTED.test(word.text) && language.bindsForward(before.text);
}

/** At a headline's head an adjective has a capital, too; these endings are mostly those of nouns and names. */
function isNounLike(text: string): boolean {
  return !/(?:isch|lich|ig|los|bar|sam|haft|neu|alt|falsch|groß|klein|jung|lang|hoh|letzt|erst)e[nrsm]?$/iu.test(text);
}

/** What it costs to divide a word that no measure holds, by the grade of the division. */
const DIVISION: Readonly<Record<BreakPoint["grade"], number>> = {
  joint: 10,
  prefix: 30,
  suffix: 30,
  syllable: 35,
  unpleasant: 80,
  name: 80,
};

/** A word in the parts into which it may be divided. */
function divided(styled: StyledCopy, whole: Piece, language: Language): Piece[] {
  const { size } = styled.style;
  const points = language.breakPoints(styled.copy.text.slice(whole.start, whole.end));
  const ends = [...points.map(({ offset }) => whole.start + offset), whole.end];
  return ends.map((end, index): Piece => {
    const start = ends[index - 1] ?? whole.start;
    const point = points[index];
    const width = widthOf(shapeRange(styled, start, end)) / size;
    if (point === undefined) return { ...whole, start, end, width, short: false };
    const hyphened = widthOf(shapeRange(styled, start, end, point.kind === "syllable")) / size;
    return { start, end, width, space: 0, hyphen: hyphened - width, breakCost: DIVISION[point.grade], short: false };
  });
}

/** A line more than the template allows: better than a break against the sense. */
const TOO_MANY_LINES = 40;

function waysOf(pieces: readonly Piece[], order: HeadlineOrder): readonly HeadlineBreaks[] {
  const ways = breakHeadline(pieces, order).slice(0, MOST_WAYS);
  const [best] = ways;
  if (best !== undefined && best.cost < HEADLINE_COST.sense) return ways;
  const longer = inMoreLines(pieces, order);
  return best === undefined || longer.cost < best.cost ? [longer, ...ways] : ways;
}

/** So many lines more are thought of where the template's do not do. */
const LINES_MORE = 2;

/** A headline for which the template's lines do not suffice: in a few more, or as many as it takes. */
function inMoreLines(pieces: readonly Piece[], order: HeadlineOrder): HeadlineBreaks {
  for (let maxLines = order.maxLines + LINES_MORE; maxLines <= pieces.length + LINES_MORE; maxLines++) {
    const [best] = breakHeadline(pieces, { ...order, maxLines })
      .map((way) => ({ ...way, cost: way.cost + TOO_MANY_LINES * Math.max(0, way.starts.length - 1 - order.maxLines) }))
      .sort((x, y) => x.cost - y.cost);
    if (best) return best;
  }
  // Only a measure that cannot even hold the part of a word leads here: each piece on its own line, whatever it juts out.
  return { size: Math.min(...order.sizes), cost: Infinity, fill: 1, starts: [...pieces.keys(), pieces.length] };
}

/** A way to set a headline. Most are only measured, so its lines are set when they are asked for. */
class BrokenHeadline implements Headline {
  readonly style: TextStyle;
  readonly demerits = 0;
  readonly size: Pt;
  readonly count: number;
  readonly cost: number;
  readonly fill: number;
  private set: readonly Line[] | undefined;

  constructor(
    private readonly copy: Copy,
    style: TextStyle,
    private readonly pieces: readonly Piece[],
    private readonly breaks: HeadlineBreaks,
    private readonly measure: Pt,
    private readonly setter: Typesetter,
  ) {
    const { size, starts, cost, fill } = breaks;
    const scale = size / style.size;
    this.style =
      scale === 1 ? style : { ...style, size, leading: style.leading * scale, tracking: style.tracking * scale };
    this.size = size;
    this.count = starts.length - 1;
    this.cost = cost;
    this.fill = fill;
  }

  get lines(): readonly Line[] {
    return (this.set ??= this.setLines());
  }

  alternative(): undefined {
    return undefined;
  }

  get faults(): readonly Diagnostic[] {
    // Only a measure that cannot hold a part of a word costs so much: of all other headlines no line need be set to know.
    if (this.cost !== Infinity) return [];
    return this.lines
      .filter(({ ratio }) => ratio < -1)
      .map((line) => report(OVERFULL_LINE, `“${textOf(line)}” does not fit its measure`, placeOf(line.copy)));
  }

  private setLines(): Line[] {
    const { copy, pieces, measure, count } = this;
    const { starts } = this.breaks;
    const styled = styleCopy(copy, this.style, this.setter);
    return starts.slice(0, -1).map((from, index) => {
      const last = pieces[(starts[index + 1] ?? 1) - 1];
      return setLine(styled, {
        start: pieces[from]?.start ?? 0,
        end: last?.end ?? copy.text.length,
        measure,
        inset: 0,
        endsWith: index === count - 1 ? "paragraph" : (last?.hyphen ?? 0) > 0 ? "hyphen" : "word",
        fill: false,
      });
    });
  }
}

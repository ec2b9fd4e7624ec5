import { once, placeOf, report, type Copy, type Diagnostic, type Pt } from "../base/index.ts";
import type { TextStyle } from "../template/index.ts";
import { OVERFULL_LINE } from "./findings.ts";
import type { Galley } from "./galley.ts";
import type { HeadlineInk } from "./headline-clearance.ts";
import {
  breakHeadline,
  breakLongHeadline,
  lineWidth,
  type BreakOrder,
  type HeadlineBreaks,
} from "./headline-breaks.ts";
import { inkOf, insetShare } from "./headline-ink.ts";
import { divided, wholeWords, type Piece } from "./headline-pieces.ts";
import { setLine } from "./justify.ts";
import { textOf, type Line } from "./line.ts";
import { styleCopy, type StyledCopy, type Typesetter } from "./shape.ts";

/** A headline as it may be set: the sizes a template offers, largest first, how many lines it may take, and its width. */
export type HeadlineOrder = Omit<BreakOrder, "ink">;

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
  /** How far the words of the first line that stand between two places reach above its baseline; all in points. */
  riseWithin(from: Pt, until: Pt): Pt;
}

/** More ways than these differ by a hair only. */
const MOST_WAYS = 12;

/** The copy of a headline in its style, to be set in several widths: what does not depend on the width is worked out once. */
export class HeadlineCopy {
  readonly diagnostics: readonly Diagnostic[];
  private readonly styled: StyledCopy;
  private readonly words: readonly Piece[];
  private readonly ink: () => HeadlineInk | undefined;

  constructor(
    private readonly copy: Copy,
    private readonly style: TextStyle,
    private readonly setter: Typesetter,
  ) {
    this.styled = styleCopy(copy, style, setter);
    this.words = wholeWords(this.styled, setter.language);
    this.ink = once(() => inkOf(this.styled, this.words));
    this.diagnostics = this.styled.diagnostics;
  }

  /**
   * The ways to set it that differ in height, cheapest first; never empty. Lines break by sense (never behind an
   * article, a preposition or a first name; no lone short word), are of similar length or the longer first, and fill their
   * width; where ink of two lines would meet, their leading is opened. A word is divided only where it is wider than the measure in the smallest size, at its best places, or anywhere where
   * it has none; that is said then.
   */
  ways(order: HeadlineOrder): readonly Headline[] {
    const { copy, style, setter } = this;
    const pieces = this.piecesFor(order);
    // Who sets ragged lines sets them on a grid.
    const ink = order.ragged ? undefined : this.inkOf(pieces);
    return waysOf(pieces, { ...order, ink }).map(
      (one) => new BrokenHeadline(copy, style, pieces, one, order.width, setter),
    );
  }

  /** Of words that stay whole it is the same in all widths. */
  private inkOf(pieces: readonly Piece[]): HeadlineInk | undefined {
    return pieces === this.words ? this.ink() : inkOf(this.styled, pieces);
  }

  private piecesFor({ sizes, width }: HeadlineOrder): readonly Piece[] {
    const { styled, words, setter } = this;
    const widest = width / Math.min(...sizes);
    const tooWide = (word: Piece): boolean => word.width > widest;
    if (!words.some(tooWide)) return words;
    return words.flatMap((word) => (tooWide(word) ? divided(styled, word, setter.language, widest) : [word]));
  }
}

/** A line more than the template allows: better than a break against the sense. */
const TOO_MANY_LINES = 40;

function waysOf(pieces: readonly Piece[], order: BreakOrder): readonly HeadlineBreaks[] {
  const ways = breakHeadline(pieces, order).slice(0, MOST_WAYS);
  const [best] = ways;
  if (best !== undefined && best.cost <= TOO_MANY_LINES) return ways;
  const longer = inMoreLines(pieces, order);
  return best === undefined || longer.cost < best.cost ? [longer, ...ways] : ways;
}

/** So many lines more are thought of where the template's do not do. */
const LINES_MORE = 2;

/** A headline for which the template's lines do not suffice: in a few more, or as many as it takes. */
function inMoreLines(pieces: readonly Piece[], order: BreakOrder): HeadlineBreaks {
  const [best] = breakHeadline(pieces, { ...order, maxLines: order.maxLines + LINES_MORE })
    .map((way) => ({ ...way, cost: way.cost + TOO_MANY_LINES * Math.max(0, way.starts.length - 1 - order.maxLines) }))
    .sort((x, y) => x.cost - y.cost);
  if (best) return best;
  const long = breakLongHeadline(pieces, order, TOO_MANY_LINES);
  if (long) return { ...long, cost: long.cost - TOO_MANY_LINES * order.maxLines };
  // Only a measure that cannot even hold a character leads here: each piece on its own line, whatever it juts out.
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
    const leading = Math.max(style.leading * scale, (breaks.leading ?? 0) * size);
    this.style =
      scale === 1 && leading === style.leading ? style : { ...style, size, leading, tracking: style.tracking * scale };
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
    const { copy, pieces, breaks } = this;
    const inside = breaks.starts.slice(1, -1);
    const divisions = new Set(inside.flatMap((start) => pieces[start - 1]?.division ?? []));
    const divided = Array.from(divisions, ({ finding, start, end }) =>
      report(
        finding,
        `“${copy.text.slice(start, end)}” does not fit its measure, and is divided`,
        placeOf(copy, start, end),
      ),
    );
    // Only a measure that cannot hold a character costs so much: of all other headlines no line need be set to know.
    if (this.cost !== Infinity) return divided;
    const overfull = this.lines.filter(({ ratio }) => ratio < -1);
    return [
      ...divided,
      ...overfull.map((line) =>
        report(OVERFULL_LINE, `“${textOf(line)}” does not fit its measure`, placeOf(line.copy)),
      ),
    ];
  }

  riseWithin(from: Pt, until: Pt): Pt {
    const { size, measure, style, pieces } = this;
    const [, end = pieces.length] = this.breaks.starts;
    let [x, rise] = [insetShare(style) * (measure - lineWidth(pieces, 0, end) * size), 0];
    for (const word of pieces.slice(0, end)) {
      if (x < until && from < x + word.width * size) rise = Math.max(rise, word.height * size);
      x += (word.width + word.space) * size;
    }
    return rise;
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
        endsWith: index === count - 1 ? "paragraph" : (last?.ends ?? "word"),
        fill: false,
      });
    });
  }
}

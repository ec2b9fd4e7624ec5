import type { Pt } from "../base/index.ts";
import { clearLeading, type HeadlineInk } from "./headline-clearance.ts";

/** A stretch of a headline behind which a line may end: a word, or a part of one that is too wide for its measure. */
export interface HeadlinePiece {
  /** Width in em, and of the space that follows when the line goes on. */
  readonly width: number;
  readonly space: number;
  /** What a line gets wider when it ends here, in em: a hyphen. */
  readonly hyphen: number;
  /** The price of ending a line here. */
  readonly breakCost: number;
  /** How much of a pause stands behind it: 0 is none, 1 that of a colon. */
  readonly pause: number;
  /** Whether it must not stand on a line alone. */
  readonly short: boolean;
}

/** Sizes that a template offers, largest first; how many lines there may be, and how wide and in what shape. */
export interface BreakOrder {
  readonly sizes: readonly Pt[];
  readonly maxLines: number;
  readonly width: Pt;
  readonly prefer: "even" | "longer-first";
  /** Set where the lines need not fill the width. */
  readonly ragged?: true;
  /** Set where the ink of two lines might meet. */
  readonly ink?: HeadlineInk | undefined;
}

/** Lines of a headline: the index of the first piece of each, one past the last piece at the end. */
export interface HeadlineBreaks {
  readonly starts: readonly number[];
  readonly size: Pt;
  readonly cost: number;
  /** How much of the measure the longest line fills (0–1). */
  readonly fill: number;
  /** The leading that its ink needs, in em, where that may be more than the style's. */
  readonly leading?: number | undefined;
}

/** Costs of a headline, in tenths of a line left empty: a line that fills only half of its width costs 5. */
export const HEADLINE_COST = {
  /** Parting what belongs together: never, as long as there is any other way. Of several small words in a row rather the first. */
  sense: 60,
  senseBetween: 55,
  /** A number parted from what it counts or names, an adjective from its noun, a noun from the name beside it; a dash at a line's head. */
  number: 9,
  attribute: 5,
  apposition: 1.5,
  dash: 8,
  /** Every break, as far as it is no pause. */
  noPause: 0.8,
  /** A pause inside a line, by its strength; on top, by what each part of a phrase that it cuts off lacks of half a line. */
  pauseInside: 1.2,
  strayed: 8,
  /** A lone short word on a line: never either. */
  loneWord: 60,
  /** By the square of the share by which a line is shorter than the longest one. */
  uneven: 12,
  /** A line that is less than this share of the longest one looks left over. */
  leftOver: 6,
  /** Where the longer line comes first: by the share by which one is longer than the line above. */
  longerBelow: 25,
  /** By what its longest line lacks of being well filled; and once more where it lacks much. */
  unfilled: 30,
  loose: 25,
  /** By the share by which it is smaller than the template's largest size. */
  smaller: 8,
  /** A line more than one. */
  line: 0.7,
  /** By the share by which its leading is opened, because ink of two lines would meet else. */
  opened: 8,
} as const;

/** What the longest line should fill; below it a headline looks lost in its width. */
const WELL_FILLED = 0.92;
const LOOSE = 0.85;
const LEFT_OVER = 0.4;
/** A part of a phrase that fills so much of the longest line stands for itself. */
const STANDS_ALONE = 0.5;
/** The least that a last line may be of the first, where the longer comes first. */
const LAST_OF_FIRST = 0.5;
/** Widths are sums; a line that just fits must not fail for their rounding. In points. */
const ROUNDING = 1e-6;
/** Sizes between the template's are whole multiples of this, in points. */
const FINE: Pt = 0.5;

/**
 * All ways to break a headline that fit their measure, each in the sizes that come into question for it: of those of the
 * same height the cheapest, cheapest first. The search looks at every set of breaks; headlines are short. Empty when some
 * piece is wider than the measure even in the smallest size, or the lines do not suffice.
 */
export function breakHeadline(pieces: readonly HeadlinePiece[], order: BreakOrder): HeadlineBreaks[] {
  const search = new BreakSearch(pieces, order);
  return [...search.cheapest.values()].sort((a, b) => a.cost - b.cost || b.size - a.size);
}

/**
 * Breaks a headline of so many lines that there are too many sets of breaks to look at: in the smallest size, in as many lines as
 * it takes at so much each. Each line is weighed for itself, by its end and by what it lacks of the width. Undefined when some piece is wider
 * than that.
 */
export function breakLongHeadline(
  pieces: readonly HeadlinePiece[],
  order: BreakOrder,
  costOfLine: number,
): HeadlineBreaks | undefined {
  const size = Math.min(...order.sizes);
  const widest = (order.width + ROUNDING) / size;
  /** The cheapest way to have broken the pieces up to each one, and where its last line begins. */
  const ways: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }];
  for (let until = 1; until <= pieces.length; until++) {
    let best = { cost: Infinity, from: 0 };
    for (let from = until - 1; from >= 0; from--) {
      const width = lineWidth(pieces, from, until);
      // A line that begins further in front is wider still.
      if (width > widest) break;
      const end = until < pieces.length ? (pieces[until - 1]?.breakCost ?? 0) + costOfUnevenness([width], widest) : 0;
      const cost = (ways[from]?.cost ?? Infinity) + end + costOfLine;
      if (cost < best.cost) best = { cost, from };
    }
    ways.push(best);
  }
  const { cost } = ways[pieces.length] ?? { cost: Infinity };
  if (cost === Infinity) return undefined;
  const starts = [pieces.length];
  while ((starts[0] ?? 0) > 0) starts.unshift(ways[starts[0] ?? 0]?.from ?? 0);
  const widths = starts.slice(1).map((until, line) => lineWidth(pieces, starts[line] ?? 0, until));
  return { starts, size, cost, fill: 1, leading: order.ink && clearLeading(order.ink, pieces, starts, widths) };
}

/** The search through all sets of breaks; there is but one at a time, to which the next line is added and taken away again. */
class BreakSearch {
  /** The cheapest way of each height, which is in hundredths of a point. */
  readonly cheapest = new Map<number, HeadlineBreaks>();
  /** What a line may measure in the smallest size, in em. */
  private readonly widest: number;
  /** The pieces that have a pause behind them: most headlines have one or none. */
  private readonly pauses: readonly number[];
  private readonly starts = [0];
  /** Widths of the lines between, in em. */
  private readonly widths: number[] = [];

  constructor(
    private readonly pieces: readonly HeadlinePiece[],
    private readonly order: BreakOrder,
  ) {
    this.widest = (order.width + ROUNDING) / Math.min(...order.sizes);
    this.pauses = [...pieces.keys()].filter((index) => (pieces[index]?.pause ?? 0) > 0);
    this.breakFrom(0);
  }

  /** Breaks what stands from a piece on in all ways. */
  private breakFrom(from: number): void {
    const { pieces, widest, starts, widths } = this;
    const lastLine = starts.length === this.order.maxLines;
    for (let until = from + 1; until <= pieces.length; until++) {
      const width = lineWidth(pieces, from, until);
      if (width > widest) {
        // A hyphen may make a line too wide that a longer one is not.
        if ((pieces[until - 1]?.hyphen ?? 0) > 0) continue;
        return;
      }
      if (lastLine && until < pieces.length) continue;
      starts.push(until);
      widths.push(width);
      if (until === pieces.length) this.weigh();
      else this.breakFrom(until);
      starts.pop();
      widths.pop();
    }
  }

  /** Weighs the present set of breaks in the template's sizes that hold it, and in one between them where these leave it too short. */
  private weigh(): void {
    const { pieces, starts, widths, order } = this;
    const { sizes, width, prefer, ink } = order;
    let longest = 0;
    for (const line of widths) longest = Math.max(longest, line);
    const leading = ink && clearLeading(ink, pieces, starts, widths);
    const opened = ink && leading ? leading / ink.leading - 1 : 0;
    const shape = costOfShape(pieces, starts, widths, longest, prefer) + this.costOfPauses(longest);
    const weighed = { longest, leading, opened, cost: shape + HEADLINE_COST.opened * opened };
    const fine = fineSize(longest, order);
    if (fine !== undefined) this.offer(fine, weighed);
    for (const size of sizes) if (longest * size <= width + ROUNDING) this.offer(size, weighed);
  }

  /**
   * What it costs that pauses stand inside lines of the present set of breaks: „Neuwahlen aus, Babler | und die anderen“. A word or two that
   * a line's end or beginning cuts off from their own phrase are read with the one on the other side of the pause.
   */
  private costOfPauses(longest: number): number {
    const { pieces, pauses, starts } = this;
    if (starts.length === 2) return 0;
    let [cost, line] = [0, 0];
    for (const index of pauses) {
      while ((starts[line + 1] ?? 0) <= index) line++;
      const [from, until] = [starts[line] ?? 0, starts[line + 1] ?? 0];
      if (index === until - 1) continue;
      const before = this.isPhraseCut(from) ? strayShare(lineWidth(pieces, from, index + 1) / longest) : 0;
      const behind = this.isPhraseCut(until) ? strayShare(lineWidth(pieces, index + 1, until) / longest) : 0;
      cost += (pieces[index]?.pause ?? 0) * (HEADLINE_COST.pauseInside + HEADLINE_COST.strayed * (before + behind));
    }
    return cost;
  }

  /** Whether a break before a piece is inside a phrase. */
  private isPhraseCut(start: number): boolean {
    return start > 0 && start < this.pieces.length && this.pieces[start - 1]?.pause === 0;
  }

  /** Keeps the present set of breaks in a size, if it is cheaper than all others of its height. */
  private offer(size: Pt, { longest, leading, opened, cost: costOfShape }: Weighed): void {
    const { starts, order, cheapest } = this;
    const fill = (longest * size) / order.width;
    const cost = costOfShape + costOfSize(size, fill, order);
    const lines = starts.length - 1;
    const height = Math.round(size * (lines + (lines - 1) * opened) * 100);
    const rival = cheapest.get(height);
    if (rival === undefined || cost < rival.cost)
      cheapest.set(height, { starts: starts.slice(), size, cost, fill, leading });
  }
}

/** A set of breaks, weighed whatever its size: its longest line and its leading in em, and by what share that is more than the style's. */
interface Weighed {
  readonly longest: number;
  readonly leading: number | undefined;
  readonly opened: number;
  readonly cost: number;
}

/** What a part of a phrase lacks of standing for itself (0–1); `share` is what it fills of the longest line. */
function strayShare(share: number): number {
  return Math.max(0, 1 - share / STANDS_ALONE);
}

/** Width of a line of pieces, in em. */
export function lineWidth(pieces: readonly HeadlinePiece[], from: number, until: number): number {
  const hyphen = pieces[until - 1]?.hyphen ?? 0;
  let width = hyphen;
  for (let index = from; index < until; index++) {
    width += (pieces[index]?.width ?? 0) + (index < until - 1 ? (pieces[index]?.space ?? 0) : 0);
  }
  return until === pieces.length ? width - hyphen : width;
}

/** What a set of breaks costs in whatever size. */
function costOfShape(
  pieces: readonly HeadlinePiece[],
  starts: readonly number[],
  widths: readonly number[],
  longest: number,
  prefer: BreakOrder["prefer"],
): number {
  const lines = widths.length;
  let [breaks, lone, leftOver] = [0, 0, 0];
  for (let line = 0; line < lines; line++) {
    const [from, until] = [starts[line] ?? 0, starts[line + 1] ?? 0];
    if (line > 0) breaks += pieces[from - 1]?.breakCost ?? 0;
    if (lines > 1 && until - from === 1 && pieces[from]?.short === true) lone++;
    if ((widths[line] ?? 0) / longest < LEFT_OVER) leftOver++;
  }
  return (
    breaks +
    HEADLINE_COST.loneWord * lone +
    HEADLINE_COST.leftOver * leftOver +
    HEADLINE_COST.line * (lines - 1) +
    (prefer === "even" ? costOfUnevenness(widths, longest) : costOfOrder(widths, longest))
  );
}

function costOfUnevenness(widths: readonly number[], longest: number): number {
  let uneven = 0;
  for (const width of widths) uneven += (1 - width / longest) ** 2;
  return HEADLINE_COST.uneven * uneven;
}

function costOfOrder(widths: readonly number[], longest: number): number {
  const first = (widths[0] ?? 0) / longest;
  let [longer, above] = [0, first];
  for (const width of widths) {
    const share = width / longest;
    longer += Math.max(0, share - above);
    above = share;
  }
  return HEADLINE_COST.longerBelow * (longer + Math.max(0, LAST_OF_FIRST * first - above));
}

function costOfSize(size: Pt, fill: number, { sizes, ragged }: BreakOrder): number {
  if (ragged) return 0;
  const largest = sizes[0] ?? size;
  const lost = HEADLINE_COST.unfilled * Math.max(0, WELL_FILLED - fill) + (fill < LOOSE ? HEADLINE_COST.loose : 0);
  return lost + HEADLINE_COST.smaller * (1 - size / largest);
}

/** A size between the template's for a longest line of so many em, where the largest of these that holds it leaves it too short. */
function fineSize(longest: number, { sizes, width }: BreakOrder): Pt | undefined {
  const largest = sizes.find((size) => longest * size <= width + ROUNDING);
  if (largest === undefined || (longest * largest) / width >= WELL_FILLED) return undefined;
  const fine = Math.min(sizes[0] ?? largest, Math.floor((width + ROUNDING) / longest / FINE) * FINE);
  return fine > largest ? fine : undefined;
}

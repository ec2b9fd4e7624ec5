import type { Pt } from "../base/index.ts";

/** A stretch of a headline behind which a line may end: a word, or a part of one that is too wide for its measure. */
export interface HeadlinePiece {
  /** Width in em, and of the space that follows when the line goes on. */
  readonly width: number;
  readonly space: number;
  /** What a line gets wider when it ends here, in em: a hyphen. */
  readonly hyphen: number;
  /** The price of ending a line here. */
  readonly breakCost: number;
  /** Whether it must not stand on a line alone. */
  readonly short: boolean;
}

/** Sizes that a template offers, largest first; how many lines there may be, and how wide and in what shape. */
export interface BreakOrder {
  readonly sizes: readonly Pt[];
  readonly maxLines: number;
  readonly width: Pt;
  readonly prefer: "even" | "longer-first";
}

/** Lines of a headline: the index of the first piece of each, one past the last piece at the end. */
export interface HeadlineBreaks {
  readonly starts: readonly number[];
  readonly size: Pt;
  readonly cost: number;
  /** How much of the measure the longest line fills (0–1). */
  readonly fill: number;
}

/** Costs of a headline, in tenths of a line left empty: a line that fills only half of its width costs 5. */
export const HEADLINE_COST = {
  /** Parting what belongs together: never, as long as there is any other way. */
  sense: 60,
  /** An adjective parted from its noun; a dash at a line's head. */
  adjective: 3,
  dash: 8,
  /** Every break that is not at a comma, a colon or a dash. */
  noPause: 0.8,
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
} as const;

/** What the longest line should fill; below it a headline looks lost in its width. */
const WELL_FILLED = 0.92;
const LOOSE = 0.85;
const LEFT_OVER = 0.4;
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
  const cheapest = new Map<string, HeadlineBreaks>();
  const smallest = Math.min(...order.sizes);
  for (const starts of breakings(pieces, (order.width + ROUNDING) / smallest, order.maxLines)) {
    const shape = costOfShape(pieces, starts, order.prefer);
    for (const size of sizesFor(shape.longest, order)) {
      const fill = (shape.longest * size) / order.width;
      const cost = shape.cost + costOfSize(size, fill, order);
      const height = (size * (starts.length - 1)).toFixed(2);
      const rival = cheapest.get(height);
      if (rival === undefined || cost < rival.cost) cheapest.set(height, { starts, size, cost, fill });
    }
  }
  return [...cheapest.values()].sort((a, b) => a.cost - b.cost || b.size - a.size);
}

function* breakings(
  pieces: readonly HeadlinePiece[],
  width: number,
  maxLines: number,
  starts: readonly number[] = [0],
): Generator<readonly number[]> {
  const from = starts.at(-1) ?? 0;
  for (let until = from + 1; until <= pieces.length; until++) {
    if (lineWidth(pieces, from, until) > width) {
      // A hyphen may make a line too wide that a longer one is not.
      if ((pieces[until - 1]?.hyphen ?? 0) > 0) continue;
      return;
    }
    if (until === pieces.length) yield [...starts, until];
    else if (starts.length < maxLines) yield* breakings(pieces, width, maxLines, [...starts, until]);
  }
}

/** Width of a line of pieces, in em. */
export function lineWidth(pieces: readonly HeadlinePiece[], from: number, until: number): number {
  let width = pieces[until - 1]?.hyphen ?? 0;
  for (let index = from; index < until; index++) {
    width += (pieces[index]?.width ?? 0) + (index < until - 1 ? (pieces[index]?.space ?? 0) : 0);
  }
  return until === pieces.length ? width - (pieces[until - 1]?.hyphen ?? 0) : width;
}

/** What a set of breaks costs in whatever size, and its longest line in em. */
function costOfShape(pieces: readonly HeadlinePiece[], starts: readonly number[], prefer: BreakOrder["prefer"]) {
  const lines = starts.slice(0, -1).map((from, index) => ({
    width: lineWidth(pieces, from, starts[index + 1] ?? from),
    lone: (starts[index + 1] ?? from) - from === 1 && pieces[from]?.short === true,
  }));
  const longest = Math.max(...lines.map(({ width }) => width));
  const shares = lines.map(({ width }) => width / longest);
  const breaks = starts.slice(1, -1).map((start) => pieces[start - 1]?.breakCost ?? 0);
  const lone = lines.length > 1 ? lines.filter((line) => line.lone).length : 0;
  const cost =
    sum(breaks) +
    HEADLINE_COST.loneWord * lone +
    HEADLINE_COST.leftOver * shares.filter((share) => share < LEFT_OVER).length +
    HEADLINE_COST.line * (lines.length - 1) +
    (prefer === "even" ? costOfUnevenness(shares) : costOfOrder(shares));
  return { cost, longest };
}

function costOfUnevenness(shares: readonly number[]): number {
  return HEADLINE_COST.uneven * sum(shares.map((share) => (1 - share) ** 2));
}

function costOfOrder(shares: readonly number[]): number {
  const longer = shares.slice(1).map((share, index) => Math.max(0, share - (shares[index] ?? 0)));
  const [first = 1] = shares;
  const last = Math.max(0, LAST_OF_FIRST * first - (shares.at(-1) ?? first));
  return HEADLINE_COST.longerBelow * (sum(longer) + last);
}

function costOfSize(size: Pt, fill: number, { sizes }: BreakOrder): number {
  const largest = sizes[0] ?? size;
  const lost = HEADLINE_COST.unfilled * Math.max(0, WELL_FILLED - fill) + (fill < LOOSE ? HEADLINE_COST.loose : 0);
  return lost + HEADLINE_COST.smaller * (1 - size / largest);
}

/** The template's sizes that a line of so many em may have; one between them where these leave it too short. */
function sizesFor(longest: number, { sizes, width }: BreakOrder): readonly Pt[] {
  const fitting = sizes.filter((size) => longest * size <= width + ROUNDING);
  const [largest] = fitting;
  if (largest === undefined || (longest * largest) / width >= WELL_FILLED) return fitting;
  const fine = Math.min(sizes[0] ?? largest, Math.floor((width + ROUNDING) / longest / FINE) * FINE);
  return fine > largest ? [fine, ...fitting] : fitting;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

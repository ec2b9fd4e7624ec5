import type { Piece } from "./piece.ts";

/**
 * The least that it costs to have pieces in so many rows in all, for every number of rows they can be had in, whatever columns
 * do to them. It bounds from below what any filling costs, so that hopeless layouts need not be filled.
 */
export class RowCosts {
  /** Fewest rows that the pieces can be had in. */
  private readonly least: number;
  /** What so many rows more than the fewest cost; infinite where the pieces cannot be had in as many. */
  private readonly costs: Float64Array;
  /** Rows of space above so many slugs, of those that have the most. */
  private readonly spaces: readonly number[];
  private readonly emptyRow: number;
  /** Bounds by rows and segments: few, and each is asked for again and again. */
  private readonly known = new Map<number, number>();

  /** Each empty row costs `emptyRow`, by its square. */
  constructor(pieces: readonly Piece[], emptyRow: number) {
    let costs = new Float64Array(1);
    for (const piece of pieces) costs = extend(costs, piece);
    this.costs = costs;
    this.least = pieces.reduce((rows, piece) => rows + fewestRows(piece), 0);
    this.spaces = sumsOf(spacesIn(pieces).sort((a, b) => b - a));
    this.emptyRow = emptyRow;
  }

  /** A lower bound for filling so many segments with rows for all the text. */
  bound(rows: number, segments: number): number {
    const key = rows * SEGMENTS + Math.min(segments, SEGMENTS - 1);
    let bound = this.known.get(key);
    if (bound === undefined) {
      bound = this.leastUpTo(rows + this.spaceIn(segments), rows, segments);
      this.known.set(key, bound);
    }
    return bound;
  }

  /** A lower bound for filling no more than so many segments with so many rows or more. */
  boundBeyond(rows: number, segments: number): number {
    return this.leastUpTo(Infinity, rows, segments);
  }

  /** The fewest rows of the pieces that find no room in so many segments with so many rows in all. */
  leastLeft(rows: number, segments: number): number {
    return Math.max(0, this.least - rows - this.spaceIn(segments));
  }

  /** The most rows that fall away in so many segments: the space above the first piece of each. */
  private spaceIn(segments: number): number {
    return this.spaces[Math.min(segments, this.spaces.length - 1)] ?? 0;
  }

  /** The least that the pieces cost in no more rows than `most`, with the rows that they leave empty. */
  private leastUpTo(most: number, rows: number, segments: number): number {
    let best = Infinity;
    for (let more = Math.min(most - this.least, this.costs.length - 1); more >= 0; more--) {
      const empty = Math.max(0, rows - this.least - more);
      const price = this.emptyRow * Math.max(empty, empty ** 2 / Math.max(1, segments));
      if (price >= best) break;
      best = Math.min(best, (this.costs[more] ?? Infinity) + price);
    }
    return best;
  }
}

/** More segments than a page can have. */
const SEGMENTS = 1024;

/** The sum of the first none, one, two … of them. */
function sumsOf(numbers: readonly number[]): number[] {
  const sums = [0];
  let sum = 0;
  for (const number of numbers) sums.push((sum += number));
  return sums;
}

function spacesIn(pieces: readonly Piece[]): number[] {
  const spaces: number[] = [];
  for (const { ways } of pieces)
    for (const { slugs } of ways) for (const { spaceAbove } of slugs) if (spaceAbove > 0) spaces.push(spaceAbove);
  return spaces;
}

function fewestRows({ ways }: Piece): number {
  return ways.reduce((fewest, { rows }) => Math.min(fewest, rows), Infinity);
}

function mostRows({ ways }: Piece): number {
  return ways.reduce((most, { rows }) => Math.max(most, rows), 0);
}

/** Costs by the rows beyond the fewest, with a piece more. */
function extend(costs: Float64Array, piece: Piece): Float64Array<ArrayBuffer> {
  const fewest = fewestRows(piece);
  const next = new Float64Array(costs.length + mostRows(piece) - fewest).fill(Infinity);
  for (const way of piece.ways) {
    const more = way.rows - fewest;
    for (let rows = 0; rows < costs.length; rows++) {
      const cost = (costs[rows] ?? Infinity) + way.cost;
      if (cost < (next[rows + more] ?? 0)) next[rows + more] = cost;
    }
  }
  return next;
}

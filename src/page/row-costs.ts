import type { Piece } from "./piece.ts";

/**
 * The least that it costs to have pieces in so many rows in all, for every number of rows they can be had in, whatever columns
 * do to them. It bounds from below what any filling costs, so that hopeless layouts need not be filled.
 */
export class RowCosts {
  private readonly costs: readonly (readonly [rows: number, cost: number])[];
  /** Rows of space above so many slugs, of those that have the most. */
  private readonly spaces: readonly number[];

  constructor(pieces: readonly Piece[]) {
    let costs = new Map([[0, 0]]);
    for (const piece of pieces) costs = extend(costs, piece);
    this.costs = [...costs].sort(([a], [b]) => a - b);
    const spaces = pieces.flatMap(({ ways }) => ways.flatMap(({ slugs }) => slugs.map(({ spaceAbove }) => spaceAbove)));
    this.spaces = sumsOf(spaces.filter((space) => space > 0).sort((a, b) => b - a));
  }

  /** Fewest rows that the pieces can be had in. */
  get least(): number {
    return this.costs[0]?.[0] ?? 0;
  }

  private spaceAbove(segments: number): number {
    return this.spaces[Math.min(segments, this.spaces.length - 1)] ?? 0;
  }

  /** A lower bound for filling so many segments with rows for all the text, each empty row at a price by its square. */
  bound(rows: number, segments: number, emptyRow: number): number {
    // What falls away is at most the space above each segment's first piece.
    const most = rows + this.spaceAbove(segments);
    let best = Infinity;
    for (const [total, cost] of this.costs) {
      if (total > most) break;
      const empty = Math.max(0, rows - total);
      best = Math.min(best, cost + emptyRow * Math.max(empty, empty ** 2 / Math.max(1, segments)));
    }
    return best;
  }
}

/** The sum of the first none, one, two … of them. */
function sumsOf(numbers: readonly number[]): number[] {
  const sums = [0];
  for (const number of numbers) sums.push((sums.at(-1) ?? 0) + number);
  return sums;
}

function extend(costs: ReadonlyMap<number, number>, { ways }: Piece): Map<number, number> {
  const next = new Map<number, number>();
  for (const way of ways) {
    for (const [rows, cost] of costs) {
      const total = rows + way.rows;
      const sum = cost + way.cost;
      if (sum < (next.get(total) ?? Infinity)) next.set(total, sum);
    }
  }
  return next;
}

import { BREAK_COST, type Slug } from "./slug.ts";

/** Slugs parted into columns: column c holds the slugs from `ends[c - 1]` (or the start) up to `ends[c]`. */
export interface Filling {
  readonly start: number;
  readonly ends: readonly number[];
  /** Rows left empty at the foot of each column. */
  readonly empty: readonly number[];
  readonly cost: number;
}

/** Rows left empty in all columns together. */
export function emptyRowsOf({ empty }: Filling): number {
  return empty.reduce((sum, rows) => sum + rows, 0);
}

/** `all`: the text must end in the last column. `most`: the columns are filled, the text goes on elsewhere. */
export type Goal = "all" | "most";

/** A row left empty costs by its square: two columns a row short are better than one that is two short. */
const EMPTY_ROW = 60;
/** Farther than this from full a break is not looked for, unless the text ends there. */
const SLACK_ROWS = 6;

/**
 * Parts slugs from `start` on into columns of the given depths (rows) at the least cost, by dynamic programming over
 * columns and breaks: exact within the slack, and linear in the number of columns.
 */
export function fillColumns(
  stream: SlugStream,
  start: number,
  depths: readonly number[],
  goal: Goal,
): Filling | undefined {
  let front = new Map<number, Path>([[start, { at: start, empty: 0, cost: 0, previous: undefined }]]);
  depths.forEach((depth, column) => {
    const last = column === depths.length - 1;
    front = advance(front, stream, depth, last ? goal : undefined);
  });
  const ends = [...front.values()].filter(({ at }) => goal === "most" || at === stream.slugs.length);
  const best = ends.reduce<Path | undefined>((a, b) => (a && a.cost <= b.cost ? a : b), undefined);
  return best && unwind(best, start);
}

interface Path {
  readonly at: number;
  readonly empty: number;
  readonly cost: number;
  readonly previous: Path | undefined;
}

/** Best ways to end one more column; `goal` is set for the last one. */
function advance(front: ReadonlyMap<number, Path>, stream: SlugStream, depth: number, goal?: Goal): Map<number, Path> {
  const next = new Map<number, Path>();
  for (const path of front.values()) {
    for (const { at, empty } of stream.endsWithin(path.at, depth)) {
      const cost = path.cost + EMPTY_ROW * empty ** 2 + breakCost(stream.slugs, path.at, at, goal);
      const rival = next.get(at);
      if (rival === undefined || cost < rival.cost) next.set(at, { at, empty, cost, previous: path });
    }
  }
  return next;
}

function breakCost(slugs: readonly Slug[], from: number, at: number, goal: Goal | undefined): number {
  const slug = slugs[at];
  // An empty column parts nothing that the column before it has not parted already.
  if (slug === undefined || from === at) return 0;
  const divided = slugs[at - 1]?.divided
    ? goal === "most"
      ? BREAK_COST.dividedAtPage
      : BREAK_COST.dividedAtColumn
    : 0;
  return slug.breakBefore + divided;
}

function unwind(end: Path, start: number): Filling {
  const ends: number[] = [];
  const empty: number[] = [];
  for (let path = end; path.previous !== undefined; path = path.previous) {
    ends.push(path.at);
    empty.push(path.empty);
  }
  return { start, ends: ends.reverse(), empty: empty.reverse(), cost: end.cost };
}

/** The body's slugs with their heights added up once. */
export class SlugStream {
  readonly slugs: readonly Slug[];
  private readonly rowsBefore: readonly number[];

  constructor(slugs: readonly Slug[]) {
    this.slugs = slugs;
    const sums = [0];
    for (const { rows } of slugs) sums.push((sums.at(-1) ?? 0) + rows);
    this.rowsBefore = sums;
  }

  /** Rows that the slugs from `start` to `end` take in one column: the space above the first falls away. */
  rows(start: number, end: number): number {
    if (end <= start) return 0;
    return (this.rowsBefore[end] ?? 0) - (this.rowsBefore[start] ?? 0) - (this.slugs[start]?.spaceAbove ?? 0);
  }

  /** Where a column of `depth` rows that begins at `start` may end, and the rows that stay empty then. */
  endsWithin(start: number, depth: number): { readonly at: number; readonly empty: number }[] {
    const found: { at: number; empty: number }[] = [];
    const fullest = this.fullest(start, depth);
    for (let at = fullest; at >= start; at--) {
      const empty = depth - this.rows(start, at);
      if (empty > SLACK_ROWS && found.length > 0) break;
      found.push({ at, empty });
    }
    return found;
  }

  private fullest(start: number, depth: number): number {
    let low = start;
    let high = Math.min(this.slugs.length, start + depth);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.rows(start, middle) <= depth) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

import type { PictureChoice } from "./layout.ts";

/** A stretch of a column that holds text: rows from the body's first row. */
export interface Segment {
  readonly column: number;
  readonly from: number;
  readonly rows: number;
}

/** Rows of its columns that a picture takes, with caption and the paper around it; half-open. */
interface Obstacle {
  readonly choice: PictureChoice;
  readonly from: number;
  readonly until: number;
}

/** Columns with pictures at their places. */
interface Columns {
  readonly columns: number;
  readonly pictures: readonly PictureChoice[];
}

/**
 * What pictures leave of the columns at a depth, in reading order: down each column, above and below a picture within it.
 * With `flush` nothing stands below the pictures, and no paper is owed there.
 */
export function segmentsOf(layout: Columns, depth: number, flush = false): Segment[] {
  const segments: Segment[] = [];
  walkSegments(layout, depth, flush, (column, from, rows) => {
    segments.push({ column, from, rows });
  });
  return segments;
}

/** How many segments there are, and their rows in all. */
export interface Extent {
  readonly count: number;
  readonly rows: number;
}

/** What pictures leave of the columns at a depth, without a look at where. */
export function extentOf(layout: Columns, depth: number, flush = false): Extent {
  let [count, rows] = [0, 0];
  walkSegments(layout, depth, flush, (_column, _from, more) => {
    count++;
    rows += more;
  });
  return { count, rows };
}

function walkSegments(
  { columns, pictures }: Columns,
  depth: number,
  flush: boolean,
  visit: (column: number, from: number, rows: number) => void,
): void {
  const obstacles = pictures.map((choice) => obstacleOf(choice, depth, flush));
  if (obstacles.length > 1) obstacles.sort((a, b) => a.from - b.from);
  for (let column = 0; column < columns; column++) {
    let from = 0;
    for (const obstacle of obstacles) {
      if (!covers(obstacle.choice, column)) continue;
      if (obstacle.from > from) visit(column, from, obstacle.from - from);
      from = Math.max(from, obstacle.until);
    }
    if (from < depth) visit(column, from, depth - from);
  }
}

/** Whether a picture stands in a column. */
export function covers({ firstColumn, block }: PictureChoice, column: number): boolean {
  return firstColumn <= column && column < firstColumn + block.columns;
}

/** The row of a picture's window, from the body's first row. */
export function rowOf({ slot, row, withCaption }: PictureChoice, depth: number): number {
  if (slot.at === "foot") return depth - withCaption;
  return slot.at === "head" ? 0 : row;
}

function obstacleOf(choice: PictureChoice, depth: number, flush: boolean): Obstacle {
  const first = rowOf(choice, depth);
  switch (choice.slot.at) {
    case "head":
      return { choice, from: 0, until: flush ? depth : choice.untilText };
    case "within":
      return { choice, from: first - 1, until: first + choice.untilText };
    case "foot":
      return { choice, from: first - 1, until: depth };
  }
}

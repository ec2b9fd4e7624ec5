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

/**
 * What pictures leave of the columns at a depth, in reading order: down each column, above and below a picture within it.
 * With `flush` nothing stands below the pictures, and no paper is owed there.
 */
export function segmentsOf(
  { columns, pictures }: { readonly columns: number; readonly pictures: readonly PictureChoice[] },
  depth: number,
  flush = false,
): Segment[] {
  const obstacles = pictures.map((choice) => obstacleOf(choice, depth, flush)).sort((a, b) => a.from - b.from);
  const segments: Segment[] = [];
  for (let column = 0; column < columns; column++) {
    let from = 0;
    for (const obstacle of obstacles) {
      if (!covers(obstacle.choice, column)) continue;
      if (obstacle.from > from) segments.push({ column, from, rows: obstacle.from - from });
      from = Math.max(from, obstacle.until);
    }
    if (from < depth) segments.push({ column, from, rows: depth - from });
  }
  return segments;
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

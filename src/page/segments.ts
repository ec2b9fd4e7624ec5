import type { PictureChoice } from "./layout.ts";

/** A stretch of a column that holds text: rows from the body's first row. */
export interface Segment {
  readonly column: number;
  readonly from: number;
  readonly rows: number;
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
export function segmentsOf({ columns, pictures }: Columns, depth: number, flush = false): Segment[] {
  const segments: Segment[] = [];
  const downwards = pictures.length > 1 ? pictures.toSorted((a, b) => topOf(a, depth) - topOf(b, depth)) : pictures;
  for (let column = 0; column < columns; column++) {
    let from = 0;
    for (const choice of downwards) {
      if (!covers(choice, column)) continue;
      const top = topOf(choice, depth);
      if (top > from) segments.push({ column, from, rows: top - from });
      from = Math.max(from, footOf(choice, depth, flush));
    }
    if (from < depth) segments.push({ column, from, rows: depth - from });
  }
  return segments;
}

/** How many segments there are, and their rows in all. */
export interface Extent {
  readonly count: number;
  readonly rows: number;
}

/** What pictures leave of the columns at a depth of at least one row, without a look at where: reckoned, for layouts are many. */
export function extentOf(layout: Columns, depth: number, flush = false): Extent {
  const { columns, pictures } = layout;
  const only = pictures[0];
  if (only === undefined) return { count: columns, rows: columns * depth };
  if (pictures.length === 1) return extentBeside(only, columns, depth, flush);
  if (pictures.every(({ slot }) => slot.at !== "within")) return extentBetween(layout, depth, flush);
  const segments = segmentsOf(layout, depth, flush);
  return { count: segments.length, rows: segments.reduce((sum, { rows }) => sum + rows, 0) };
}

/** Where pictures stand at heads and feet alone there is one segment to a column, between them. */
function extentBetween({ columns, pictures }: Columns, depth: number, flush: boolean): Extent {
  let count = 0;
  let rows = 0;
  for (let column = 0; column < columns; column++) {
    let from = 0;
    let until = depth;
    for (const choice of pictures) {
      if (!covers(choice, column)) continue;
      if (choice.slot.at === "head") from = Math.max(from, footOf(choice, depth, flush));
      else until = Math.min(until, topOf(choice, depth));
    }
    if (until <= from) continue;
    count++;
    rows += until - from;
  }
  return { count, rows };
}

function extentBeside(only: PictureChoice, columns: number, depth: number, flush: boolean): Extent {
  const above = Math.max(0, topOf(only, depth));
  const below = Math.max(0, depth - footOf(only, depth, flush));
  const span = only.block.columns;
  const free = columns - span;
  return {
    count: free + span * (Number(above > 0) + Number(below > 0)),
    rows: free * depth + span * (above + below),
  };
}

/** Whether a picture stands in a column. */
export function covers({ firstColumn, block }: PictureChoice, column: number): boolean {
  return firstColumn <= column && column < firstColumn + block.columns;
}

/** The row of a picture's window, from the body's first row. Where only the paper above it would be left, it stands at the head. */
export function rowOf({ slot, row, withCaption }: PictureChoice, depth: number): number {
  if (slot.at === "head") return 0;
  if (slot.at === "within") return row;
  const above = depth - withCaption;
  return above > 1 ? above : 0;
}

/** The first row of its columns that a picture takes, with the paper above it. */
function topOf(choice: PictureChoice, depth: number): number {
  return choice.slot.at === "head" ? 0 : rowOf(choice, depth) - 1;
}

/** The row behind the last one that a picture takes, with its caption and the paper below. */
function footOf(choice: PictureChoice, depth: number, flush: boolean): number {
  switch (choice.slot.at) {
    case "head":
      return flush ? depth : choice.untilText;
    case "within":
      return choice.row + choice.untilText;
    case "foot":
      return depth;
  }
}

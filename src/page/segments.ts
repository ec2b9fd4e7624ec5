import type { PictureChoice } from "./layout.ts";
import { xHeightOf, type Material } from "./material.ts";
import { captionRows, rowsToText } from "./picture-block.ts";

/** A stretch of a column that holds text: rows from the body's first row. */
export interface Segment {
  readonly column: number;
  readonly from: number;
  readonly rows: number;
}

/** Rows of a column that a picture takes, with caption and the paper around it; half-open. */
interface Obstacle {
  readonly from: number;
  readonly until: number;
}

/**
 * What pictures leave of the columns at a depth, in reading order: down each column, above and below a picture within it.
 * With `flush` nothing stands below the pictures, and no paper is owed there.
 */
export function segmentsOf(
  material: Material,
  { columns, pictures }: { readonly columns: number; readonly pictures: readonly PictureChoice[] },
  depth: number,
  flush = false,
): Segment[] {
  return Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
    const here = pictures.filter((choice) => covers(choice, column));
    const obstacles = here.map((choice) => obstacleOf(material, choice, depth, flush));
    return freeRows(obstacles, depth).map(({ from, until }) => ({ column, from, rows: until - from }));
  });
}

/** Whether a picture stands in a column. */
export function covers({ firstColumn, block }: PictureChoice, column: number): boolean {
  return firstColumn <= column && column < firstColumn + block.columns;
}

/** The row of a picture's window, from the body's first row. */
export function rowOf({ slot, row, rows, block }: PictureChoice, { template }: Material, depth: number): number {
  if (slot.at === "foot") return depth - rows - captionRows(block, template);
  return slot.at === "head" ? 0 : row;
}

function obstacleOf(material: Material, choice: PictureChoice, depth: number, flush: boolean): Obstacle {
  const first = rowOf(choice, material, depth);
  const below = choice.rows + rowsToText(choice.block, material.template, xHeightOf(material));
  switch (choice.slot.at) {
    case "head":
      return { from: 0, until: flush ? depth : below };
    case "within":
      return { from: first - 1, until: first + below };
    case "foot":
      return { from: first - 1, until: depth };
  }
}

function freeRows(obstacles: readonly Obstacle[], depth: number): Obstacle[] {
  const free: Obstacle[] = [];
  let from = 0;
  for (const obstacle of [...obstacles].sort((a, b) => a.from - b.from)) {
    if (obstacle.from > from) free.push({ from, until: obstacle.from });
    from = Math.max(from, obstacle.until);
  }
  if (from < depth) free.push({ from, until: depth });
  return free;
}

import type { Pt } from "../base/index.ts";
import type { Template } from "../template/index.ts";

/** Positions on a template's page. All are computed from the page's corner, never from one another. */
export interface PageGeometry {
  /** Baseline of a row. */
  baseline(row: number): Pt;
  /** Left edge of a column. */
  left(column: number): Pt;
  /** Width of so many columns with the gutters between them. */
  span(columns: number): Pt;
}

export function geometryOf({ grid, typeArea }: Template): PageGeometry {
  const step = grid.columnWidth + grid.gutter;
  return {
    baseline: (row) => grid.first + row * grid.leading,
    left: (column) => typeArea.x + column * step,
    span: (columns) => columns * step - grid.gutter,
  };
}

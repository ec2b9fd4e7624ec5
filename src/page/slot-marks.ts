import type { Ink, Template } from "../template/index.ts";
import type { Frame, Page } from "./page.ts";
import { millimetres, outline } from "./rulers.ts";
import type { Labeller } from "./sheet-label.ts";

const SLOT: Ink = { c: 0, m: 0.9, y: 0.2, k: 0 };

/** A template's slots on a page: their outlines, names and measures, `size` the size of the names. */
export function slotMarks({ grid }: Page, { slots }: Template, labeller: Labeller, size: number): Frame[] {
  return slots.flatMap(({ name, column, columns, row, rows }) => {
    const [first = 0, last = 0] = [grid.columns[column], grid.columns[column + columns - 1]];
    const y = grid.first + (row - 1) * grid.leading;
    const rect = { x: first, y, width: last + grid.columnWidth - first, height: rows * grid.leading };
    const measure = `${columns} columns × ${rows} rows, ${millimetres(rect.width)} × ${millimetres(rect.height)} mm`;
    const own = { x: rect.x + size / 2, ink: SLOT };
    return [
      ...outline(rect, 1.2, SLOT),
      labeller.label({ ...own, text: name, y: rect.y + size * 1.4, size, strong: true }),
      labeller.label({ ...own, text: measure, y: rect.y + size * 2.3, size: size * 0.6 }),
    ];
  });
}

import { toMm, type Pt, type Rect } from "../base/index.ts";
import { dumpLine } from "../galley/index.ts";
import type { Frame, Page, PlacedLine, TextFrame } from "./page.ts";

/**
 * Made-up pages as a typesetter reads them: every frame with its place in millimetres from the trimmed page's corner,
 * every line with column, row and baseline (in points), how it ends and how it is spaced.
 */
export function dumpPages(pages: readonly Page[]): string {
  return `${pages.map(dumpPage).join("\n\n")}\n`;
}

function dumpPage(page: Page): string {
  const { trim, typeArea, grid } = page;
  const folio = page.folio === undefined ? "" : `, folio ${page.folio}`;
  const head = [
    `page ${page.number}${folio}: ${millimetres(trim.width)} × ${millimetres(trim.height)} mm`,
    `type area ${dumpRect(typeArea)}`,
    `grid of ${grid.rows} rows, first baseline ${grid.first.toFixed(3)} pt, leading ${grid.leading.toFixed(3)} pt, ` +
      `columns at ${grid.columns.map(millimetres).join(" ")} mm, each ${millimetres(grid.columnWidth)} mm`,
  ];
  return [...head, ...page.frames.flatMap(dumpFrame)].join("\n");
}

function dumpFrame(frame: Frame): string[] {
  switch (frame.kind) {
    case "text":
      return ["", textHead(frame), ...frame.lines.map(dumpPlacedLine)];
    case "picture":
      return ["", `picture ${frame.picture + 1} ${dumpRect(frame.rect)} ${frame.image ? frame.image.path : "to come"}`];
    case "rule":
      return ["", `${frame.role} rule ${dumpRect(frame.rect)}`];
    case "tint":
      return ["", `tint ${dumpRect(frame.rect)}`];
  }
}

function textHead({ role, column, block, rect }: TextFrame): string {
  const where = column === undefined ? "" : `, column ${column + 1}`;
  const which = block === undefined || block < 0 ? "" : `, block ${block + 1}`;
  return `${role}${where}${which} ${dumpRect(rect)}`;
}

function dumpPlacedLine({ baseline, row, line }: PlacedLine): string {
  const place = row === undefined ? "     " : `r${String(row + 1).padStart(3)} `;
  return `  ${place} ${baseline.toFixed(3).padStart(8)}  ${dumpLine(line)}`;
}

function dumpRect({ x, y, width, height }: Rect): string {
  return `at ${millimetres(x)} ${millimetres(y)}, ${millimetres(width)} × ${millimetres(height)} mm`;
}

function millimetres(points: Pt): string {
  return toMm(points).toFixed(2);
}

import { bottom, right, toMm, type Pt, type Rect } from "../base/index.ts";
import type { Ink, Template } from "../template/index.ts";
import type { Frame, Page } from "./page.ts";
import type { Labeller } from "./sheet-label.ts";

const ROW: Ink = { c: 0.3, m: 0, y: 0, k: 0 };
const FIFTH: Ink = { c: 0.75, m: 0.1, y: 0, k: 0 };
const COLUMN: Ink = { c: 0.08, m: 0, y: 0, k: 0 };
const AREA: Ink = { c: 1, m: 0.3, y: 0, k: 0 };
const DESK: Ink = { c: 0, m: 0, y: 0.02, k: 0.13 };
const BLEED: Ink = { c: 0, m: 0.12, y: 0.08, k: 0.05 };
const TRIM: Ink = { c: 0, m: 0, y: 0, k: 0.8 };
const PAPER: Ink = { c: 0, m: 0, y: 0, k: 0 };

/** Size of the figures along the page's edges. */
const FIGURE: Pt = 7;
const CLEAR: Pt = 4;
/** Clear of the numbers of blocks, which stand before the first column. */
const BESIDE: Pt = 11;

/** Every so many rows one is drawn stronger, and numbered. */
const NUMBERED = 5;

/** Room around the page for the rulers. */
export const RULER: Pt = 26;

/** The desk that a page lies on, its bleed and its trim. */
export function desk({ trim, bleed }: Page, sheet: Rect): Frame[] {
  const layers = [
    [sheet, DESK],
    [bleed, BLEED],
    [trim, PAPER],
  ] as const;
  return [...layers.map(([rect, ink]): Frame => ({ kind: "tint", rect, ink })), ...outline(trim, 0.4, TRIM)];
}

/** Columns and baselines, to lie below what is printed; every fifth baseline is stronger. */
export function gridBelow({ grid, typeArea }: Page): Frame[] {
  const columns = grid.columns.map((x): Frame => {
    return { kind: "tint", rect: { x, y: typeArea.y, width: grid.columnWidth, height: typeArea.height }, ink: COLUMN };
  });
  const rows = Array.from({ length: grid.rows }, (_, row) => {
    const strong = (row + 1) % NUMBERED === 0;
    const y = grid.first + row * grid.leading;
    return rule({ x: typeArea.x, y, width: typeArea.width, height: strong ? 0.35 : 0.25 }, strong ? FIFTH : ROW);
  });
  return [...columns, ...rows, ...outline(typeArea, 0.5, AREA)];
}

/**
 * Figures along the edges: at the left the rows of the page's grid, as reports count them, at the right the rows below the
 * header, as `--rows` and slots do; above the columns with their width.
 */
export function rulers(page: Page, { header }: Template, labeller: Labeller): Frame[] {
  const { trim, bleed, grid } = page;
  const figures = Array.from({ length: grid.rows }, (_, row) => {
    const y = grid.first + row * grid.leading;
    const below = row - header.rows + 1;
    const at = (count: number, x: Pt, side: "left" | "right"): Frame[] =>
      count > 0 && count % NUMBERED === 0
        ? [labeller.label({ text: String(count), x, y: y + FIGURE * 0.3, size: FIGURE, ink: AREA, at: side })]
        : [];
    return [...at(row + 1, bleed.x - BESIDE, "right"), ...at(below, right(bleed) + BESIDE, "left")];
  });
  const columns = grid.columns.map((x, column) => {
    const text = `${column + 1}`;
    return labeller.label({
      text,
      x: x + grid.columnWidth / 2,
      y: bleed.y - CLEAR,
      size: FIGURE,
      ink: AREA,
      at: "middle",
    });
  });
  return [...figures.flat(), ...columns, ...measures(page, labeller, trim)];
}

/** What the figures count, and the page's own measures, beside its corners. */
function measures({ bleed, grid, typeArea }: Page, labeller: Labeller, trim: Rect): Frame[] {
  const y = bleed.y - CLEAR - FIGURE * 1.3;
  const extra = trim.x - bleed.x;
  const facts = [
    `trim ${millimetres(trim.width)} × ${millimetres(trim.height)} mm`,
    ...(extra > 0 ? [`bleed ${millimetres(extra)} mm`] : []),
    `type area ${millimetres(typeArea.width)} × ${millimetres(typeArea.height)} mm`,
    `columns of ${millimetres(grid.columnWidth)} mm`,
    `leading ${Number(grid.leading.toFixed(2))} pt`,
  ];
  const own = { size: FIGURE, ink: TRIM, y };
  return [labeller.label({ ...own, text: facts.join(" · "), x: trim.x })];
}

/** Outlines of a rectangle, their middle on its edges. */
export function outline(rect: Rect, weight: Pt, ink: Ink): Frame[] {
  const { x, y, width, height } = rect;
  return [
    rule({ x, y: y - weight / 2, width, height: weight }, ink),
    rule({ x, y: bottom(rect) - weight / 2, width, height: weight }, ink),
    rule({ x: x - weight / 2, y, width: weight, height }, ink),
    rule({ x: right(rect) - weight / 2, y, width: weight, height }, ink),
  ];
}

function rule(rect: Rect, ink: Ink): Frame {
  return { kind: "rule", role: "box", rect, ink };
}

export function millimetres(length: Pt): string {
  return String(Number(toMm(length).toFixed(1)));
}

import type { Pt, Rect } from "../base/index.ts";
import type { Ink } from "../template/index.ts";
import type { Frame, Page, PlacedLine, TextFrame, TextRole } from "./page.ts";

/** What the eye is to find at once: how far a line's word spaces are from normal, and rows that stay empty. */
export const FIT_INKS = {
  wide: { c: 0, m: 0.05, y: 0.5, k: 0 },
  wider: { c: 0, m: 0.4, y: 0.6, k: 0 },
  tight: { c: 0.25, m: 0.2, y: 0, k: 0 },
  empty: { c: 0, m: 0.25, y: 0.12, k: 0 },
} as const satisfies Readonly<Record<string, Ink>>;

/** Word spaces as multiples of the face's own, from which a line is marked. */
export const WIDE = 1.5;
export const WIDER = 2;
export const TIGHT = 0.75;

const SET: readonly TextRole[] = ["lead", "body", "list", "boxBody"];

/** Tints below lines that are set too wide or too tight, and below rows that columns leave empty at their feet. */
export function fitMarks(page: Page): Frame[] {
  const texts = page.frames.filter((frame) => frame.kind === "text");
  const lines = texts.filter(({ role }) => SET.includes(role)).flatMap((frame) => frame.lines);
  const spaced = lines.flatMap((placed): Frame[] => {
    const ink = inkOf(placed);
    return ink === undefined ? [] : [{ kind: "tint", rect: rowRect(placed, page), ink }];
  });
  return [...spaced, ...emptyRows(page, texts).map((rect): Frame => ({ kind: "tint", rect, ink: FIT_INKS.empty }))];
}

function inkOf({ line: { wordSpace, endsWith, spaces } }: PlacedLine): Ink | undefined {
  if (endsWith === "paragraph" || spaces === 0) return undefined;
  if (wordSpace > WIDER) return FIT_INKS.wider;
  if (wordSpace > WIDE) return FIT_INKS.wide;
  return wordSpace < TIGHT ? FIT_INKS.tight : undefined;
}

function rowRect({ x, baseline, line }: PlacedLine, { grid }: Page): Rect {
  const height = grid.leading;
  const indent = Math.max(0, line.inset);
  return { x: x + indent, y: baseline - height * 0.78, width: line.measure - indent, height };
}

/** From the last line of each of the article's columns to the depth of the deepest, where nothing else stands. */
function emptyRows({ frames, grid }: Page, texts: readonly TextFrame[]): Rect[] {
  const feet = new Map<number, number>();
  for (const { column, lines } of texts) {
    if (column === undefined) continue;
    for (const { row = 0 } of lines) feet.set(column, Math.max(feet.get(column) ?? 0, row));
  }
  const deepest = Math.max(...feet.values());
  return [...feet].flatMap(([column, foot]) => {
    const rows = deepest - foot;
    const y: Pt = grid.first + foot * grid.leading + grid.leading * 0.22;
    const rect = { x: grid.columns[column] ?? 0, y, width: grid.columnWidth, height: rows * grid.leading };
    const taken = frames.some((frame) => frame.kind !== "tint" && overlap(frame.rect, rect));
    return rows < 1 || taken ? [] : [rect];
  });
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;
}

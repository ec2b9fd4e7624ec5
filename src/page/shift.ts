import type { Pt, Rect } from "../base/index.ts";
import type { Frame, PlacedLine } from "./page.ts";

/** Lines moved on the page, by points. */
export function shiftLines(lines: readonly PlacedLine[], x: Pt, y: Pt): PlacedLine[] {
  return lines.map((line) => ({ ...line, x: line.x + x, baseline: line.baseline + y }));
}

/** A frame with all that is in it moved on the page, by points. */
export function shiftFrame(frame: Frame, x: Pt, y: Pt): Frame {
  const rect = shiftRect(frame.rect, x, y);
  if (frame.kind === "text") return { ...frame, rect, lines: shiftLines(frame.lines, x, y) };
  if (frame.kind !== "picture" || frame.image === undefined) return { ...frame, rect };
  return { ...frame, rect, image: { ...frame.image, rect: shiftRect(frame.image.rect, x, y) } };
}

function shiftRect(rect: Rect, x: Pt, y: Pt): Rect {
  return { ...rect, x: rect.x + x, y: rect.y + y };
}

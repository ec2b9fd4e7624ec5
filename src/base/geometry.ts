import type { Pt } from "./units.ts";

/**
 * A rectangle in points. The origin is the top left corner of the trimmed page and y grows downwards,
 * as on a make-up sheet; the PDF writer alone turns it round.
 */
export interface Rect {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

export const right = (rect: Rect): Pt => rect.x + rect.width;
export const bottom = (rect: Rect): Pt => rect.y + rect.height;

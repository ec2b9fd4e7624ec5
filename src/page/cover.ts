import type { Rect } from "../base/index.ts";
import type { PixelSize } from "./picture-block.ts";

/** The middle: what stays in view when nobody says what matters. */
const CENTRE = { x: 0.5, y: 0.5 };

/**
 * Where an image lies behind a window so that it covers it wholly, as large as needed and no larger, with its focal
 * point (fractions from the top left) as near to the window's middle as the image's edges allow.
 */
export function coverWindow(pixels: PixelSize, window: Rect, focalPoint = CENTRE): Rect {
  const scale = Math.max(window.width / pixels.width, window.height / pixels.height);
  const width = pixels.width * scale;
  const height = pixels.height * scale;
  return {
    x: window.x + edge(window.width, width, focalPoint.x),
    y: window.y + edge(window.height, height, focalPoint.y),
    width,
    height,
  };
}

/** Offset of the image's edge from the window's: never positive, never so far that the other edge shows. */
function edge(window: number, image: number, focus: number): number {
  return Math.min(0, Math.max(window - image, window / 2 - focus * image));
}

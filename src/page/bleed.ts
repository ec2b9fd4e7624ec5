import { bottom, right, type Pt, type Rect } from "../base/index.ts";
import type { Frame, Page, PictureFrame } from "./page.ts";

/**
 * A page with bleed: its bleed box, and every picture, tint and rule that reaches the trim drawn out to the bleed's edge, so
 * that no paper shows where the knife goes a little astray. Text and places stay as they are.
 */
export function bleedPage(page: Page, bleed: Pt): Page {
  const { x, y, width, height } = page.trim;
  const box = { x: x - bleed, y: y - bleed, width: width + 2 * bleed, height: height + 2 * bleed };
  return { ...page, bleed: box, frames: page.frames.map((frame) => bleedFrame(frame, page.trim, box)) };
}

function bleedFrame(frame: Frame, trim: Rect, bleed: Rect): Frame {
  if (frame.kind === "text") return frame;
  const rect = drawnOut(frame.rect, trim, bleed);
  return frame.kind === "picture" ? bleedPicture(frame, rect) : { ...frame, rect };
}

/** What is nearer to the trim than this touches it. */
const TOUCHING: Pt = 0.01;

function drawnOut(rect: Rect, trim: Rect, bleed: Rect): Rect {
  const left = rect.x <= trim.x + TOUCHING ? bleed.x : rect.x;
  const top = rect.y <= trim.y + TOUCHING ? bleed.y : rect.y;
  const end = right(rect) >= right(trim) - TOUCHING ? right(bleed) : right(rect);
  const foot = bottom(rect) >= bottom(trim) - TOUCHING ? bottom(bleed) : bottom(rect);
  return { x: left, y: top, width: end - left, height: foot - top };
}

/** The window grows; the image behind it grows only where what its crop has hidden does not suffice, about the same middle. */
function bleedPicture(frame: PictureFrame, window: Rect): PictureFrame {
  if (frame.image === undefined) return { ...frame, rect: window };
  const { rect, path } = frame.image;
  const scale = Math.max(1, window.width / rect.width, window.height / rect.height);
  const middle = { x: frame.rect.x + frame.rect.width / 2, y: frame.rect.y + frame.rect.height / 2 };
  const [width, height] = [rect.width * scale, rect.height * scale];
  const image = {
    x: covering(middle.x + (rect.x - middle.x) * scale, width, window.x, window.width),
    y: covering(middle.y + (rect.y - middle.y) * scale, height, window.y, window.height),
    width,
    height,
  };
  return { ...frame, rect: window, image: { path, rect: image } };
}

/** Where an image begins so that it covers a window, as near as may be to where it was. */
function covering(start: Pt, length: Pt, from: Pt, window: Pt): Pt {
  return Math.min(from, Math.max(start, from + window - length));
}

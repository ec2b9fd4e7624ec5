import { toMm } from "../base/index.ts";
import type { Box } from "./content/index.ts";
import { placeSeen, type PageFacts, type PlaceMm } from "./page-facts.ts";

/** A page as it goes onto the plates: C, M, Y and K of a pixel one behind the other, 255 for solid; rows from the top. */
export interface Raster {
  readonly cmyk: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What of the page it shows: all of it, or what the CropBox leaves. */
  readonly shows: "MediaBox" | "CropBox";
}

/** Renders a page, counted from 1, at so many pixels to the inch; a string says why that is not possible. */
export type PlateMaker = (page: number, ppi: number) => Raster | string;

/** The ink of a page, measured within its bleed. */
export interface PageInk {
  /** Percent of all inks together where it is most, in a square of about a millimetre. */
  readonly most: number;
  readonly place: PlaceMm;
  /** Share of the page above the limit, 0 to 1. */
  readonly above: number;
  /** Plates that carry any ink. */
  readonly plates: readonly string[];
}

/** Enough to see a square millimetre as several pixels. */
const PPI = 100;
const MOST_PIXELS = 12_000_000;
const INCH = 72;
const PLATES = ["C", "M", "Y", "K"];

/** At how many pixels to the inch a page is measured: fewer, where it is very large. */
export function measuringPpi({ media, unit }: PageFacts): number {
  const area = ((media.right - media.left) * (media.top - media.bottom) * unit * unit) / (INCH * INCH);
  return Math.max(1, Math.floor(Math.min(PPI, Math.sqrt(MOST_PIXELS / Math.max(area, 1e-6)))));
}

interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Measures the ink on a page in squares of about a millimetre: what is smaller the press does not see, and the noise of
 * JPEGs is not counted. Undefined when nothing of the bleed is on the raster.
 */
export function measureInk(raster: Raster, page: PageFacts, limit: number): PageInk | undefined {
  const shown = raster.shows === "MediaBox" ? page.media : page.crop;
  const window = pixelsOf(raster, page, shown, page.bleed);
  const side = Math.max(1, Math.round(pixelsPerPoint(raster, page, shown) * (INCH / 25.4)));
  let [most, mostX, mostY, above, squares] = [-1, 0, 0, 0, 0];
  const carried = [0, 0, 0, 0];
  for (let y = window.top; y < window.bottom; y += side)
    for (let x = window.left; x < window.right; x += side) {
      const square = {
        left: x,
        top: y,
        right: Math.min(x + side, window.right),
        bottom: Math.min(y + side, window.bottom),
      };
      const ink = meanInk(raster, square, carried);
      squares += 1;
      if (ink > limit) above += 1;
      if (ink > most) [most, mostX, mostY] = [ink, x, y];
    }
  if (squares === 0) return undefined;
  return {
    most,
    place: placeOfPixels(raster, page, shown, { left: mostX, top: mostY, right: mostX + side, bottom: mostY + side }),
    above: above / squares,
    plates: PLATES.filter((_, index) => (carried[index] ?? 0) > 0),
  };
}

/** Percent of all inks in a square, on average; notes which plates carry any. */
function meanInk({ cmyk, width }: Raster, { left, top, right, bottom }: Window, carried: number[]): number {
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    const end = (y * width + right) * 4;
    for (let at = (y * width + left) * 4; at < end; at++) {
      const ink = cmyk[at] ?? 0;
      if (ink === 0) continue;
      sum += ink;
      carried[at & 3] = 1;
    }
  }
  return (sum * 100) / 255 / ((right - left) * (bottom - top));
}

function pixelsPerPoint({ width }: Raster, { rotation }: PageFacts, shown: Box): number {
  const side = rotation % 180 === 0 ? shown.right - shown.left : shown.top - shown.bottom;
  return width / side;
}

/** The pixels that an area covers, all those that it touches by more than half. */
function pixelsOf(raster: Raster, page: PageFacts, shown: Box, area: Box): Window {
  const scale = pixelsPerPoint(raster, page, shown);
  const [x, y, width, height] = placeSeen(shown, area, page.rotation);
  const within = (pixel: number, most: number): number => Math.max(0, Math.min(most, Math.round(pixel)));
  return {
    left: within(x * scale, raster.width),
    top: within(y * scale, raster.height),
    right: within((x + width) * scale, raster.width),
    bottom: within((y + height) * scale, raster.height),
  };
}

function placeOfPixels(raster: Raster, page: PageFacts, shown: Box, { left, top, right, bottom }: Window): PlaceMm {
  const scale = pixelsPerPoint(raster, page, shown);
  const [x, y] = placeSeen(shown, page.trim, page.rotation);
  const millimetres = (points: number): number => Number(toMm(points * page.unit).toFixed(1));
  return {
    x: millimetres(left / scale - x),
    y: millimetres(top / scale - y),
    width: millimetres((right - left) / scale),
    height: millimetres((bottom - top) / scale),
  };
}

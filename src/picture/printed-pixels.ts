import type { Pt } from "../base/index.ts";
import type { Crop, PixelRect } from "./pixel-crop.ts";

/** How many pixels are printed of a part of a picture. */
export interface PrintedPixels {
  readonly width: number;
  readonly height: number;
  /** Pixels to the inch that this makes. */
  readonly ppi: number;
  /** The part as fractions of the whole. */
  readonly crop: Crop;
}

/** Where the part is printed: which crop of which whole was wanted in which size. */
export interface Printing {
  readonly crop: Crop;
  readonly size: { readonly width: Pt; readonly height: Pt };
  readonly whole: { readonly width: number; readonly height: number };
}

const POINTS_PER_INCH = 72;

/** The pixels of a part at its printed size: all of them, or as many as `most` to the inch; never more than there are. */
export function printedPixels(part: PixelRect, { crop, size, whole }: Printing, most: number): PrintedPixels {
  const across = (crop.width * whole.width * POINTS_PER_INCH) / size.width;
  const down = (crop.height * whole.height * POINTS_PER_INCH) / size.height;
  // A picture is hardly ever stretched; where it is, the side with fewer pixels to the inch decides.
  const ppi = Math.min(across, down);
  const scale = ppi > most ? most / ppi : 1;
  return {
    width: Math.max(1, Math.round(part.width * scale)),
    height: Math.max(1, Math.round(part.height * scale)),
    ppi: ppi * scale,
    crop: {
      x: part.x / whole.width,
      y: part.y / whole.height,
      width: part.width / whole.width,
      height: part.height / whole.height,
    },
  };
}

import type { PixelRect } from "./pixel-crop.ts";
import type { Raster } from "./raster.ts";

/** How the stored rows and columns are to be seen, as EXIF counts (2.32, 4.6.4): 1 is as stored, from 5 on it lies on its side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The number as an orientation; what EXIF does not know is 1. */
export function orientationOf(noted: number | undefined): Orientation {
  return isOrientation(noted) ? noted : 1;
}

function isOrientation(noted: number | undefined): noted is Orientation {
  return noted !== undefined && Number.isInteger(noted) && noted >= 1 && noted <= 8;
}

/** Whether columns are stored as rows. */
export function liesOnSide(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** Where a rectangle of the picture as it is seen lies in the stored pixels; `seen` is the size of the whole as it is seen. */
export function storedRect(
  rect: PixelRect,
  seen: { readonly width: number; readonly height: number },
  orientation: Orientation,
): PixelRect {
  const { swaps, mirrored, inverted } = STEPS[orientation];
  const x = mirrored ? seen.width - rect.x - rect.width : rect.x;
  const y = inverted ? seen.height - rect.y - rect.height : rect.y;
  const { width, height } = rect;
  return swaps ? { x: y, y: x, width: height, height: width } : { x, y, width, height };
}

/** Stored pixels as they are to be seen. */
export function turnUpright(stored: Raster, orientation: Orientation): Raster {
  if (orientation === 1) return stored;
  const { swaps, mirrored, inverted } = STEPS[orientation];
  const { channels } = stored;
  const [width, height] = swaps ? [stored.height, stored.width] : [stored.width, stored.height];
  const data = new Uint8Array(stored.data.length);
  let to = 0;
  for (let v = 0; v < height; v++) {
    const y = inverted ? height - 1 - v : v;
    for (let u = 0; u < width; u++) {
      const x = mirrored ? width - 1 - u : u;
      const from = (swaps ? x * stored.width + y : y * stored.width + x) * channels;
      for (let channel = 0; channel < channels; channel++) data[to++] = stored.data[from + channel] ?? 0;
    }
  }
  return { width, height, channels, data };
}

interface Steps {
  /** From seen to stored: mirrored left to right, then top to bottom, then rows and columns exchanged. */
  readonly mirrored: boolean;
  readonly inverted: boolean;
  readonly swaps: boolean;
}

const STEPS: Readonly<Record<Orientation, Steps>> = {
  1: { mirrored: false, inverted: false, swaps: false },
  2: { mirrored: true, inverted: false, swaps: false },
  3: { mirrored: true, inverted: true, swaps: false },
  4: { mirrored: false, inverted: true, swaps: false },
  5: { mirrored: false, inverted: false, swaps: true },
  6: { mirrored: true, inverted: false, swaps: true },
  7: { mirrored: true, inverted: true, swaps: true },
  8: { mirrored: false, inverted: true, swaps: true },
};

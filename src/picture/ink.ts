import type { Raster } from "./raster.ts";

/** Percent of a plate in one step of an 8-bit sample. */
export const STEP = 100 / 255;

/** Side of the blocks that JPEG codes each for itself (ISO/IEC 10918-1, A.1); without subsampling it is the same in all plates. */
const BLOCK = 8;

/** Percent of all inks together that each block of a picture may have at most, blocks in rows from the top left. */
export interface InkCaps {
  readonly across: number;
  readonly caps: Float64Array;
}

/** The same cap for all blocks of a picture. */
export function evenCaps({ width, height }: Raster, percent: number): InkCaps {
  const across = Math.ceil(width / BLOCK);
  return { across, caps: new Float64Array(across * Math.ceil(height / BLOCK)).fill(percent) };
}

/** The most ink that a pixel of a CMYK picture has, in percent of C, M, Y and K together. */
export function mostInk({ data }: Raster): number {
  let most = 0;
  for (let at = 0; at + 3 < data.length; at += 4) most = Math.max(most, sumAt(data, at));
  return most * STEP;
}

/**
 * A CMYK picture in which no pixel has more ink than its block's cap: cyan, magenta and yellow give way in proportion,
 * which keeps the hue, and black stays, which keeps the drawing.
 */
export function limitInk(picture: Raster, { across, caps }: InkCaps): Raster {
  const data = picture.data.slice();
  for (let y = 0, at = 0; y < picture.height; y++) {
    const row = Math.floor(y / BLOCK) * across;
    for (let x = 0; x < picture.width; x++, at += 4) {
      const cap = (caps[row + Math.floor(x / BLOCK)] ?? 0) / STEP;
      if (sumAt(data, at) > cap) reduce(data, at, cap);
    }
  }
  return { ...picture, data };
}

/**
 * Lower caps for the blocks of a picture that have more than `most` percent as they came out of the JPEG: what went in, less
 * the excess. Undefined when there are none.
 */
export function lowerCaps(
  coded: Raster,
  decoded: Raster,
  { across, caps }: InkCaps,
  most: number,
): InkCaps | undefined {
  const out = blockPeaks(decoded, across, caps.length);
  if (out.every((peak) => peak <= most)) return undefined;
  const into = blockPeaks(coded, across, caps.length);
  const lower = caps.map((cap, block) => {
    const excess = (out[block] ?? 0) - most;
    // Less than the excess is no help: the next coding rounds anew.
    return excess > 0 ? (into[block] ?? 0) - excess - STEP : cap;
  });
  return { across, caps: lower };
}

/** The most ink in each block, in percent. */
function blockPeaks({ width, height, data }: Raster, across: number, blocks: number): Float64Array {
  const peaks = new Float64Array(blocks);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / BLOCK) * across;
    for (let x = 0; x < width; x++, at += 4) {
      const block = row + Math.floor(x / BLOCK);
      peaks[block] = Math.max(peaks[block] ?? 0, sumAt(data, at) * STEP);
    }
  }
  return peaks;
}

function sumAt(data: Uint8Array, at: number): number {
  return (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) + (data[at + 3] ?? 0);
}

function reduce(data: Uint8Array, at: number, cap: number): void {
  const black = data[at + 3] ?? 0;
  const colours = sumAt(data, at) - black;
  const share = colours === 0 ? 0 : Math.max(0, cap - black) / colours;
  for (let plate = at; plate < at + 3; plate++) data[plate] = Math.floor((data[plate] ?? 0) * share);
}

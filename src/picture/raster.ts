import type { OutputInfo } from "sharp";

/** Pixels in rows from the top left, 8 bits to a sample, the samples of a pixel side by side. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

/** What the library hands out as raw samples. */
export function rasterOf({ data, info }: { readonly data: Uint8Array; readonly info: OutputInfo }): Raster {
  const { width, height, channels } = info;
  return { width, height, channels, data: plainBytes(data) };
}

/** Node's buffers without what sets them apart: their `slice` shares the bytes where everybody expects a copy. */
export function plainBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Pixels in rows from the top left, 8 bits to a sample, the samples of a pixel side by side. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

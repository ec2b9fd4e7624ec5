import type { Raster } from "./raster.ts";

const ENTRIES = 10;
const DIRECTORY = 8;
/** Four depths follow the directory, then the samples. */
const DEPTHS = DIRECTORY + 2 + ENTRIES * 12 + 4;
const SAMPLES = DEPTHS + 8;

/**
 * CMYK pixels as an uncompressed TIFF (TIFF 6.0, section 16), the one form in which they can be handed to sharp: it takes raw
 * samples of four channels for RGB with transparency.
 */
export function cmykTiff({ width, height, data }: Raster): Uint8Array {
  const bytes = new Uint8Array(SAMPLES + data.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, DIRECTORY]);
  view.setUint16(DIRECTORY, ENTRIES, true);
  const fields: readonly (readonly [tag: number, type: 3 | 4, count: number, value: number])[] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 4, DEPTHS],
    [259, 3, 1, 1], // not compressed
    [262, 3, 1, 5], // separated
    [273, 4, 1, SAMPLES],
    [277, 3, 1, 4], // samples to a pixel
    [278, 4, 1, height],
    [279, 4, 1, data.length],
    [284, 3, 1, 1], // side by side
  ];
  fields.forEach(([tag, type, count, value], index) => {
    const at = DIRECTORY + 2 + 12 * index;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    // Little-endian, a short in a field of four bytes is the same as a long.
    view.setUint32(at + 8, value, true);
  });
  for (let plate = 0; plate < 4; plate++) view.setUint16(DEPTHS + 2 * plate, 8, true);
  bytes.set(data, SAMPLES);
  return bytes;
}

import { orientationOf, type Orientation } from "./orientation.ts";

/** The whole numbers of a TIFF's first directory by their tag (TIFF 6.0, section 2). */
export type TiffDirectory = ReadonlyMap<number, readonly number[]>;

/** Bytes, shorts and longs: what sizes and places are written in. */
const SIZES: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4 };

/** Reads the first directory of a TIFF; undefined when it is not there. Entries that point outside the bytes are left out. */
export function readTiffDirectory(bytes: Uint8Array): TiffDirectory | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const start = view.getUint32(4, little);
  if (view.getUint16(2, little) !== 42 || start + 2 > bytes.length) return undefined;
  const count = view.getUint16(start, little);
  if (start + 2 + 12 * count > bytes.length) return undefined;
  const entries = Array.from({ length: count }, (_, index) => readEntry(view, start + 2 + 12 * index, little));
  return new Map(entries.flatMap((entry) => entry ?? []));
}

function readEntry(view: DataView, at: number, little: boolean): [[number, readonly number[]]] | undefined {
  const size = SIZES[view.getUint16(at + 2, little)];
  const count = view.getUint32(at + 4, little);
  if (size === undefined) return undefined;
  // Four bytes or fewer stand in the entry itself.
  const from = size * count <= 4 ? at + 8 : view.getUint32(at + 8, little);
  if (from + size * count > view.byteLength) return undefined;
  const numberAt = (place: number): number => {
    if (size === 1) return view.getUint8(place);
    return size === 2 ? view.getUint16(place, little) : view.getUint32(place, little);
  };
  return [[view.getUint16(at, little), Array.from({ length: count }, (_, index) => numberAt(from + index * size))]];
}

/** The orientation that EXIF data note; they are a TIFF without a picture (EXIF 2.32, 4.5.2). */
export function exifOrientation(exif: Uint8Array): Orientation {
  return orientationOf(readTiffDirectory(exif)?.get(ORIENTATION)?.[0]);
}

export const ORIENTATION = 274;

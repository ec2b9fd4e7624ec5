import { orientationOf, type Orientation } from "./orientation.ts";

/** The whole numbers of a TIFF's first directory by their tag (TIFF 6.0, section 2). */
export type TiffDirectory = ReadonlyMap<number, readonly number[]>;

/** Bytes, shorts and longs: what sizes and places are written in. */
const SIZES: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4 };

/**
 * Reads the fields with these tags in the first directory of a TIFF; undefined when it is not there. Fields that point outside
 * the bytes are left out. No others are read, and each once: a small file could claim thousands of fields as long as itself.
 */
export function readTiffDirectory(bytes: Uint8Array, tags: readonly number[]): TiffDirectory | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const start = view.getUint32(4, little);
  if (view.getUint16(2, little) !== 42 || start + 2 > bytes.length) return undefined;
  const count = view.getUint16(start, little);
  if (start + 2 + 12 * count > bytes.length) return undefined;
  const directory = new Map<number, readonly number[]>();
  for (let at = start + 2; at < start + 2 + 12 * count; at += 12) {
    const tag = view.getUint16(at, little);
    if (!tags.includes(tag) || directory.has(tag)) continue;
    directory.set(tag, readField(view, at, little));
  }
  return directory;
}

/** The numbers of a field; none when it is of another type or lies outside. */
function readField(view: DataView, at: number, little: boolean): readonly number[] {
  const size = SIZES[view.getUint16(at + 2, little)];
  const count = view.getUint32(at + 4, little);
  if (size === undefined) return [];
  // Four bytes or fewer stand in the entry itself.
  const from = size * count <= 4 ? at + 8 : view.getUint32(at + 8, little);
  if (from + size * count > view.byteLength) return [];
  const numberAt = (place: number): number => {
    if (size === 1) return view.getUint8(place);
    return size === 2 ? view.getUint16(place, little) : view.getUint32(place, little);
  };
  return Array.from({ length: count }, (_, index) => numberAt(from + index * size));
}

/** The orientation that EXIF data note; they are a TIFF without a picture (EXIF 2.32, 4.5.2). */
export function exifOrientation(exif: Uint8Array): Orientation {
  return orientationOf(readTiffDirectory(exif, [ORIENTATION])?.get(ORIENTATION)?.[0]);
}

export const ORIENTATION = 274;

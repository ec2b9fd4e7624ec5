import { CUT_OFF, type Reading } from "./facts.ts";
import { latin1 } from "./kind.ts";
import { exifOrientation } from "./tiff-directory.ts";

const ANIMATED = 0x02;
const ALPHA = 0x10;

/** Walks the chunks of a WebP (RFC 9649) to its end. */
export function readWebp(bytes: Uint8Array): Reading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20) return CUT_OFF;
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return CUT_OFF;
  const chunks = chunksOf(bytes, view, end);
  if (chunks === undefined) return CUT_OFF;
  const extended = chunks.get("VP8X");
  const flags = extended?.[0] ?? 0;
  if (flags & ANIMATED) return "is an animation";
  const size = sizeOf(chunks);
  if (size === undefined) return "has no picture in it that can be read";
  const exif = chunks.get("EXIF");
  const lossless = chunks.get("VP8L");
  return {
    ...size,
    orientation: exif === undefined ? 1 : exifOrientation(withoutName(exif)),
    colour: "rgb",
    depth: 8,
    bilevel: false,
    alpha: (flags & ALPHA) !== 0 || chunks.has("ALPH") || ((lossless?.[4] ?? 0) & 0x10) !== 0,
    inverted: false,
  };
}

/** The first chunk of each kind; undefined when one sticks out of the file. */
function chunksOf(bytes: Uint8Array, view: DataView, end: number): Map<string, Uint8Array> | undefined {
  const chunks = new Map<string, Uint8Array>();
  let at = 12;
  while (at + 8 <= end) {
    const name = latin1(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > end) return undefined;
    if (!chunks.has(name)) chunks.set(name, bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length & 1);
  }
  return chunks;
}

/** Pixels as the coded picture itself says, lossy (RFC 6386, 9.1) or lossless (RFC 9649, 3.4). */
function sizeOf(chunks: ReadonlyMap<string, Uint8Array>): { width: number; height: number } | undefined {
  const lossy = chunks.get("VP8 ");
  if (lossy !== undefined && lossy.length >= 10) {
    const [low = 0, high = 0, lower = 0, higher = 0] = lossy.subarray(6, 10);
    return { width: low | ((high & 0x3f) << 8), height: lower | ((higher & 0x3f) << 8) };
  }
  const lossless = chunks.get("VP8L");
  if (lossless === undefined || lossless.length < 5 || lossless[0] !== 0x2f) return undefined;
  const [first = 0, second = 0, third = 0, fourth = 0] = lossless.subarray(1, 5);
  return {
    width: 1 + (first | ((second & 0x3f) << 8)),
    height: 1 + ((second >> 6) | (third << 2) | ((fourth & 0x0f) << 10)),
  };
}

/** Some programs write the name of JPEG's segment before the data. */
function withoutName(exif: Uint8Array): Uint8Array {
  return latin1(exif, 0, 6) === "Exif\0\0" ? exif.subarray(6) : exif;
}

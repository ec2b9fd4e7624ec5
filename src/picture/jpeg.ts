import { CUT_OFF, type Facts, type Reading } from "./facts.ts";
import { latin1 } from "./kind.ts";
import { exifOrientation } from "./tiff-directory.ts";
import type { Orientation } from "./orientation.ts";

const SCAN = 0xda;
const END = 0xd9;
const EXIF = 0xe1;
const ADOBE = 0xee;
/** Baseline, extended and progressive DCT: what all programs write. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Lossless, hierarchical and arithmetic coding: others. C4, C8 and CC are no frames. */
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

/** A JPEG whose picture takes more passes than any program writes keeps a decoder busy for minutes. */
const MOST_SCANS = 100;

interface Found {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Adobe's programs write CMYK the wrong way round and leave their mark (APP14), by which it is known. */
  readonly adobe: boolean;
  readonly orientation: Orientation;
  readonly scans: number;
}

/**
 * Walks the segments of a JPEG (ISO/IEC 10918-1, annex B) to its end. A fault when it breaks off before, or is of a
 * kind that is hardly ever met in print: not 8 bits deep, or coded otherwise than by DCT and Huffman.
 */
export function readJpeg(bytes: Uint8Array): Reading {
  let found: Found = { width: 0, height: 0, components: 0, adobe: false, orientation: 1, scans: 0 };
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return "is damaged: a segment is not where the one before ends";
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return factsOf(found);
    // A marker may be led by any number of FF.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) return "is damaged: a segment has no length";
    const read = readSegment(marker, bytes.subarray(at + 4, at + 2 + length), found);
    if (typeof read === "string") return read;
    found = read;
    at += 2 + length;
    if (marker === SCAN) at = endOfScan(bytes, at);
  }
  return CUT_OFF;
}

function readSegment(marker: number, body: Uint8Array, found: Found): Found | string {
  if (OTHER_FRAMES.includes(marker)) return "is a JPEG coded without loss or arithmetically, which few programs read";
  if (marker === SCAN) return { ...found, scans: found.scans + 1 };
  if (marker === ADOBE) return { ...found, adobe: found.adobe || latin1(body, 0, 5) === "Adobe" };
  if (marker === EXIF && latin1(body, 0, 6) === "Exif\0\0")
    return { ...found, orientation: exifOrientation(body.subarray(6)) };
  if (!FRAMES.includes(marker)) return found;
  const [depth = 0, high = 0, low = 0, wide = 0, narrow = 0, components = 0] = body;
  if (depth !== 8) return `is a JPEG with ${depth} bits to a sample, which few programs read`;
  return { ...found, components, width: (wide << 8) | narrow, height: (high << 8) | low };
}

function factsOf({ components, adobe, scans, ...size }: Found): Reading {
  const colour = COLOURS[components];
  if (colour === undefined || scans === 0) return "is damaged: it has no picture that can be read";
  if (scans > MOST_SCANS) return `comes in ${scans} passes, more than any program writes`;
  const [depth, bilevel, alpha] = [8, false, false];
  return { ...size, colour, depth, bilevel, alpha, inverted: components === 4 && adobe };
}

const COLOURS: Readonly<Record<number, Facts["colour"]>> = { 1: "gray", 3: "rgb", 4: "cmyk" };

/** The next marker behind coded data, where FF stands only before 00 (stuffed) and before restart markers. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** What a JPEG's markers say of its colours. */
export interface JpegFacts {
  readonly components: 1 | 3 | 4;
  /** Adobe's programs write CMYK the wrong way round and leave their mark (APP14), by which it is known. */
  readonly adobe: boolean;
}

const SCAN = 0xda;
const END = 0xd9;
const ADOBE = 0xee;
/** Baseline, extended and progressive DCT: what PDF's DCTDecode takes (ISO 32000-1, 7.4.8). */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Lossless, hierarchical and arithmetic coding: what it does not take. C4, C8 and CC are no frames. */
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

/**
 * Walks the segments of a JPEG (ISO/IEC 10918-1, annex B) to its end. Undefined when it breaks off before, or is of a
 * kind that cannot be printed from a PDF: not 8 bits deep, or coded otherwise than by DCT and Huffman.
 */
export function readJpeg(bytes: Uint8Array): JpegFacts | undefined {
  let components: number | undefined;
  let scanned = false;
  let adobe = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return scanned && isCount(components) ? { components, adobe } : undefined;
    // A marker may be led by any number of FF.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const body = at + 4;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || OTHER_FRAMES.includes(marker)) return undefined;
    if (FRAMES.includes(marker)) {
      if (bytes[body] !== 8) return undefined;
      components = bytes[body + 5];
    }
    if (marker === ADOBE) adobe ||= startsWithAdobe(bytes, body);
    at += 2 + length;
    if (marker === SCAN) {
      scanned = true;
      at = endOfScan(bytes, at);
    }
  }
  return undefined;
}

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

function isCount(components: number | undefined): components is JpegFacts["components"] {
  return components === 1 || components === 3 || components === 4;
}

function startsWithAdobe(bytes: Uint8Array, from: number): boolean {
  return [..."Adobe"].every((letter, index) => bytes[from + index] === letter.charCodeAt(0));
}

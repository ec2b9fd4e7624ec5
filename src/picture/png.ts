/** What a PNG's header says of its samples (PNG, third edition, 11.2.1). */
export interface PngFacts {
  readonly gray: boolean;
}

const GRAY = 0;
const RGB = 2;
const PALETTE = 3;
const GRAY_ALPHA = 4;

/** Chunks that change what is printed; others may be damaged without harm. */
const NEEDED = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

/**
 * Walks the chunks of a PNG to its end. Undefined when it breaks off before, when a chunk does not agree with its
 * checksum, or when it is of a kind that the embedding would get wrong.
 */
export function readPng(bytes: Uint8Array): PngFacts | undefined {
  const chunks = readChunks(bytes);
  const header = chunks?.find(({ type }) => type === "IHDR");
  if (chunks === undefined || header === undefined || !chunks.some(({ type }) => type === "IDAT")) return undefined;
  const [depth = 0, colour = 0, , , interlace = 0] = bytes.subarray(header.start + 8, header.end);
  const palette = chunks.find(({ type }) => type === "PLTE");
  const entries = palette === undefined ? 0 : (palette.end - palette.start) / 3;
  const transparent = chunks.some(({ type }) => type === "tRNS");
  if (embedsWrongly({ depth, colour, interlaced: interlace !== 0, entries, transparent })) return undefined;
  return { gray: colour === GRAY || colour === GRAY_ALPHA };
}

interface Kind {
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
  /** Colours of the palette. */
  readonly entries: number;
  readonly transparent: boolean;
}

/** The rare kinds that pdfkit's reader takes for others: it would print them with wrong colours, or not at all. */
function embedsWrongly({ depth, colour, interlaced, entries, transparent }: Kind): boolean {
  if (colour === PALETTE ? entries === 0 : entries > 0) return true;
  if (interlaced && depth < 8) return true;
  // It reads a single transparent colour from the wrong bytes, and a palette's transparency one entry short.
  if (transparent && (colour === GRAY || colour === RGB)) return true;
  return transparent && (depth < 8 || entries > 255);
}

interface Chunk {
  readonly type: string;
  /** Half-open range of its data. */
  readonly start: number;
  readonly end: number;
}

function readChunks(bytes: Uint8Array): Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const start = at + 8;
    const end = start + view.getUint32(at);
    if (end + 4 > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, start));
    if (NEEDED.includes(type) && checksum(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return undefined;
    chunks.push({ type, start, end });
    if (type === "IEND") return chunks;
    at = end + 4;
  }
  return undefined;
}

/** CRC-32 as PNG has it (annex D): a table of the remainders of single bytes. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (REMAINDERS[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

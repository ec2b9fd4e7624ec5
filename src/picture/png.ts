import { CUT_OFF, type Reading } from "./facts.ts";
import { latin1 } from "./kind.ts";
import { exifOrientation } from "./tiff-directory.ts";

const GRAY = 0;
const RGB = 2;
const PALETTE = 3;
const GRAY_ALPHA = 4;
const RGB_ALPHA = 6;

/** The depths that each colour type has (PNG, third edition, table 12). */
const KINDS: Readonly<Record<number, readonly number[]>> = {
  [GRAY]: [1, 2, 4, 8, 16],
  [RGB]: [8, 16],
  [PALETTE]: [1, 2, 4, 8],
  [GRAY_ALPHA]: [8, 16],
  [RGB_ALPHA]: [8, 16],
};

/** Chunks that change what is printed; others may be damaged without harm. */
const NEEDED = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

/** Walks the chunks of a PNG (PNG, third edition, 5.3) to its end, and holds those that matter against their checksums. */
export function readPng(bytes: Uint8Array): Reading {
  const chunks = readChunks(bytes);
  if (typeof chunks === "string") return chunks;
  const dataOf = (type: string): Uint8Array | undefined => {
    const chunk = chunks.find((one) => one.type === type);
    return chunk && bytes.subarray(chunk.start, chunk.end);
  };
  const [header, palette, exif] = [dataOf("IHDR"), dataOf("PLTE"), dataOf("eXIf")];
  if (header?.length !== 13 || dataOf("IDAT") === undefined) return "is damaged: it has no picture that can be read";
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const [depth = 0, colour = 0] = header.subarray(8);
  if (!KINDS[colour]?.includes(depth)) return "is damaged: it is of a kind that does not exist";
  if (colour === PALETTE && palette === undefined) return "is damaged: its palette is missing";
  const alpha = colour === GRAY_ALPHA || colour === RGB_ALPHA || dataOf("tRNS") !== undefined;
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    orientation: exif === undefined ? 1 : exifOrientation(exif),
    colour: colour === GRAY || colour === GRAY_ALPHA ? "gray" : "rgb",
    depth: colour === PALETTE ? 8 : depth,
    bilevel: depth === 1 && !alpha && (colour === GRAY || isBlackAndWhite(palette)),
    alpha,
    inverted: false,
  };
}

function isBlackAndWhite(palette: Uint8Array | undefined): boolean {
  const colours = palette === undefined ? "" : palette.join(" ");
  return colours === "0 0 0 255 255 255" || colours === "255 255 255 0 0 0";
}

interface Chunk {
  readonly type: string;
  /** Half-open range of its data. */
  readonly start: number;
  readonly end: number;
}

function readChunks(bytes: Uint8Array): Chunk[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const start = at + 8;
    const end = start + view.getUint32(at);
    if (end + 4 > bytes.length) return CUT_OFF;
    const type = latin1(bytes, at + 4, 4);
    if (NEEDED.includes(type) && checksum(bytes.subarray(at + 4, end)) !== view.getUint32(end))
      return "is damaged: a checksum does not agree with its data";
    chunks.push({ type, start, end });
    if (type === "IEND") return chunks;
    at = end + 4;
  }
  return CUT_OFF;
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

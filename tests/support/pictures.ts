import { crc32, deflateSync } from "node:zlib";

/** What a made-up JPEG shall say of itself; its scan holds no picture, which nobody who reads markers notices. */
export interface JpegOrder {
  readonly width?: number;
  readonly height?: number;
  readonly components?: number;
  readonly bits?: number;
  /** The frame's marker: 0xC0 baseline, 0xC2 progressive, 0xC9 arithmetic. */
  readonly frame?: number;
  readonly adobe?: boolean;
  readonly orientation?: number;
}

export function jpeg({ width = 60, height = 40, components = 3, bits = 8, frame = 0xc0, ...more }: JpegOrder = {}) {
  const specification = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]).flat();
  const scan = Array.from({ length: components }, (_, index) => [index + 1, 0]).flat();
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...text("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...(more.orientation === undefined ? [] : segment(0xe1, [...text("Exif\0\0"), ...exif(more.orientation)])),
    ...(more.adobe === true ? segment(0xee, [...text("Adobe"), 0, 100, 0, 0, 0, 0, 0]) : []),
    ...segment(frame, [bits, ...uint16(height), ...uint16(width), components, ...specification]),
    ...segment(0xda, [components, ...scan, 0, 63, 0]),
    // Coded data with a stuffed FF, a restart marker, and an FF that fills up to the end.
    ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xff, 0xd9],
  ]);
}

/** EXIF data with nothing but the orientation. */
export function exif(orientation: number): number[] {
  const tag = [...uint16(0x0112), ...uint16(3), 0, 0, 0, 1, ...uint16(orientation), 0, 0];
  return [...text("MM"), 0, 42, 0, 0, 0, 8, ...uint16(1), ...tag, 0, 0, 0, 0];
}

function segment(marker: number, body: readonly number[]): number[] {
  return [0xff, marker, ...uint16(body.length + 2), ...body];
}

function uint16(number: number): number[] {
  return [number >> 8, number & 0xff];
}

function text(letters: string): number[] {
  return Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** What a made-up PNG shall be: by default 6 × 4 pixels of one colour, 8 bits deep. */
export interface PngOrder {
  readonly colour?: 0 | 2 | 3 | 4 | 6;
  readonly depth?: number;
  readonly interlaced?: boolean;
  readonly palette?: number;
  readonly transparency?: boolean;
  /** The samples, each row led by its filter; zeros by default. */
  readonly rows?: Uint8Array;
}

const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function png({ colour = 2, depth = 8, interlaced = false, palette = 0, transparency, rows }: PngOrder = {}) {
  const [width, height] = [6, 4];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  const samples = rows ?? new Uint8Array(height * (1 + Math.ceil((width * depth * CHANNELS[colour]) / 8)) * 2);
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk("IHDR", header),
      ...(palette > 0 ? [chunk("PLTE", Buffer.alloc(palette * 3))] : []),
      ...(transparency === true ? [chunk("tRNS", Buffer.alloc(colour === 2 ? 6 : 2))] : []),
      chunk("IDAT", deflateSync(samples)),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

/** A PNG with one chunk more behind its header. */
export function withChunk(whole: Uint8Array, type: string, data: readonly number[]): Uint8Array {
  const end = 8 + 25;
  return Uint8Array.from([...whole.subarray(0, end), ...chunk(type, Buffer.from(data)), ...whole.subarray(end)]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

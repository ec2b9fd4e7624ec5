import { latin1 } from "./reader/index.ts";

/** The header of an ICC profile (ICC.1:2010, 7.2). */
export interface IccFacts {
  readonly major: number;
  /** Device class: prtr, mntr, scnr, spac. */
  readonly deviceClass: string;
  /** Colour space: CMYK, RGB, GRAY, Lab. */
  readonly space: string;
  readonly components: number;
  readonly tags: readonly string[];
}

const HEADER = 128;
const COMPONENTS: Readonly<Record<string, number>> = { GRAY: 1, RGB: 3, Lab: 3, CMYK: 4 };

/** Reads a profile's header; a string says why it is none. */
export function readIcc(bytes: Uint8Array): IccFacts | string {
  if (bytes.length < HEADER + 4 || latin1(bytes, 36, 40) !== "acsp") return "is no ICC profile";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(0);
  if (size !== bytes.length) return `says that it has ${size} bytes, and has ${bytes.length}`;
  const space = latin1(bytes, 16, 20).trim();
  const count = Math.min(view.getUint32(HEADER), Math.floor((bytes.length - HEADER - 4) / 12), 200);
  const tags = Array.from({ length: count }, (_, index) => HEADER + 4 + 12 * index);
  return {
    major: bytes[8] ?? 0,
    deviceClass: latin1(bytes, 12, 16),
    space,
    components: COMPONENTS[space] ?? 0,
    tags: tags.map((at) => latin1(bytes, at, at + 4)),
  };
}

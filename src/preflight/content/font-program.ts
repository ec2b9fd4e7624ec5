import { startsWith } from "../reader/index.ts";

/** Type 1, also with the headers of a PFB: its program is text, and nobody here reads it. */
const TYPE_1 = ["%!", "\u0080\u0001"];
const SFNT = ["\u0000\u0001\u0000\u0000", "true", "OTTO"];
/** Name, Top DICT, String and Global Subr (CFF, Adobe Technical Note 5176, 1). */
const INDEXES = 4;
/** Tables are padded to four bytes, and some programs count the padding. */
const PADDING = 3;

/** Whether data can be the program of a font: what its header lists lies within it. */
export function isFontProgram(bytes: Uint8Array): boolean {
  if (bytes.length < 16) return false;
  if (TYPE_1.some((start) => startsWith(bytes, start, 0)) || startsWith(bytes, "ttcf", 0)) return true;
  return SFNT.some((start) => startsWith(bytes, start, 0)) ? hasItsTables(bytes) : isCff(bytes);
}

/** The tables of a TrueType or OpenType font (OpenType, “Table directory”). */
function hasItsTables(bytes: Uint8Array): boolean {
  const count = number(bytes, 4, 2);
  const entries = Array.from({ length: count }, (_, index) => 12 + 16 * index);
  return (
    count > 0 &&
    12 + 16 * count <= bytes.length &&
    entries.every((at) => {
      const [offset, length] = [number(bytes, at + 8, 4), number(bytes, at + 12, 4)];
      return length === 0 || offset + length <= bytes.length + PADDING;
    })
  );
}

function isCff(bytes: Uint8Array): boolean {
  if (bytes[0] !== 1) return false;
  let at: number | undefined = bytes[2] ?? 0;
  for (let index = 0; index < INDEXES && at !== undefined; index++) at = endOfIndex(bytes, at);
  return at !== undefined;
}

/** Where an INDEX ends (Technical Note 5176, 5); undefined when its offsets do not rise, or lead out of the data. */
function endOfIndex(bytes: Uint8Array, at: number): number | undefined {
  if (at + 2 > bytes.length) return undefined;
  const count = number(bytes, at, 2);
  if (count === 0) return at + 2;
  const size = bytes[at + 2] ?? 0;
  const data = at + 3 + (count + 1) * size - 1;
  if (size < 1 || size > 4 || data > bytes.length) return undefined;
  let last = 1;
  for (let index = 0; index <= count; index++) {
    const offset = number(bytes, at + 3 + index * size, size);
    if (offset < last) return undefined;
    last = offset;
  }
  return data + last <= bytes.length ? data + last : undefined;
}

/** An unsigned number, the highest byte first. */
function number(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index++) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

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

/** Whether the lists that a CFF program begins with, and that of its glyphs, lie within it. */
function isCff(bytes: Uint8Array): boolean {
  if (bytes[0] !== 1) return false;
  const ends = [bytes[2] ?? 0];
  for (let index = 0; index < INDEXES; index++) {
    const end = endOfIndex(bytes, ends[index] ?? 0);
    if (end === undefined) return false;
    ends.push(end);
  }
  const [, names = 0, tops = 0] = ends;
  // The Top DICT is the data of its INDEX, which holds one item.
  const header = 3 + 2 * (bytes[names + 2] ?? 0);
  const glyphs = charStringsAt(bytes.subarray(names + header, tops));
  return glyphs === undefined || endOfIndex(bytes, glyphs) !== undefined;
}

const CHAR_STRINGS = 17;
const LAST_OPERATOR = 21;
const REAL = 30;

/** Where a Top DICT says that the glyphs are (Technical Note 5176, 4 and 9); undefined when it does not. */
function charStringsAt(dict: Uint8Array): number | undefined {
  let operand: number | undefined;
  for (let at = 0; at < dict.length;) {
    const first = dict[at] ?? 0;
    if (first === CHAR_STRINGS) return operand;
    if (first <= LAST_OPERATOR) at += first === 12 ? 2 : 1;
    else if (first === REAL) {
      while (at < dict.length && ((dict[++at] ?? 0) & 0x0f) !== 0x0f);
      at++;
    } else {
      const length = first === 29 ? 5 : first === 28 ? 3 : first < 247 ? 1 : 2;
      operand = integer(dict.subarray(at, at + length));
      at += length;
    }
  }
  return undefined;
}

/** An integer of a DICT (Technical Note 5176, table 3). */
function integer(bytes: Uint8Array): number {
  const [first = 0, second = 0] = bytes;
  if (first === 28 || first === 29) return number(bytes, 1, bytes.length - 1);
  if (first < 247) return first - 139;
  return first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
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

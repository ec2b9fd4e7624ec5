/** A list of byte strings in a font program (INDEX; Adobe Technical Note 5176, 5). */
export interface CffIndex {
  readonly count: number;
  /** Where it ends. */
  readonly end: number;
  /** Empty when there is none of that number. */
  item(number: number): Uint8Array;
}

/** An entry of a DICT: operator (two-byte ones from 0x0c00), operands where they are whole numbers, and all its bytes. */
export interface DictEntry {
  readonly operator: number;
  readonly operands: readonly number[];
  readonly bytes: Uint8Array;
}

/** Operators of DICTs (Technical Note 5176, tables 9, 10 and 23). */
export const OPERATOR = {
  notice: 1,
  box: 5,
  charset: 15,
  charStrings: 17,
  private: 18,
  subrs: 19,
  copyright: 0x0c00,
  italicAngle: 0x0c02,
  ros: 0x0c1e,
  cidCount: 0x0c22,
  fdArray: 0x0c24,
  fdSelect: 0x0c25,
} as const;

/** What every program begins with. */
export interface CffStart {
  readonly top: readonly DictEntry[];
  readonly strings: CffIndex;
  readonly globalSubrs: CffIndex;
}

/** Reads what stands at the beginning of a font program of one font (Technical Note 5176, 1). */
export function readCffStart(bytes: Uint8Array): CffStart {
  const names = readIndex(bytes, bytes[2] ?? 0);
  const tops = readIndex(bytes, names.end);
  const strings = readIndex(bytes, tops.end);
  return { top: readDict(tops.item(0)), strings, globalSubrs: readIndex(bytes, strings.end) };
}

/** The operands of a DICT's entry; none when it has no such entry. */
export function operandsOf(entries: readonly DictEntry[], operator: number): readonly number[] {
  return entries.find((entry) => entry.operator === operator)?.operands ?? [];
}

export function readIndex(bytes: Uint8Array, at: number): CffIndex {
  const count = unsigned(bytes, at, 2);
  if (count === 0) return { count, end: at + 2, item: () => new Uint8Array() };
  const size = bytes[at + 2] ?? 1;
  const data = at + 3 + (count + 1) * size - 1;
  const offset = (number: number): number => data + unsigned(bytes, at + 3 + number * size, size);
  const item = (number: number): Uint8Array =>
    number >= 0 && number < count ? bytes.subarray(offset(number), offset(number + 1)) : new Uint8Array();
  return { count, end: offset(count), item };
}

/** The entries of a DICT (Technical Note 5176, 4). */
export function readDict(bytes: Uint8Array): DictEntry[] {
  const entries: DictEntry[] = [];
  let [from, at] = [0, 0];
  let operands: number[] = [];
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    if (first > 21) {
      const { value, length } = operand(bytes, at);
      operands.push(value);
      at += length;
      continue;
    }
    const operator = first === 12 ? (first << 8) | (bytes[at + 1] ?? 0) : first;
    at += first === 12 ? 2 : 1;
    entries.push({ operator, operands, bytes: bytes.subarray(from, at) });
    operands = [];
    from = at;
  }
  return entries;
}

/** A number of a DICT; of a real one only the length, for no real number leads anywhere. */
function operand(bytes: Uint8Array, at: number): { readonly value: number; readonly length: number } {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  if (first === 28) return { value: (unsigned(bytes, at + 1, 2) << 16) >> 16, length: 3 };
  if (first === 29) return { value: unsigned(bytes, at + 1, 4) | 0, length: 5 };
  if (first === 30) {
    let length = 1;
    while (((bytes[at + length] ?? 0xff) & 0x0f) !== 0x0f) length++;
    return { value: NaN, length: length + 1 };
  }
  if (first < 247) return { value: first - 139, length: 1 };
  const value = first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
  return { value, length: 2 };
}

/** The numbers of the glyphs after .notdef, from a charset of format 2 (Technical Note 5176, table 18). */
export function readCharset(bytes: Uint8Array, at: number, count: number): number[] {
  const cids: number[] = [];
  for (let range = at + 1; cids.length < count; range += 4) {
    const first = unsigned(bytes, range, 2);
    const left = unsigned(bytes, range + 2, 2);
    for (let cid = first; cid <= first + left; cid++) cids.push(cid);
  }
  return cids;
}

/** An unsigned number, the highest byte first. */
function unsigned(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let place = 0; place < size; place++) value = value * 256 + (bytes[at + place] ?? 0);
  return value;
}

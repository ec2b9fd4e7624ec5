/** What a font program holds beside its glyphs. */
export interface CffFrame {
  /** PostScript name. */
  readonly name: Uint8Array;
  /** Entries of the Top DICT that do not hang on what else is in the program; ROS is the first of them. */
  readonly top: Uint8Array;
  /** Strings that `top` names, from `FIRST_STRING`. */
  readonly strings: readonly Uint8Array[];
  /** The Private DICT: what the hints of all glyphs share. */
  readonly private: Uint8Array;
}

/** Strings below this number are standard ones that no program holds. */
export const FIRST_STRING = 391;

/**
 * A font program in the Compact Font Format (Adobe Technical Note 5176), of one font whose glyphs are named by numbers: the frame, and the
 * charstrings of its glyphs, .notdef first. `cids` are the numbers of the glyphs after .notdef. The same arguments give the same bytes.
 */
export function writeCff(frame: CffFrame, charstrings: readonly Uint8Array[], cids: readonly number[]): Uint8Array {
  return cffWith(cffHead(frame, cids), charstrings);
}

/** All of a font program that stands before its glyphs, which it knows nothing of but their numbers. */
export function cffHead(frame: CffFrame, cids: readonly number[]): Uint8Array {
  const count = cids.length + 1;
  const fdSelect = [3, 0, 1, 0, 0, 0, ...short(count)];
  const fixed = { names: index([frame.name]), strings: index(frame.strings), fdSelect, charset: charsetOf(cids) };
  // Offsets take five bytes whatever they are, so that the places can be told before they are written.
  const places = placesOf(partsBefore(frame, fixed, count, NOWHERE));
  return joined(partsBefore(frame, fixed, count, places).flat());
}

/** A font program of what stands before its glyphs, and their charstrings, .notdef first. */
export function cffWith(head: Uint8Array, charstrings: readonly Uint8Array[]): Uint8Array {
  return joined([head, indexHead(charstrings), ...charstrings]);
}

type Bytes = readonly number[] | Uint8Array;

/** Parts of a program that name no place in it. */
interface Fixed {
  readonly names: Bytes;
  readonly strings: Bytes;
  readonly fdSelect: Bytes;
  readonly charset: Bytes;
}

/** Where the parts of a program stand that its DICTs name. */
interface Places {
  readonly fdArray: number;
  readonly private: number;
  readonly fdSelect: number;
  readonly charset: number;
  readonly charStrings: number;
}

const NOWHERE: Places = { fdArray: 0, private: 0, fdSelect: 0, charset: 0, charStrings: 0 };
const HEADER = [1, 0, 4, 4];
const NO_ITEMS = [0, 0];

/** All that stands before the glyphs: what comes before the first of the places, and what stands at each of them but the last. */
function partsBefore(frame: CffFrame, fixed: Fixed, count: number, at: Places): readonly (readonly Bytes[])[] {
  const top = joined([
    frame.top,
    [...long(count), 12, 34, ...long(at.fdArray), 12, 36, ...long(at.fdSelect), 12, 37],
    [...long(at.charset), 15, ...long(at.charStrings), 17],
  ]);
  const fontDict = [...long(frame.private.length), ...long(at.private), 18];
  return [
    [HEADER, fixed.names, index([top]), fixed.strings, NO_ITEMS],
    [index([fontDict])],
    [frame.private],
    [fixed.fdSelect],
    [fixed.charset],
  ];
}

function placesOf(parts: readonly (readonly Bytes[])[]): Places {
  let end = 0;
  const [fdArray = 0, privateAt = 0, fdSelect = 0, charset = 0, charStrings = 0] = parts.map(
    (part) => (end += lengthOf(part)),
  );
  return { fdArray, private: privateAt, fdSelect, charset, charStrings };
}

function lengthOf(parts: readonly Bytes[]): number {
  let sum = 0;
  for (const { length } of parts) sum += length;
  return sum;
}

function joined(parts: readonly Bytes[]): Uint8Array {
  const whole = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A whole number of a DICT in its five-byte form. */
function long(value: number): number[] {
  return [29, (value >>> 24) & 0xff, (value >>> 16) & 0xff, ...short(value)];
}

function short(value: number): [number, number] {
  return [(value >>> 8) & 0xff, value & 0xff];
}

/** An INDEX (5): a list of byte strings. */
function index(items: readonly Bytes[]): Bytes {
  return items.length === 0 ? NO_ITEMS : joined([indexHead(items), ...items]);
}

/** An INDEX as far as its data: count, size of the offsets, and the offsets from 1. */
function indexHead(items: readonly Bytes[]): Uint8Array {
  const size = lengthOf(items) < 0xffff ? 2 : 3;
  const head = new Uint8Array(3 + size * (items.length + 1));
  head.set([...short(items.length), size]);
  let offset = 1;
  for (let number = 0, at = 3; number <= items.length; number++) {
    if (size === 3) head[at++] = offset >>> 16;
    head[at++] = (offset >>> 8) & 0xff;
    head[at++] = offset & 0xff;
    offset += items[number]?.length ?? 0;
  }
  return head;
}

/** Format 2: ranges of numbers that follow each other (table 18). */
function charsetOf(cids: readonly number[]): number[] {
  const ranges: { readonly first: number; left: number }[] = [];
  for (const cid of cids) {
    const last = ranges.at(-1);
    if (last && cid === last.first + last.left + 1) last.left++;
    else ranges.push({ first: cid, left: 0 });
  }
  return [2, ...ranges.flatMap(({ first, left }) => [...short(first), ...short(left)])];
}

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

const HEADER = [1, 0, 4, 4];
const NO_ITEMS = [0, 0];

/**
 * A font program in the Compact Font Format (Adobe Technical Note 5176), of one font whose glyphs are named by numbers: the frame, and the
 * charstrings of its glyphs, .notdef first. `cids` are the numbers of the glyphs after .notdef. The same arguments give the same bytes.
 */
export function writeCff(frame: CffFrame, charstrings: readonly Uint8Array[], cids: readonly number[]): Uint8Array {
  const charset = charsetOf(cids);
  const fdSelect = [3, 0, 1, 0, 0, 0, ...big(charstrings.length, 2)];
  const top = (at: Places): number[] => [
    ...frame.top,
    ...[...long(charstrings.length), 12, 34],
    ...[...long(at.fdArray), 12, 36],
    ...[...long(at.fdSelect), 12, 37],
    ...[...long(at.charset), 15],
    ...[...long(at.charStrings), 17],
  ];
  const start = (at: Places): number[] => [
    ...[...HEADER, ...index([frame.name]), ...index([top(at)])],
    ...[...index(frame.strings), ...NO_ITEMS],
  ];
  const fdArray = (at: Places): number[] => index([[...long(frame.private.length), ...long(at.private), 18]]);
  const parts = (at: Places): (readonly number[] | Uint8Array)[] => [
    start(at),
    fdArray(at),
    frame.private,
    fdSelect,
    charset,
  ];
  // Offsets take five bytes whatever they are, so that the places can be told before they are written.
  return joined([...parts(placesOf(parts(NOWHERE))), indexHead(charstrings), ...charstrings]);
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

function placesOf(parts: readonly ArrayLike<unknown>[]): Places {
  let end = 0;
  const [fdArray = 0, privateAt = 0, fdSelect = 0, charset = 0, charStrings = 0] = parts.map(
    ({ length }) => (end += length),
  );
  return { fdArray, private: privateAt, fdSelect, charset, charStrings };
}

function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A whole number of a DICT in its five-byte form. */
function long(value: number): number[] {
  return [29, ...big(value, 4)];
}

/** A number in so many bytes, the highest first. */
function big(value: number, size: number): number[] {
  const bytes: number[] = [];
  for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) bytes.push((value >>> shift) & 0xff);
  return bytes;
}

function index(items: readonly (readonly number[] | Uint8Array)[]): number[] {
  return [...indexHead(items), ...items.flatMap((item) => [...item])];
}

/** An INDEX (5) as far as its data: count, size of the offsets, and the offsets from 1. */
function indexHead(items: readonly ArrayLike<number>[]): number[] {
  const total = items.reduce((sum, { length }) => sum + length, 1);
  const size = total < 0x100 ? 1 : total < 0x10000 ? 2 : 3;
  const head = [...big(items.length, 2), size, ...big(1, size)];
  let end = 1;
  for (const { length } of items) head.push(...big((end += length), size));
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
  return [2, ...ranges.flatMap(({ first, left }) => [...big(first, 2), ...big(left, 2)])];
}

import {
  OPERATOR,
  operandsOf,
  readCffStart,
  readDict,
  readIndex,
  type CffIndex,
  type DictEntry,
} from "../src/galley/font/read-cff.ts";
import { openOpenType } from "../src/galley/font/open-type.ts";
import type { ShapingTableData } from "../src/galley/font/shaping-table.ts";
import { FIRST_STRING, writeCff, type CffFrame } from "../src/galley/font/write-cff.ts";
import { flattenCharstring } from "./flatten-charstring.ts";

/** The features that a template can ask for. */
const FEATURES = ["smcp", "c2sc", "onum", "tnum", "pnum", "case", "sups"];

/**
 * The case of a face (see TypeCase): .notdef, all glyphs of its shaping table, and those that the features of templates put in their
 * places. `bytes` is the font file.
 */
export function typeCaseOf(bytes: Uint8Array, table: ShapingTableData): Uint8Array {
  const { frame, charstring } = openProgram(programOf(bytes));
  const glyphs = glyphsOf(bytes, table).sort((a, b) => a - b);
  return writeCff(frame, [0, ...glyphs].map(charstring), glyphs);
}

function glyphsOf(bytes: Uint8Array, { characters, glyphs }: ShapingTableData): number[] {
  const font = openOpenType(bytes);
  const featured = FEATURES.filter((feature) => font.features.includes(feature)).flatMap((feature) =>
    [...characters].flatMap((character) => font.shape(character, [feature], []).map(({ glyph }) => glyph)),
  );
  return [...new Set([...glyphs, ...featured])].filter((glyph) => glyph !== 0);
}

/** The font program of an OpenType file (OpenType, “Table directory”). */
function programOf(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    if (new TextDecoder().decode(bytes.subarray(entry, entry + 4)) !== "CFF ") continue;
    const at = view.getUint32(entry + 8);
    return bytes.subarray(at, at + view.getUint32(entry + 12));
  }
  throw new Error("the font has no CFF table");
}

interface Program {
  readonly frame: CffFrame;
  /** The charstring of a glyph, without calls. */
  readonly charstring: (glyph: number) => Uint8Array;
}

function openProgram(bytes: Uint8Array): Program {
  const { top, strings, globalSubrs: global } = readCffStart(bytes);
  if (operandsOf(top, OPERATOR.ros).length > 0) throw new Error("the font has several font dictionaries");
  const [size = 0, from = 0] = operandsOf(top, OPERATOR.private);
  const hints = readDict(bytes.subarray(from, from + size));
  const [subrs] = operandsOf(hints, OPERATOR.subrs);
  if (subrs === undefined) throw new Error("the font has no subroutines of its own");
  const local = readIndex(bytes, from + subrs);
  const all = readIndex(bytes, operandsOf(top, OPERATOR.charStrings)[0] ?? 0);
  return {
    frame: {
      name: new TextEncoder().encode(CASE_NAME),
      ...numberedTop(top, strings),
      private: bytesOf(hints.filter(({ operator }) => operator !== OPERATOR.subrs)),
    },
    charstring: (glyph) => flattenCharstring(all.item(glyph), { global, local }),
  };
}

/** The licences of the fonts reserve their names for the fonts as they were made; a document's program has the face's own. */
const CASE_NAME = "TypeCase";

/** What readers may ask for inside a PDF, and whom the outlines belong to. */
const KEPT = new Set<number>([OPERATOR.box, OPERATOR.italicAngle]);
const RIGHTS = new Set<number>([OPERATOR.notice, OPERATOR.copyright]);

/** A Top DICT that has its glyphs named by numbers (ROS is its first entry), with the strings that it needs. */
function numberedTop(top: readonly DictEntry[], strings: CffIndex): Pick<CffFrame, "top" | "strings"> {
  const rights = top.filter(({ operator }) => RIGHTS.has(operator));
  const names = ["Adobe", "Identity"].map((text) => new TextEncoder().encode(text));
  const ros = [...stringNumber(0), ...stringNumber(1), ZERO, ...operatorBytes(OPERATOR.ros)];
  const owned = rights.flatMap(({ operator }, index) => [
    ...stringNumber(names.length + index),
    ...operatorBytes(operator),
  ]);
  return {
    top: Uint8Array.from([...ros, ...owned, ...bytesOf(top.filter(({ operator }) => KEPT.has(operator)))]),
    strings: [...names, ...rights.map(({ operands: [string = 0] }) => strings.item(string - FIRST_STRING))],
  };
}

/** A small number of a DICT, and a larger one (Adobe Technical Note 5176, table 3). */
const ZERO = 139;

function stringNumber(index: number): number[] {
  const number = FIRST_STRING + index;
  return [28, number >> 8, number & 0xff];
}

function operatorBytes(operator: number): number[] {
  return operator > 0xff ? [operator >> 8, operator & 0xff] : [operator];
}

function bytesOf(entries: readonly DictEntry[]): Uint8Array {
  return Uint8Array.from(entries.flatMap(({ bytes }) => [...bytes]));
}

import { findLastBytes, startsWith } from "./bytes.ts";
import { isWhite, Lexer } from "./lexer.ts";
import { parseObject } from "./parse-object.ts";
import { isKind, type PdfDict, type PdfObject, type PdfStream } from "./pdf-object.ts";

/** Where an object stands: at an offset of the file, or as the n-th in an object stream. */
export type Entry =
  | { readonly kind: "offset"; readonly offset: number; readonly generation: number }
  | { readonly kind: "packed"; readonly stream: number; readonly index: number }
  | { readonly kind: "free" };

/** The cross-references of a file, newest first wins. */
export interface Xref {
  readonly entries: Map<number, Entry>;
  /** Of the newest section; undefined when none could be read. */
  readonly trailer: PdfDict | undefined;
  readonly faults: readonly string[];
}

/** How a stream object at an offset is read, and unpacked, which takes the rest of the reader. */
export interface StreamAccess {
  streamAt(offset: number): PdfStream | undefined;
  unpack(stream: PdfStream): Uint8Array;
}

/** Sections that follow each other by Prev; more than any file was ever saved. */
const MOST_SECTIONS = 4000;
/** Object numbers higher than this are refused (ISO 32000-1, annex C.2). */
const HIGHEST = 8_388_607;

interface Section {
  readonly trailer: PdfDict;
  readonly entries: readonly (readonly [number, Entry])[];
  readonly fault?: string;
}

/** Reads the cross-reference tables and streams from the end of the file on (ISO 32000-1, 7.5.4 to 7.5.8). */
export function readXref(bytes: Uint8Array, start: number, access: StreamAccess): Xref {
  const entries = new Map<number, Entry>();
  const faults: string[] = [];
  const seen = new Set<number>();
  const waiting = [start];
  let trailer: PdfDict | undefined;
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at)) {
      faults.push("the chain of cross-reference sections comes back to itself");
      continue;
    }
    seen.add(at);
    if (seen.size > MOST_SECTIONS) break;
    const section = readSection(bytes, at, access);
    if (section === undefined) {
      faults.push(`no cross-reference section at byte ${at}`);
      continue;
    }
    trailer ??= section.trailer;
    if (section.fault !== undefined) faults.push(section.fault);
    for (const [number, entry] of section.entries) if (!entries.has(number)) entries.set(number, entry);
    // Of a hybrid file the stream counts before the older section (ISO 32000-1, 7.5.8.4).
    for (const key of ["XRefStm", "Prev"]) {
      const next = section.trailer.entries.get(key);
      if (typeof next === "number") waiting.push(next);
    }
  }
  return { entries, trailer, faults };
}

/** The offset that `startxref` names; undefined when there is none. */
export function startOfXref(bytes: Uint8Array): number | undefined {
  const at = findLastBytes(bytes, "startxref");
  if (at < 0) return undefined;
  const offset = new Lexer(bytes, at + 9).next();
  return typeof offset === "number" && Number.isInteger(offset) && offset > 0 ? offset : undefined;
}

function readSection(bytes: Uint8Array, offset: number, access: StreamAccess): Section | undefined {
  if (!Number.isInteger(offset) || offset < 0 || offset >= bytes.length) return undefined;
  let at = offset;
  while (isWhite(bytes[at])) at += 1;
  if (startsWith(bytes, "xref", at)) return readTable(bytes, at + 4);
  const stream = access.streamAt(at);
  return stream && readStream(stream, access);
}

function readTable(bytes: Uint8Array, from: number): Section | undefined {
  const lexer = new Lexer(bytes, from);
  const entries: [number, Entry][] = [];
  let isMalformed = false;
  for (;;) {
    const first = lexer.next();
    if (typeof first === "object" && first.kind === "keyword" && first.word === "trailer") break;
    const count = lexer.next();
    if (typeof first !== "number" || typeof count !== "number") return undefined;
    for (let index = 0; index < count; index++) {
      const [offset, generation, kind] = [lexer.next(), lexer.next(), lexer.next()];
      if (typeof offset !== "number" || typeof generation !== "number" || !isWord(kind)) return undefined;
      isMalformed ||= !isIndex(offset) || !isIndex(generation) || (kind.word !== "n" && kind.word !== "f");
      const number = first + index;
      if (number > HIGHEST) continue;
      entries.push([number, kind.word === "n" ? { kind: "offset", offset, generation } : { kind: "free" }]);
    }
  }
  const parsed = parseObject(lexer);
  if (!("object" in parsed) || !isKind(parsed.object, "dict")) return undefined;
  const fault = isMalformed ? { fault: "malformed entries in a cross-reference table" } : {};
  return { trailer: parsed.object, entries, ...fault };
}

function isIndex(number: number): boolean {
  return Number.isInteger(number) && number >= 0;
}

function isWord(token: ReturnType<Lexer["next"]>): token is { kind: "keyword"; word: string } {
  return typeof token === "object" && token.kind === "keyword";
}

function readStream(stream: PdfStream, access: StreamAccess): Section | undefined {
  const { entries: keys } = stream.dict;
  const widths = numbersOf(keys.get("W"));
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const width = kindWidth + secondWidth + thirdWidth;
  if (widths.length < 3 || width < 1 || widths.some((one) => one < 0 || one > 8)) return undefined;
  const data = access.unpack(stream);
  const size = keys.get("Size");
  const index = numbersOf(keys.get("Index"));
  const ranges = index.length >= 2 ? index : [0, typeof size === "number" ? size : 0];
  const entries: [number, Entry][] = [];
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = [ranges[range], ranges[range + 1]];
    for (let number = first; number < first + count && at + width <= data.length; number++, at += width) {
      const kind = kindWidth === 0 ? 1 : bigEndian(data, at, kindWidth);
      const second = bigEndian(data, at + kindWidth, secondWidth);
      const third = bigEndian(data, at + kindWidth + secondWidth, thirdWidth);
      if (number >= 0 && number <= HIGHEST) entries.push([number, entryOf(kind, second, third)]);
    }
  }
  return { trailer: stream.dict, entries };
}

function entryOf(kind: number, second: number, third: number): Entry {
  if (kind === 1) return { kind: "offset", offset: second, generation: third };
  return kind === 2 ? { kind: "packed", stream: second, index: third } : { kind: "free" };
}

function numbersOf(object: PdfObject | undefined): readonly number[] {
  return isKind(object, "array") ? object.items.filter((item) => typeof item === "number") : [];
}

function bigEndian(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index++) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

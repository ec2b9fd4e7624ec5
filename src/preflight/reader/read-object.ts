import { findBytes, startsWith } from "./bytes.ts";
import { isWhite, Lexer } from "./lexer.ts";
import { parseObject } from "./parse-object.ts";
import { isKind, type PdfDict, type PdfObject } from "./pdf-object.ts";

/** An indirect object as it stands in the file. */
export interface IndirectObject {
  readonly number: number;
  readonly generation: number;
  readonly object: PdfObject;
  /** The offset behind what was looked at. */
  readonly end: number;
  readonly faults: readonly string[];
}

/** What the Length of a stream is; undefined when that cannot be found out. */
export type LengthOf = (dict: PdfDict) => number | undefined;

/** Reads `n g obj … endobj` (ISO 32000-1, 7.3.10); undefined when none begins at the offset. */
export function readObject(bytes: Uint8Array, offset: number, lengthOf: LengthOf): IndirectObject | undefined {
  const lexer = new Lexer(bytes, offset);
  const [number, generation, mark] = [lexer.next(), lexer.next(), lexer.next()];
  if (typeof number !== "number" || typeof generation !== "number") return undefined;
  if (typeof mark !== "object" || mark.kind !== "keyword" || mark.word !== "obj") return undefined;
  const parsed = parseObject(lexer);
  if ("keyword" in parsed) {
    const faults = parsed.keyword === "endobj" ? [] : [`“${parsed.keyword.slice(0, 20)}” where the object should be`];
    return { number, generation, object: null, end: lexer.at, faults };
  }
  if ("fault" in parsed) return { number, generation, object: null, end: lexer.at, faults: [parsed.fault] };
  const { object, faults } = parsed;
  const stream = isKind(object, "dict") ? streamBehind(lexer, object, lengthOf) : undefined;
  if (stream === undefined) return { number, generation, object, end: lexer.at, faults };
  const { data, end, fault } = stream;
  const all = fault === undefined ? faults : [...faults, fault];
  return { number, generation, object: { kind: "stream", dict: object as PdfDict, data }, end, faults: all };
}

interface StreamData {
  readonly data: Uint8Array;
  readonly end: number;
  readonly fault?: string;
}

/** The data between `stream` and `endstream`, by its Length, or by search when that is wrong (ISO 32000-1, 7.3.8). */
function streamBehind(lexer: Lexer, dict: PdfDict, lengthOf: LengthOf): StreamData | undefined {
  const { bytes } = lexer;
  lexer.skipWhite();
  if (!startsWith(bytes, "stream", lexer.at)) return undefined;
  let start = lexer.at + 6;
  if (bytes[start] === 13 && bytes[start + 1] === 10) start += 2;
  else if (bytes[start] === 10 || bytes[start] === 13) start += 1;
  const length = lengthOf(dict);
  if (length !== undefined && length >= 0 && endsThere(bytes, start + length))
    return { data: bytes.subarray(start, start + length), end: start + length };
  const end = findBytes(bytes, "endstream", start);
  if (end < 0) return { data: bytes.subarray(start), end: bytes.length, fault: "a stream without end" };
  return { data: bytes.subarray(start, trimEnd(bytes, start, end)), end, fault: "a stream whose Length is wrong" };
}

function endsThere(bytes: Uint8Array, at: number): boolean {
  let end = at;
  while (end < at + 3 && isWhite(bytes[end])) end += 1;
  return startsWith(bytes, "endstream", end);
}

/** Without the line end before `endstream`, which is none of the data. */
function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  if (at > start && bytes[at - 1] === 10) at -= 1;
  if (at > start && bytes[at - 1] === 13) at -= 1;
  return at;
}

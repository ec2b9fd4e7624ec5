import { findBytes, findLastBytes } from "./bytes.ts";
import { isWhite, Lexer } from "./lexer.ts";
import { parseObject } from "./parse-object.ts";
import { isKind, type PdfDict } from "./pdf-object.ts";

/** What a walk through the whole file finds, when its cross-references are no help. */
export interface Found {
  /** Offsets of objects by their numbers; of several the last, as it is the newest. */
  readonly offsets: ReadonlyMap<number, number>;
  /** The last trailer that names a root. */
  readonly trailer: PdfDict | undefined;
}

/** Looks for `n g obj` and `trailer` from the first byte to the last. */
export function recover(bytes: Uint8Array): Found {
  const offsets = new Map<number, number>();
  for (let at = findBytes(bytes, "obj"); at >= 0; at = findBytes(bytes, "obj", at + 3)) {
    const header = headerBefore(bytes, at);
    if (header !== undefined) offsets.set(header.number, header.offset);
  }
  return { offsets, trailer: lastTrailer(bytes) };
}

function headerBefore(bytes: Uint8Array, at: number): { readonly number: number; readonly offset: number } | undefined {
  const generation = digitsBefore(bytes, at);
  const number = generation && digitsBefore(bytes, generation.offset);
  return number && number.offset < generation.offset ? { number: number.value, offset: number.offset } : undefined;
}

/** The whole number that ends, but for white space, at a place. */
function digitsBefore(
  bytes: Uint8Array,
  before: number,
): { readonly value: number; readonly offset: number } | undefined {
  let end = before;
  while (isWhite(bytes[end - 1])) end -= 1;
  let offset = end;
  while (isDigit(bytes[offset - 1]) && end - offset < 10) offset -= 1;
  if (offset === end) return undefined;
  let value = 0;
  for (let at = offset; at < end; at++) value = value * 10 + (bytes[at] ?? 0) - 0x30;
  return { value, offset };
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Trailers without end are cut, and of very many only the last are tried, so that they make no work. */
const LONGEST_TRAILER = 8192;
const MOST_TRAILERS = 100;

function lastTrailer(bytes: Uint8Array): PdfDict | undefined {
  let at = findLastBytes(bytes, "trailer");
  for (let tries = 0; at >= 0 && tries < MOST_TRAILERS; tries++) {
    const parsed = parseObject(new Lexer(bytes, at + 7, at + LONGEST_TRAILER));
    if ("object" in parsed && isKind(parsed.object, "dict") && parsed.object.entries.has("Root")) return parsed.object;
    at = at === 0 ? -1 : findLastBytes(bytes, "trailer", at);
  }
  return undefined;
}

import { latin1 } from "./bytes.ts";
import type { PdfName, PdfString } from "./pdf-object.ts";

/** A word that is no object: an operator, `obj`, `R`, or one of `[ ] << >> { }`. */
export interface Keyword {
  readonly kind: "keyword";
  readonly word: string;
}

export type Token = number | PdfName | PdfString | Keyword;

const WHITE = 1;
const DELIMITER = 2;

/** White space and delimiters (ISO 32000-1, tables 1 and 2). */
const CLASS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASS[byte] = WHITE;
for (const character of "()<>[]{}/%") CLASS[character.charCodeAt(0)] = DELIMITER;

export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && CLASS[byte] === WHITE;
}

const PERCENT = 0x25;
const OPEN = 0x28;
const CLOSE = 0x29;
const LESS = 0x3c;
const MORE = 0x3e;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const CARRIAGE_RETURN = 0x0d;

/** Words of up to three letters by these, as a number: operators come again and again, and each is made once. */
const SHORT_WORDS = new Map<number, Keyword>();
/** Junk does not fill the store. */
const MOST_SHORT_WORDS = 1000;

function wordAt(bytes: Uint8Array, from: number, to: number): Keyword {
  if (to - from > 3) return { kind: "keyword", word: latin1(bytes, from, Math.min(to, from + 200)) };
  let key = 0;
  for (let at = from; at < to; at++) key = key * 256 + (bytes[at] ?? 0);
  const known = SHORT_WORDS.get(key);
  if (known !== undefined) return known;
  const made: Keyword = { kind: "keyword", word: latin1(bytes, from, to) };
  if (SHORT_WORDS.size < MOST_SHORT_WORDS) SHORT_WORDS.set(key, made);
  return made;
}

/** Cuts bytes into tokens (ISO 32000-1, 7.2), those of files and those of content streams alike. Nothing makes it fail. */
export class Lexer {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = Math.max(0, at);
    this.end = Math.min(end, bytes.length);
  }

  /** The next token; undefined at the end. */
  next(): Token | undefined {
    this.skipWhite();
    if (this.at >= this.end) return undefined;
    const byte = this.bytes[this.at] ?? 0;
    if (CLASS[byte] !== DELIMITER) return this.#regular();
    if (byte === SLASH) return this.#name();
    if (byte === OPEN) return this.#literal();
    if (byte === LESS && this.bytes[this.at + 1] !== LESS) return this.#hex();
    const width = (byte === LESS || byte === MORE) && this.bytes[this.at + 1] === byte ? 2 : 1;
    this.at += width;
    return wordAt(this.bytes, this.at - width, this.at);
  }

  /** Past white space and comments. */
  skipWhite(): void {
    while (this.at < this.end) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === PERCENT) this.#skipComment();
      else if (CLASS[byte] !== WHITE) return;
      else this.at += 1;
    }
  }

  #skipComment(): void {
    while (this.at < this.end && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
  }

  #regular(): number | Keyword {
    const { bytes } = this;
    const start = this.at;
    while (this.at < this.end && CLASS[bytes[this.at] ?? 0] === 0) this.at += 1;
    return numberIn(bytes, start, this.at) ?? wordAt(bytes, start, this.at);
  }

  #name(): PdfName {
    const start = this.at + 1;
    this.at = start;
    while (this.at < this.end && CLASS[this.bytes[this.at] ?? 0] === 0) this.at += 1;
    const name = latin1(this.bytes, start, this.at);
    return { kind: "name", name: name.includes("#") ? unescapeName(name) : name };
  }

  #literal(): PdfString {
    const plain = this.#plainEnd(this.at + 1);
    if (plain >= 0) {
      const bytes = latin1(this.bytes, this.at + 1, plain);
      this.at = plain + 1;
      return { kind: "string", bytes };
    }
    const codes: number[] = [];
    let depth = 1;
    this.at += 1;
    for (; this.at < this.end; this.at++) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === BACKSLASH) this.#escape(codes);
      else if (byte === CLOSE && --depth === 0) break;
      else {
        if (byte === OPEN) depth += 1;
        // Any line end in a string is a line feed (ISO 32000-1, 7.3.4.2).
        if (byte === 13 && this.bytes[this.at + 1] === 10) continue;
        codes.push(byte === 13 ? 10 : byte);
      }
    }
    this.at += 1;
    return { kind: "string", bytes: latin1(Uint8Array.from(codes)) };
  }

  /** Where a string without escapes closes, or the data end; −1 when it has any. */
  #plainEnd(from: number): number {
    let depth = 1;
    for (let at = from; at < this.end; at++) {
      const byte = this.bytes[at];
      if (byte === BACKSLASH || byte === CARRIAGE_RETURN) return -1;
      if (byte === OPEN) depth += 1;
      else if (byte === CLOSE && --depth === 0) return at;
    }
    return this.end;
  }

  /** What a backslash begins (ISO 32000-1, table 3); leaves `at` on its last byte. */
  #escape(codes: number[]): void {
    this.at += 1;
    const byte = this.bytes[this.at] ?? 0;
    if (byte === 13) {
      if (this.bytes[this.at + 1] === 10) this.at += 1;
      return;
    }
    if (byte === 10) return;
    if (byte < 0x30 || byte > 0x37) {
      codes.push(ESCAPES.get(byte) ?? byte);
      return;
    }
    let code = 0;
    let digits = 0;
    for (; digits < 3; digits++) {
      const digit = (this.bytes[this.at + digits] ?? 0) - 0x30;
      if (digit < 0 || digit > 7) break;
      code = code * 8 + digit;
    }
    this.at += digits - 1;
    codes.push(code & 0xff);
  }

  #hex(): PdfString {
    const close = this.bytes.indexOf(MORE, this.at);
    const stop = close < 0 || close > this.end ? this.end : close;
    const codes = new Uint8Array((stop - this.at + 1) >> 1);
    let count = 0;
    for (let at = this.at + 1; at < stop; at++) {
      const digit = hexDigit(this.bytes[at] ?? 0);
      if (digit < 0) continue;
      // A last digit alone stands for the higher half of its byte.
      codes[count >> 1] = (codes[count >> 1] ?? 0) | (count % 2 === 0 ? digit << 4 : digit);
      count += 1;
    }
    this.at = stop + 1;
    return { kind: "string", bytes: latin1(codes, 0, (count + 1) >> 1) };
  }
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

const ESCAPES = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
]);

function unescapeName(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** A number as PDF writes it, without exponent; undefined when it is none. Made digit by digit: pages hold millions. */
function numberIn(bytes: Uint8Array, from: number, to: number): number | undefined {
  let at = from;
  let negative = false;
  for (; bytes[at] === 0x2d || bytes[at] === 0x2b; at++) negative ||= bytes[at] === 0x2d;
  let value = 0;
  let scale = 0;
  let digits = 0;
  for (; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit === -2 && scale === 0) scale = 1;
    else if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      scale *= 10;
      digits += 1;
    } else return undefined;
  }
  if (digits === 0) return undefined;
  const size = scale > 1 ? value / scale : value;
  return negative ? -size : size;
}

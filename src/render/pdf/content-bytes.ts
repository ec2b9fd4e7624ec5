import { powerOf, stepsOf } from "./number.ts";

/** Whole numbers from here on are not taken apart digit by digit. */
const MOST = 2 ** 31;

/** A text of so few characters is put in sooner by us than by Node; a longer one is not, least of all before V8 has compiled us. */
const SHORT = 4;

const ZERO = 0x30;
const POINT = 0x2e;
const MINUS = 0x2d;
const OPENING = 0x28;
const CLOSING = 0x29;
const BACKSLASH = 0x5c;
const CARRIAGE_RETURN = 0x0d;
const SMALL_R = 0x72;
const HEXADECIMAL = "0123456789ABCDEF";

/** The bytes of a content stream, in one piece that grows: a page has tens of thousands of operands, too many to be strings first. */
export class ContentBytes {
  private bytes: Buffer;
  private length = 0;

  /** `room` in bytes: what is mostly enough. */
  constructor(room: number) {
    this.bytes = Buffer.allocUnsafe(room);
  }

  /** What was put in so far. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** Puts in a text of characters below 256, each a byte. */
  text(text: string): this {
    const { length } = text;
    const at = this.take(length);
    if (length > SHORT) this.bytes.write(text, at, "latin1");
    else for (let index = 0; index < length; index++) this.bytes[at + index] = text.charCodeAt(index);
    return this;
  }

  /** Puts in a number with so many decimals at most, to the letter as `decimal` writes it. */
  number(number: number, digits: number): this {
    return this.steps(stepsOf(number, digits), digits);
  }

  /** Puts in a code of two bytes, as part of a literal string (ISO 32000-1, 7.3.4.2). */
  code(code: number): this {
    this.ofString(code >> 8);
    this.ofString(code & 0xff);
    return this;
  }

  /** Ends a string of an array, puts in a shift of so many tenths, and begins the next string (ISO 32000-1, 9.4.3). */
  shift(tenths: number): this {
    this.byte(CLOSING);
    this.steps(tenths, 1);
    this.byte(OPENING);
    return this;
  }

  /** Puts in a UTF-16 unit, or a code of two bytes, as four hexadecimal digits. */
  unit(unit: number): this {
    const at = this.take(4);
    for (let place = 3, rest = unit; place >= 0; place--, rest >>= 4)
      this.bytes[at + place] = HEXADECIMAL.charCodeAt(rest & 15);
    return this;
  }

  /** A bare CR would be read as LF. */
  private ofString(byte: number): void {
    if (byte === CARRIAGE_RETURN || byte === OPENING || byte === CLOSING || byte === BACKSLASH) {
      this.byte(BACKSLASH);
      this.byte(byte === CARRIAGE_RETURN ? SMALL_R : byte);
    } else this.byte(byte);
  }

  private byte(byte: number): void {
    const at = this.take(1);
    this.bytes[at] = byte;
  }

  /** Puts in a number that is given in units of its last decimal. */
  private steps(steps: number, digits: number): this {
    const whole = Math.abs(steps);
    if (!(whole < MOST)) return this.text(String(steps / powerOf(digits)));
    if (steps < 0) this.byte(MINUS);
    this.digits(whole, digits);
    return this;
  }

  /** Puts in `whole` with a point before its last `decimals` digits, without needless zeros. */
  private digits(whole: number, decimals: number): void {
    let rest = whole;
    let behind = decimals;
    while (behind > 0 && rest % 10 === 0) {
      rest = (rest / 10) | 0;
      behind--;
    }
    const size = Math.max(behind + 1, sizeOf(rest)) + (behind > 0 ? 1 : 0);
    const first = this.take(size);
    const { bytes } = this;
    const point = behind > 0 ? first + size - 1 - behind : -1;
    for (let at = first + size - 1; at >= first; at--) {
      if (at === point) {
        bytes[at] = POINT;
        continue;
      }
      bytes[at] = ZERO + (rest % 10);
      rest = (rest / 10) | 0;
    }
  }

  /** Takes room for so many bytes and gives where it begins. */
  private take(length: number): number {
    const at = this.length;
    this.length += length;
    if (this.length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(2 * this.length);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    return at;
  }
}

/** How many digits a whole number below `MOST` has. */
function sizeOf(whole: number): number {
  let size = 1;
  for (let bound = 10; whole >= bound; bound *= 10) size++;
  return size;
}

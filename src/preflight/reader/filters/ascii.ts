import { isWhite } from "../lexer.ts";
import { ByteSink } from "./byte-sink.ts";
import type { Filtered } from "./filtered.ts";

const END = 0x7e;
const HEX_END = 0x3e;
const ZEROS = 0x7a;

/** ASCIIHexDecode (ISO 32000-1, 7.4.2). */
export function unpackHex(data: Uint8Array): Filtered {
  const sink = new ByteSink(data.length >> 1, data.length);
  let high = -1;
  for (const byte of data) {
    if (byte === HEX_END) break;
    if (isWhite(byte)) continue;
    const digit = parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) return { bytes: sink.take(), fault: "damaged" };
    if (high < 0) high = digit;
    else {
      sink.push(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0) sink.push(high * 16);
  return { bytes: sink.take() };
}

/** ASCII85Decode (ISO 32000-1, 7.4.3). */
export function unpackAscii85(data: Uint8Array, most: number): Filtered {
  const sink = new ByteSink(data.length, most);
  const group: number[] = [];
  for (const byte of data) {
    if (byte === END || sink.full) break;
    if (isWhite(byte)) continue;
    if (byte === ZEROS && group.length === 0) for (let count = 0; count < 4; count++) sink.push(0);
    else if (byte < 0x21 || byte > 0x75) return { bytes: sink.take(), fault: "damaged" };
    else group.push(byte - 0x21);
    if (group.length === 5) pushGroup(sink, group.splice(0), 4);
  }
  // A rest of n digits stands for n − 1 bytes.
  if (group.length > 1) pushGroup(sink, [...group, 84, 84, 84, 84].slice(0, 5), group.length - 1);
  return sink.full ? { bytes: sink.take(), fault: "too-long" } : { bytes: sink.take() };
}

function pushGroup(sink: ByteSink, digits: readonly number[], bytes: number): void {
  const value = digits.reduce((sum, digit) => sum * 85 + digit, 0) % 2 ** 32;
  for (let index = 0; index < bytes; index++) sink.push(Math.floor(value / 2 ** (24 - 8 * index)) & 0xff);
}

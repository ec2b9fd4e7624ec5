import { ByteSink } from "./byte-sink.ts";
import type { Filtered } from "./filtered.ts";

const CLEAR = 256;
const END = 257;
const FIRST = 258;
const TABLE = 4096;

/** LZWDecode (ISO 32000-1, 7.4.4.2); `early` is its EarlyChange. */
export function unpackLzw(data: Uint8Array, most: number, early: boolean): Filtered {
  const sink = new ByteSink(data.length * 3, most);
  const prefix = new Uint16Array(TABLE);
  const suffix = new Uint8Array(TABLE);
  const word = new Uint8Array(TABLE);
  let [next, width, buffer, bits] = [FIRST, 9, 0, 0];
  let last = -1;
  let first = 0;
  for (const byte of data) {
    buffer = ((buffer << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (buffer >> bits) & ((1 << width) - 1);
    if (code === END || sink.full) break;
    if (code === CLEAR) {
      [next, width, last] = [FIRST, 9, -1];
      continue;
    }
    if (code > next || (code === next && last < 0)) return { bytes: sink.take(), fault: "damaged" };
    let length = 0;
    let link = code;
    // A code that is not in the table yet is the last word with its own first byte behind it.
    if (code === next) {
      word[length++] = first;
      link = last;
    }
    while (link >= FIRST && length < TABLE - 1) {
      word[length++] = suffix[link] ?? 0;
      link = prefix[link] ?? 0;
    }
    first = link & 0xff;
    word[length++] = first;
    while (length > 0) sink.push(word[--length] ?? 0);
    if (last >= 0 && next < TABLE) {
      prefix[next] = last;
      suffix[next] = first;
      next += 1;
    }
    last = code;
    const reached = next + (early ? 1 : 0);
    width = reached >= 2048 ? 12 : reached >= 1024 ? 11 : reached >= 512 ? 10 : 9;
  }
  return sink.full ? { bytes: sink.take(), fault: "too-long" } : { bytes: sink.take() };
}

import { ByteSink } from "./byte-sink.ts";
import type { Filtered } from "./filtered.ts";

const END = 128;

/** RunLengthDecode (ISO 32000-1, 7.4.5). */
export function unpackRunLength(data: Uint8Array, most: number): Filtered {
  const sink = new ByteSink(data.length * 2, most);
  let at = 0;
  while (at < data.length && data[at] !== END && !sink.full) {
    const length = data[at] ?? 0;
    if (length < END) {
      for (const byte of data.subarray(at + 1, at + 2 + length)) sink.push(byte);
      at += length + 2;
    } else {
      for (let count = 257 - length; count > 0; count--) sink.push(data[at + 1] ?? 0);
      at += 2;
    }
  }
  return sink.full ? { bytes: sink.take(), fault: "too-long" } : { bytes: sink.take() };
}

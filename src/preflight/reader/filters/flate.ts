import { constants, inflateRawSync, inflateSync } from "node:zlib";
import type { Filtered } from "./filtered.ts";

/** FlateDecode (ISO 32000-1, 7.4.4): at most `most` bytes. What is cut short or damaged gives what can be had of it. */
export function inflate(data: Uint8Array, most: number): Filtered {
  if (most <= 0) return { bytes: new Uint8Array(), fault: "too-long" };
  const whole = { maxOutputLength: most };
  const cut = { ...whole, finishFlush: constants.Z_SYNC_FLUSH };
  const first = attempt(() => inflateSync(data, whole));
  if (first.fault !== "damaged") return first;
  const second = attempt(() => inflateSync(data, cut));
  if (second.fault === undefined) return { bytes: second.bytes, fault: "damaged" };
  // Without header and checksum it may still be readable.
  return { bytes: attempt(() => inflateRawSync(data.subarray(2), cut)).bytes, fault: "damaged" };
}

function attempt(unpack: () => Uint8Array): Filtered {
  try {
    return { bytes: unpack() };
  } catch (error) {
    return { bytes: new Uint8Array(), fault: isTooLong(error) ? "too-long" : "damaged" };
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}

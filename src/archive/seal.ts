import { createHash } from "node:crypto";

/** The last lines of a sealed file: the identifier, whose second half is the seal, the offset of the table, the end. */
const TAIL = /\/ID \[<[0-9a-f]{32}> <([0-9a-f]{32})>\]\n>>\nstartxref\n\d+\n%%EOF\n$/;
const TAIL_LENGTH = 200;
const ZERO = 0x30;

/** Whether a file is as it was when it was sealed: `none` when it does not end as a sealed file does. */
export type SealState = "whole" | "broken" | "none";

/**
 * Checks the seal: the second half of the identifier is the beginning of the SHA-256 of all bytes, with zeros in its own place.
 * It stands without the engine, and without its version.
 */
export function sealOf(bytes: Uint8Array): SealState {
  const from = Math.max(0, bytes.length - TAIL_LENGTH);
  const tail = String.fromCharCode(...bytes.subarray(from));
  const match = TAIL.exec(tail);
  const stated = match?.[1];
  if (match === null || stated === undefined) return "none";
  const at = from + match.index + match[0].indexOf(`<${stated}>]`) + 1;
  const bare = Uint8Array.from(bytes).fill(ZERO, at, at + stated.length);
  const digest = createHash("sha256").update(bare).digest("hex");
  return digest.startsWith(stated) ? "whole" : "broken";
}

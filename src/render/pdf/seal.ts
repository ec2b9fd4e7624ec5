import { hash } from "node:crypto";

/** Hexadecimal digits of an identifier's half. */
const DIGITS = 32;

/** The last lines of a file of ours: identifier, offset of the table, end. */
const TAIL = /\/ID \[<[0-9a-f]{32}> <([0-9a-f]{32})>\]\n>>\nstartxref\n\d+\n%%EOF\n$/;
const TAIL_LENGTH = 200;

/**
 * Seals a file in its place: the second half of its identifier, which stands for this one state of it (ISO 32000-1, 14.4), becomes the
 * digest of all its bytes, with zeros where the digest itself stands. Whoever changes a bit breaks the seal.
 */
export function seal(bytes: Uint8Array): void {
  const from = Math.max(0, bytes.length - TAIL_LENGTH);
  const tail = Buffer.from(bytes.subarray(from)).toString("latin1");
  const match = TAIL.exec(tail);
  if (match === null) throw new Error("the file does not end as ours do");
  const at = from + match.index + match[0].indexOf(`<${match[1]}>]`) + 1;
  bytes.fill(ZERO, at, at + DIGITS);
  const digest = hash("sha256", bytes).slice(0, DIGITS);
  bytes.set(new TextEncoder().encode(digest), at);
}

const ZERO = 0x30;

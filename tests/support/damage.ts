import { crc32 } from "node:zlib";

/** Numbers from 0 up to a bound, the same for the same seed (Mulberry32): damage that can be made again. */
export function seeded(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, bound);
  };
}

type Random = (bound: number) => number;

/** A file damaged in one of the ways that files are: bits turned, stretches lost, doubled or overwritten, the end missing. */
export function damage(bytes: Uint8Array, random: Random): Uint8Array {
  const way = WAYS[random(WAYS.length)] ?? cutOff;
  const damaged = way(bytes, random);
  // Half of the damaged PNGs agree with their checksums, or hardly any would get as far as the decoder.
  return damaged[0] === 0x89 && random(2) === 0 ? withChecksums(damaged) : damaged;
}

const WAYS = [turnBits, turnBitsInHead, overwrite, remove, double, cutOff, zeroEnd];

function turnBits(bytes: Uint8Array, random: Random): Uint8Array {
  return turned(bytes, random, bytes.length);
}

/** Where the sizes and kinds stand. */
function turnBitsInHead(bytes: Uint8Array, random: Random): Uint8Array {
  return turned(bytes, random, Math.min(bytes.length, 400));
}

function turned(bytes: Uint8Array, random: Random, end: number): Uint8Array {
  const copy = bytes.slice();
  for (let count = 1 + random(8); count > 0; count--) {
    const at = random(end);
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
  }
  return copy;
}

function overwrite(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const at = random(bytes.length);
  const length = 1 + random(Math.min(64, bytes.length - at));
  for (let index = 0; index < length; index++) copy[at + index] = random(256);
  return copy;
}

function remove(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length);
  return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1 + random(200))]);
}

function double(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length);
  return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(Math.max(0, at - 1 - random(200)))]);
}

function cutOff(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice(0, random(bytes.length));
}

function zeroEnd(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice().fill(0, random(bytes.length));
}

function withChecksums(png: Uint8Array): Uint8Array {
  const copy = Buffer.from(png);
  for (let at = 8; at + 12 <= copy.length;) {
    const end = at + 8 + copy.readUInt32BE(at);
    if (end + 4 > copy.length) break;
    copy.writeUInt32BE(crc32(copy.subarray(at + 4, end)), end);
    at = end + 4;
  }
  return Uint8Array.from(copy);
}

import { Editor } from "./mutate.ts";

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Dice {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  one<T>(of: readonly T[]): T;
}

type Damage = (bytes: Buffer, dice: Dice) => Buffer;

/** The ways in which files are damaged, by name. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  "flipped bits": (bytes, dice) => {
    const damaged = Buffer.from(bytes);
    for (let count = 1 + dice.below(40); count > 0; count--) {
      const at = dice.below(damaged.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << dice.below(8));
    }
    return damaged;
  },
  "a cut end": (bytes, dice) => bytes.subarray(0, dice.below(bytes.length)),
  "a hole": (bytes, dice) => {
    const from = dice.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + dice.below(5000))]);
  },
  "swapped blocks": (bytes, dice) => {
    const [a = 0, b = 0, c = 0] = [0, 0, 0].map(() => dice.below(bytes.length)).sort((one, other) => one - other);
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)]);
  },
  "a doubled block": (bytes, dice) => {
    const from = dice.below(bytes.length);
    const to = from + dice.below(20_000);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
  },
  "a lost object": (bytes, dice) => onMatch(bytes, dice, /\d+ 0 obj[\s\S]*?endobj/g, () => ""),
  "a doubled object": (bytes, dice) => onMatch(bytes, dice, /\d+ 0 obj[\s\S]*?endobj\s/g, (object) => object + object),
  "a cut stream": (bytes, dice) =>
    onMatch(bytes, dice, /stream\r?\n[\s\S]*?endstream/g, (stream) => stream.slice(0, dice.below(stream.length))),
  "doubled table entries": (bytes, dice) =>
    onMatch(bytes, dice, /\d{10} \d{5} [nf] ?\r?\n/g, (entry) => entry.repeat(1 + dice.below(4))),
  "wrong table entries": (bytes, dice) =>
    onMatch(bytes, dice, /\d{10} \d{5} n/g, () => `${String(dice.below(bytes.length * 2)).padStart(10, "0")} 00000 n`),
  junk: (bytes, dice) => {
    const at = dice.below(bytes.length);
    const junk = Buffer.from(Array.from({ length: 1 + dice.below(300) }, () => dice.below(256)));
    return Buffer.concat([bytes.subarray(0, at), junk, bytes.subarray(at)]);
  },
  "a strange number": (bytes, dice) =>
    onMatch(bytes, dice, /(?<=[\s[])-?\d+(?:\.\d+)?(?=[\s\]/>])/g, () => dice.one(NUMBERS)),
  "wrong references": (bytes, dice) => onMatch(bytes, dice, /\d+ 0 R/g, () => `${dice.below(60)} 0 R`),
  "a strange value": (bytes, dice) =>
    onMatch(bytes, dice, /(?<=\/[A-Z]\w+ )(?:\/\w+|\d+ 0 R|\[[^\]]*\]|<<[^>]*>>|\d+)/g, () => dice.one(VALUES)),
  "another name": (bytes, dice) => onMatch(bytes, dice, /\/[A-Z]\w+/g, () => dice.one(NAMES)),
  "deep nesting": (bytes, dice) =>
    onMatch(bytes, dice, /(?<=\/[A-Z]\w+ )(?:\d+ 0 R|\[)/g, () => dice.one(["[", "<<", "<</A ", "("]).repeat(20_000)),
  "a lost keyword": (bytes, dice) =>
    onMatch(bytes, dice, /endobj|endstream|stream|obj|xref|trailer|startxref|%%EOF/g, () => ""),
  "damaged content": (bytes, dice) => damagedStream(bytes, dice),
};

const NUMBERS = [
  "-1",
  "0",
  "2147483648",
  "4294967296",
  "99999999999999999999",
  "1e308",
  "-0.0",
  "--5",
  "1.2.3",
  "65536",
];
const VALUES = ["null", "true", "[]", "<<>>", "/X", "()", "<FF", "-1", "[[[]]]", "1 0 R", "<</Kids [1 0 R]>>", "1e999"];
const NAMES = [
  "/Kids",
  "/Length",
  "/Parent",
  "/Filter",
  "/DecodeParms",
  "/Prev",
  "/Type",
  "/Contents",
  "/Resources",
  "/#",
  "/W",
];

function onMatch(bytes: Buffer, dice: Dice, pattern: RegExp, change: (match: string) => string): Buffer {
  const source = bytes.toString("latin1");
  const found = [...source.matchAll(pattern)];
  if (found.length === 0) return bytes;
  let damaged = source;
  const count = 1 + dice.below(3);
  const chosen = Array.from({ length: count }, () => dice.one(found)).sort((a, b) => b.index - a.index);
  for (const match of new Set(chosen)) {
    const end = match.index + match[0].length;
    damaged = damaged.slice(0, match.index) + change(match[0]) + damaged.slice(end);
  }
  return Buffer.from(damaged, "latin1");
}

/** Damage below the compression, where a file can be taken apart. */
function damagedStream(bytes: Buffer, dice: Dice): Buffer {
  try {
    const file = Editor.open(bytes);
    const streams = [...file.objects].filter(([, { stream }]) => stream !== undefined && stream.length < 200_000);
    const [, entry] = dice.one(streams);
    const plain = file.streamOf(entry);
    const kind = dice.one(Object.keys(DAMAGES).filter((name) => name !== "damaged content"));
    file.restreamOf(entry, DAMAGES[kind]?.(plain, dice) ?? plain);
    return file.write();
  } catch {
    // What the editor cannot take apart is damaged from outside alone.
    return bytes;
  }
}

/** A damaged copy: the same seed damages the same file in the same way. */
export function damage(bytes: Buffer, seed: number): { readonly bytes: Buffer; readonly kinds: readonly string[] } {
  const random = seeded(seed);
  const dice: Dice = {
    below: (end) => Math.floor(random() * end),
    one: <T>(of: readonly T[]): T => {
      const chosen = of[Math.floor(random() * of.length)];
      if (chosen === undefined) throw new Error("nothing to choose from");
      return chosen;
    },
  };
  const kinds = Array.from({ length: dice.one([1, 1, 1, 2, 4]) }, () => dice.one(Object.keys(DAMAGES)));
  const damaged = kinds.reduce(
    (file, kind) => (file.length === 0 ? file : (DAMAGES[kind]?.(file, dice) ?? file)),
    bytes,
  );
  return { bytes: damaged, kinds };
}

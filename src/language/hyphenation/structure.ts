import type { Entry, Lexicon } from "./lexicon.ts";
import { prefixAt, prefixSeams } from "./prefixes.ts";

/** A stretch of a word: half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a word is built: UTF-16 offsets of its seams. */
export interface Structure {
  /** Where the parts of a compound meet: „Verteidigungs|ministerium“. */
  readonly joints: readonly number[];
  /** Behind a prefix: „Ver|teidigung“. */
  readonly prefixes: readonly number[];
  /** Where the parts of the compound begin and end that the lexicon does not have. */
  readonly unknown: readonly Span[];
  /** Where known names stand in it. */
  readonly names: readonly Span[];
  /** The lower, the more likely; to compare structures of one word. */
  readonly cost: number;
}

/** Prices of a reading of a word, in the unit of `RARITY_STEP`: about the decimal logarithm of its improbability. */
export const PART = 5.7;
export const RARITY_STEP = 0.4;
/** For each letter fewer than four: so short a word occurs by chance. */
const SHORT_PART = 1.5;
const LINKED = 0.3;
const INFLECTED = 0.8;
const PREFIX = 0.9;
const UNKNOWN = 9;
const UNKNOWN_LETTER = 1.2;
/** Shorter pieces, and those that are suffixes, are the rest of a word and not a word. */
const LEAST_UNKNOWN = 4;
const SUFFIX = /^(?:lich|los|bar|sam|haft|heit|keit|schaft|ung|isch|tisch|rin|ling|tum|nis|chen|lein|tens|tion|tier)/;
/** What an ending makes look like a suffix: „schaff“ and „t“. */
const LIKE_SUFFIX = /^(?:schaft|heit|keit|lich|ling|tum|nis)/;
/** A seam where the patterns see no syllable end: they err, but hardly ever. */
const NO_SYLLABLE = 16;

/** A prefix that only words of the lexicon have, behind another: be<ob<achten. */
export const INNER_PREFIX = "ob";

/** What links the parts of a compound (Fugenelemente): Arbeit|s|amt, Sonne|n|schein, Held|en|tat. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  s: ["s"],
  e: ["es", "en", "er", "e", "ens"],
  n: ["n", "ns"],
};
const NO_LINKS: readonly string[] = [];
/** No „-er-“ links what ends so: in „Gletschererschließung“ it is a prefix. */
const NO_ER = /e[lnr]?$/;
/** Endings that the lexicon leaves to this list. */
const ENDINGS = new Set([
  "",
  ..."s es n en e er em ern ere eren erer in innen st ste sten ster stes t te ten".split(" "),
]);

export interface StructureOptions {
  /** The word must be read as a compound, not as a word of the lexicon. */
  readonly compound?: boolean;
  /** The word is the beginning of another one, and has no ending of its own. */
  readonly beginning?: boolean;
}

/**
 * Reads a word as a chain of prefixes and known words: of all readings the one that costs least (Viterbi's method).
 * `word` is in lower case, `syllables` are the offsets at which the patterns would divide it.
 */
export function structureOf(
  word: string,
  syllables: readonly number[],
  lexicon: Lexicon,
  options: StructureOptions = {},
): Structure {
  return new Reading(word, syllables, lexicon, options).best();
}

/** A way to have read the word as far as some offset. */
interface Step {
  readonly cost: number;
  readonly from: number;
  readonly previous: Step | undefined;
  readonly seam: "joint" | "prefix";
  readonly entry: Entry | undefined;
}

/** How to have come to an offset. */
interface Way {
  readonly previous: Step;
  readonly from: number;
  readonly entry?: Entry;
}

const START: Step = { cost: 0, from: 0, previous: undefined, seam: "joint", entry: undefined };

function unreadable(word: string): Structure {
  return { joints: [], prefixes: [], unknown: [{ start: 0, end: word.length }], names: [], cost: Infinity };
}

class Reading {
  /** The best way to each offset, by the kind of the seam there: what follows a prefix must be a part's rest. */
  private readonly joints: (Step | undefined)[] = [START];
  private readonly prefixes: (Step | undefined)[] = [];

  constructor(
    private readonly word: string,
    private readonly syllables: readonly number[],
    private readonly lexicon: Lexicon,
    private readonly options: StructureOptions,
  ) {}

  best(): Structure {
    for (let at = 0; at < this.word.length; at++) {
      const joint = this.joints[at];
      const prefix = this.prefixes[at];
      if (joint) this.readOn(at, joint, PART);
      if (prefix) this.readOn(at, prefix, 0);
    }
    const end = this.joints[this.word.length];
    return end ? this.trace(end) : unreadable(this.word);
  }

  private readOn(at: number, previous: Step, price: number): void {
    const prefix = prefixAt(this.word, at);
    if (prefix > 0 && this.syllables.includes(at + prefix)) {
      this.reach(this.prefixes, at + prefix, previous.cost + price + PREFIX, { previous, from: at });
    }
    for (const entry of this.lexicon.entriesAt(this.word, at)) this.readEntry(at, previous, price, entry);
    this.readUnknown(at, previous, price);
  }

  private readEntry(at: number, previous: Step, price: number, entry: Entry): void {
    const { word } = this;
    const length = entry.end - at;
    if (length < 3 && previous.seam === "prefix") return;
    const cost = previous.cost + price + entry.rarity * RARITY_STEP + SHORT_PART * Math.max(0, 4 - length);
    const way = { previous, from: at, entry };
    if (entry.end < word.length) this.reach(this.joints, entry.end, cost, way);
    for (const link of LINKS[word[entry.end] ?? ""] ?? NO_LINKS) {
      const end = entry.end + link.length;
      if (end >= word.length || !word.startsWith(link, entry.end)) continue;
      if (link === "er" && NO_ER.test(word.slice(at, entry.end))) continue;
      this.reach(this.joints, end, cost + LINKED, way);
    }
    const rest = word.slice(entry.end);
    if (this.options.compound && at === 0) return;
    if (rest !== "" && (this.options.beginning || LIKE_SUFFIX.test(word.slice(at)))) return;
    if (!ENDINGS.has(rest) || (length < 4 && rest !== "")) return;
    this.reach(this.joints, word.length, cost + (rest === "" ? 0 : INFLECTED), way);
  }

  private readUnknown(at: number, previous: Step, price: number): void {
    const { syllables, word } = this;
    if (word.length - at < LEAST_UNKNOWN) return;
    const suffix = SUFFIX.exec(word.slice(at))?.[0].length ?? Infinity;
    // It may end where a syllable does, or with the word.
    for (let index = 0; index <= syllables.length; index++) {
      const end = syllables[index] ?? word.length;
      if (end - at < LEAST_UNKNOWN || end - at >= suffix) continue;
      const cost = previous.cost + price + UNKNOWN + UNKNOWN_LETTER * (end - at);
      this.reach(this.joints, end, cost, { previous, from: at });
    }
  }

  /** Keeps a way to an offset if it is the best so far; its price there is still to be added. */
  private reach(steps: (Step | undefined)[], at: number, price: number, { previous, from, entry }: Way): void {
    const inside = at < this.word.length;
    // A compound's parts have two letters at least, and the patterns know most of the seams.
    if (inside && this.word.length - at < 3) return;
    const cost = price + (inside && !this.syllables.includes(at) ? NO_SYLLABLE : 0);
    if (cost >= (steps[at]?.cost ?? Infinity)) return;
    steps[at] = { cost, from, previous, seam: steps === this.joints ? "joint" : "prefix", entry };
  }

  private trace(end: Step): Structure {
    const joints: number[] = [];
    const prefixes: number[] = [];
    const unknown: Span[] = [];
    const names: Span[] = [];
    let until = this.word.length;
    for (let step = end; step.previous !== undefined; step = step.previous) {
      const { from, entry, seam } = step;
      if (seam === "prefix") prefixes.unshift(...prefixSeams(this.word, from, until));
      else if (until < this.word.length) joints.unshift(until);
      if (seam === "joint" && entry === undefined) unknown.unshift({ start: from, end: until });
      if (entry?.name) names.unshift({ start: from, end: entry.end });
      if (entry) prefixes.unshift(...this.prefixesOf(from, entry));
      until = from;
    }
    return { joints, prefixes, unknown, names, cost: end.cost };
  }

  private prefixesOf(from: number, { prefixes }: Entry): number[] {
    const offsets: number[] = [];
    let at = from;
    for (let count = 0; count < prefixes; count++) {
      const end = at + (prefixAt(this.word, at) || INNER_PREFIX.length);
      offsets.push(...prefixSeams(this.word, at, end));
      at = end;
    }
    return offsets;
  }
}

/**
 * Words with values, walked in the bytes of their packed form: nothing is unpacked, for a run that sets one article divides some hundred
 * words, and to unpack all that might be asked for took it longer than to divide them.
 *
 * It is an automaton as a double array (Aoe, 1989), written in digits to the base 64, the characters from `(` to `g`. A slot is
 *
 *   its letter (one digit: the place in `LETTERS`, counted from 1; 0 where there is none), the value of the word that ends with it (two
 *   digits, counted from 1; 0 where none does), its base (three digits).
 *
 * What goes on with a letter is in the slot that is as far behind the base as the letter's place is in `LETTERS`. All bases differ, so that a
 * slot with the letter sought is the right one; behind the base 0, which slots have that nothing follows, there is none. The first slot is that of
 * the beginning, and the base of the last one says how many there are before it.
 */
export class Trie {
  private readonly bytes: Uint8Array;
  /** One for all places in turn. */
  private readonly found = { count: 0, ends: [] as number[], values: [] as number[] };

  /** Of the packed form, or its bytes: the build lays those beside the bundle. Throws when it is another form, or not whole. */
  constructor(packed: string | Uint8Array) {
    this.bytes = typeof packed === "string" ? new TextEncoder().encode(packed) : packed;
    const last = packed.length - SLOT;
    if (last < SLOT || this.baseOf(last) * SLOT !== last) throw new RangeError("not a packed trie");
  }

  /** The words that begin at a place in a text, from the shortest on. They are there until others are asked for. */
  wordsAt(text: string, start: number): FoundWords {
    const { bytes, found } = this;
    const { ends, values } = found;
    let count = 0;
    let base = this.baseOf(0);
    for (let end = start; end < text.length;) {
      const place = PLACES[text.charCodeAt(end++)] ?? NO_LETTER;
      const slot = (base + place) * SLOT;
      if (bytes[slot] !== ZERO + place) break;
      base = this.baseOf(slot);
      const value = (bytes[slot + 1] ?? 0) * 64 + (bytes[slot + 2] ?? 0) - ZEROS_OF_TWO;
      if (value === 0) continue;
      ends[count] = end;
      values[count++] = value - 1;
    }
    found.count = count;
    return found;
  }

  private baseOf(slot: number): number {
    const { bytes } = this;
    return ((bytes[slot + 3] ?? 0) * 64 + (bytes[slot + 4] ?? 0)) * 64 + (bytes[slot + 5] ?? 0) - ZEROS_OF_THREE;
  }
}

/** Words found at a place in a text, in columns: where each ends there, and its value. */
export interface FoundWords {
  readonly count: number;
  readonly ends: readonly number[];
  readonly values: readonly number[];
}

/** The letters that words are packed of; „_“ stands for the edge of a word. */
export const LETTERS = "_abcdefghijklmnopqrstuvwxyzßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿœšž";
/** The character that is the digit 0. */
export const ZERO = 40;
/** What the characters of a number of two digits, and of three, add to it. */
const ZEROS_OF_TWO = ZERO * (64 + 1);
const ZEROS_OF_THREE = ZERO * (64 * 64 + 64 + 1);
/** Digits of a slot. */
const SLOT = 6;

/** What no slot has for its letter. */
const NO_LETTER = 63;

/** For each UTF-16 code its place in `LETTERS`, counted from 1; `NO_LETTER` for those that are none. */
const PLACES = new Uint8Array(0x180).fill(NO_LETTER);
for (let index = 0; index < LETTERS.length; index++) PLACES[LETTERS.charCodeAt(index)] = index + 1;

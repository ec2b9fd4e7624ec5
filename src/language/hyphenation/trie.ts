/**
 * A trie that is walked in the bytes of its packed form: nothing is unpacked, for a run that sets one article divides some hundred
 * words, and to unpack all that might be asked for took it longer than to divide them. All is written in digits to the base 64, the
 * characters from `(` to `g`. A node is
 *
 *   its letter (place in `LETTERS`, counted from 1; 0 for the root), what it has (`HAS_VALUE`, `HAS_CHILDREN`, and four times the
 *   number of digits of its length), two digits for its value, its length with all that is below it, its children, one after the other.
 *
 * The last child of a node has no length, for nothing is looked for behind it.
 */
export class Trie {
  private readonly bytes: Uint8Array;
  /** The nodes below the root, by their letters: every walk begins there, and most of them end there. */
  private readonly first: Int32Array;
  /** And below each of those, once one has been asked for: the more there are side by side, the longer it takes to go along them. */
  private readonly second: (Int32Array | undefined)[] = [];
  /** One for all places in turn. */
  private readonly found = { count: 0, ends: [] as number[], values: [] as number[] };

  /** Values are 0 to 1295. Throws when the string is not of the packed form, or not whole. */
  constructor(packed: string) {
    this.bytes = new TextEncoder().encode(packed);
    if (packed.length < 2 || this.sibling(0) !== this.bytes.length) throw new RangeError("not a packed trie");
    this.first = this.childrenOf(0);
  }

  /** The words that begin at a place in a text, from the shortest on. They are there until others are asked for. */
  wordsAt(text: string, start: number): FoundWords {
    const { bytes, found } = this;
    const { ends, values } = found;
    let count = 0;
    const initial = PLACES[text.charCodeAt(start)] ?? 0;
    let node = this.first[initial] ?? NO_NODE;
    for (let end = start + 1; node !== NO_NODE; end++) {
      const has = (bytes[node + 1] ?? ZERO) - ZERO;
      let at = node + 2;
      if (has & HAS_VALUE) {
        ends[count] = end;
        values[count++] = ((bytes[at] ?? ZERO) - ZERO) * 64 + (bytes[at + 1] ?? ZERO) - ZERO;
        at += 2;
      }
      const place = end < text.length ? (PLACES[text.charCodeAt(end)] ?? 0) : 0;
      if (place === 0 || !(has & HAS_CHILDREN)) break;
      if (end === start + 1) node = (this.second[initial] ??= this.childrenOf(node))[place] ?? NO_NODE;
      else node = this.siblingOf(at + (has >> 2), ZERO + place);
    }
    found.count = count;
    return found;
  }

  /** The one of a node and those behind it that has a letter; `NO_NODE` when none has. */
  private siblingOf(first: number, letter: number): number {
    let node = first;
    while (node !== NO_NODE && this.bytes[node] !== letter) node = this.sibling(node);
    return node;
  }

  /** The node behind `node` by a letter (its UTF-16 code), or `NO_NODE`. The root is node 0. */
  child(node: number, letter: number): number {
    const place = PLACES[letter] ?? 0;
    if (place === 0) return NO_NODE;
    if (node === 0) return this.first[place] ?? NO_NODE;
    const child = this.firstChild(node);
    return this.siblingOf(child, ZERO + place);
  }

  /** The value of the word that ends at a node; −1 when none does. */
  value(node: number): number {
    return this.digit(node + 1) & HAS_VALUE ? this.digit(node + 2) * 64 + this.digit(node + 3) : NONE;
  }

  /** The value of a word; −1 when it is not in the trie. */
  find(word: string): number {
    let node = 0;
    for (let index = 0; index < word.length; index++) {
      node = this.child(node, word.charCodeAt(index));
      if (node === NO_NODE) return NONE;
    }
    return this.value(node);
  }

  /** The nodes below a node, by their letters. */
  private childrenOf(node: number): Int32Array {
    const children = new Int32Array(64);
    for (let child = this.firstChild(node); child !== NO_NODE; child = this.sibling(child)) {
      children[this.digit(child)] = child;
    }
    return children;
  }

  private firstChild(node: number): number {
    const has = this.digit(node + 1);
    return has & HAS_CHILDREN ? node + 2 + 2 * (has & HAS_VALUE) + (has >> 2) : NO_NODE;
  }

  /** Written out without a call: a cold run takes most of its steps here, and V8's interpreter pays for each call. */
  private sibling(node: number): number {
    const { bytes } = this;
    const has = (bytes[node + 1] ?? ZERO) - ZERO;
    let at = node + 2 + 2 * (has & HAS_VALUE);
    let length = 0;
    for (let count = has >> 2; count > 0; count--) length = length * 64 + (bytes[at++] ?? ZERO) - ZERO;
    return length === 0 ? NO_NODE : node + length;
  }

  private digit(at: number): number {
    return (this.bytes[at] ?? ZERO) - ZERO;
  }
}

/** Words found at a place in a text, in columns: where each ends there, and its value. */
export interface FoundWords {
  readonly count: number;
  readonly ends: readonly number[];
  readonly values: readonly number[];
}

/** What `child` gives when there is none: the root is nobody's child. */
export const NO_NODE = 0;
/** The character that is the digit 0. */
export const ZERO = 40;
export const HAS_VALUE = 1;
export const HAS_CHILDREN = 2;
/** The letters that words are packed of; „_“ stands for the edge of a word. */
export const LETTERS = "_abcdefghijklmnopqrstuvwxyzßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿœšž";

const NONE = -1;

/** For each UTF-16 code its place in `LETTERS`, counted from 1; 0 for those that are no letters. */
const PLACES = new Uint8Array(0x180);
for (let index = 0; index < LETTERS.length; index++) PLACES[LETTERS.charCodeAt(index)] = index + 1;

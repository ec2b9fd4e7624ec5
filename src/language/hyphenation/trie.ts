/**
 * A trie in typed arrays, unpacked from one string in a single pass. The packed form is a sorted list of words, each
 * written as what it shares with the word before it: one digit (base 36) for the number of letters kept, the other
 * letters, two digits for its value. Letters are lower case, digits are 0–9 and A–Z, so nothing needs a separator.
 */
export class Trie {
  private readonly letters: Uint16Array;
  private readonly firstChild: Int32Array;
  private readonly sibling: Int32Array;
  private readonly values: Int16Array;

  /** Values are 0 to 1295. Throws when the string is not of the packed form. */
  constructor(packed: string) {
    // No entry is shorter than its digits, and no letter makes more than one node.
    const size = packed.length + 1;
    this.letters = new Uint16Array(size);
    this.firstChild = new Int32Array(size);
    this.sibling = new Int32Array(size);
    this.values = new Int16Array(size).fill(NONE);
    this.unpack(packed);
  }

  /** The node behind `node` by a letter (its UTF-16 code), or `NO_NODE`. The root is node 0. */
  child(node: number, letter: number): number {
    let child = this.firstChild[node] ?? NO_NODE;
    while (child !== NO_NODE && this.letters[child] !== letter) child = this.sibling[child] ?? NO_NODE;
    return child;
  }

  /** The value of the word that ends at a node; −1 when none does. */
  value(node: number): number {
    return this.values[node] ?? NONE;
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

  private unpack(packed: string): void {
    const path = [0];
    let length = 0;
    let nodes = 1;
    let at = 0;
    while (at < packed.length) {
      let depth = digit(packed, at++);
      // Words come sorted: the first letter that is not shared is the next sibling of the one in its place before.
      let before = depth < length ? (path[depth + 1] ?? NO_NODE) : NO_NODE;
      for (; packed.charCodeAt(at) > LAST_DIGIT; at++) {
        const node = nodes++;
        this.letters[node] = packed.charCodeAt(at);
        if (before === NO_NODE) this.firstChild[path[depth] ?? 0] = node;
        else this.sibling[before] = node;
        path[++depth] = node;
        before = NO_NODE;
      }
      length = depth;
      this.values[path[depth] ?? 0] = digit(packed, at++) * 36 + digit(packed, at++);
    }
  }
}

/** What `child` gives when there is none: the root is nobody's child. */
export const NO_NODE = 0;
const NONE = -1;
const LAST_DIGIT = 90;

function digit(packed: string, at: number): number {
  const code = packed.charCodeAt(at);
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= LAST_DIGIT) return code - 55;
  throw new RangeError(`not a packed trie: no digit at ${at}`);
}

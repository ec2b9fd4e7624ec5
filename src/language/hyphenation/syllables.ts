import { LEVELS, PATTERNS } from "./data/patterns.ts";
import { Trie } from "./trie.ts";

interface Patterns {
  readonly trie: Trie;
  /** For each kind of pattern the level at each place between its letters. */
  readonly levels: readonly Uint8Array[];
}

let opened: Patterns | undefined;

// Opened when the first word asks for them: a command that divides no word need not wait.
function patterns(): Patterns {
  opened ??= {
    trie: new Trie(PATTERNS),
    levels: LEVELS.split(" ").map((row) => Uint8Array.from(row, Number)),
  };
  return opened;
}

const EDGE = "_";

/**
 * Where syllables part inside a word in lower case, as UTF-16 offsets, at least two letters from either end: Liang's method
 * (Word Hy-phen-a-tion by Com-put-er, 1983) with the patterns for the reformed spelling (de-1996, trennmuster) that the
 * package `hyphen` brings. Odd levels permit a break, even ones forbid it, the highest has its way.
 */
export function syllables(word: string): readonly number[] {
  const { trie, levels } = patterns();
  const framed = EDGE + word + EDGE;
  const highest = new Uint8Array(framed.length + 1);
  for (let start = 0; start < framed.length; start++) {
    // The frame's first character stands for no letter: levels count from the letter behind it.
    const origin = Math.max(0, start - 1);
    const { count, values } = trie.wordsAt(framed, start);
    for (let index = 0; index < count; index++) {
      const own = levels[values[index] ?? 0];
      if (own !== undefined) raise(highest, origin, own);
    }
  }
  raiseByHand(highest, word);
  const offsets: number[] = [];
  for (let offset = 2; offset < word.length - 1; offset++) if ((highest[offset] ?? 0) % 2 === 1) offsets.push(offset);
  return offsets;
}

function raise(highest: Uint8Array, origin: number, levels: Uint8Array): void {
  for (let index = 0; index < levels.length; index++) {
    const level = levels[index] ?? 0;
    if (level > (highest[origin + index] ?? 0)) highest[origin + index] = level;
  }
}

/** Where the patterns divide by origin and the official rules of today by sound: Ins|ti|tut. */
const BY_SOUND = [{ letters: "insti", forbidden: 2, permitted: 3 }];

function raiseByHand(highest: Uint8Array, word: string): void {
  for (const { letters, forbidden, permitted } of BY_SOUND) {
    const at = word.indexOf(letters);
    if (at < 0 || (highest[at + forbidden] ?? 0) % 2 === 0) continue;
    highest[at + forbidden] = 0;
    highest[at + permitted] = 1;
  }
}

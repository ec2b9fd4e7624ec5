import { LEXICON } from "./data/lexicon.ts";
import { Trie } from "./trie.ts";

/** A word that the lexicon knows, found at some place in a longer one. */
export interface Entry {
  /** UTF-16 offset behind its last letter. */
  readonly end: number;
  /** How rare it is: 0 for the most frequent, up to 11. */
  readonly rarity: number;
  /** How many prefixes it begins with: 1 in „Versicherung“. */
  readonly prefixes: number;
  /** A place, a family or a first name. */
  readonly name: boolean;
}

/** Steps of rarity, and with it the packing of an entry into a value: rarity + 12 · prefixes + 36 if it is a name. */
export const RARITIES = 12;
export const NAME = 36;

/** Simple German words, those that compounds are made of, in lower case. */
export class Lexicon {
  constructor(private readonly trie: Trie) {}

  /** All entries that begin at `start`, from the shortest to the longest. */
  entriesAt(word: string, start: number): readonly Entry[] {
    const entries: Entry[] = [];
    const { count, ends, values } = this.trie.wordsAt(word, start);
    for (let index = 0; index < count; index++) {
      const [end, value] = [ends[index] ?? 0, values[index] ?? 0];
      const own = value % NAME;
      entries.push({ end, rarity: own % RARITIES, prefixes: Math.floor(own / RARITIES), name: value >= NAME });
    }
    return entries;
  }
}

let bundled: Lexicon | undefined;

/** The bundled lexicon, opened when the first word asks for it. Where it comes from stands in data/README.md. */
export function bundledLexicon(): Lexicon {
  bundled ??= new Lexicon(new Trie(LEXICON));
  return bundled;
}

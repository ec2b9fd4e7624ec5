import type { Language } from "../language/index.ts";
import type { TextStyle } from "../template/index.ts";
import type { Face } from "./font/face.ts";
import type { SetWord } from "./set-word.ts";

/**
 * What has been set in a style and is kept standing (Stehsatz), by word: news repeats its words. Only what stands in the style's own face
 * throughout, and so depends on nothing but its letters, is kept.
 */
export class StandingType {
  private words = new Map<string, SetWord>();
  /** The words before those; one that is asked for again goes back among them, and all others go in time. */
  private older = new Map<string, SetWord>();
  /** Spaces at which a line may end and those at which none may, by the two characters they stand between. */
  private readonly spaces = { free: new Map<number, SetWord>(), binding: new Map<number, SetWord>() };

  constructor(
    readonly face: Face,
    readonly language: Language,
  ) {}

  /** A word that was set before. */
  known(text: string): SetWord | undefined {
    const word = this.words.get(text);
    if (word !== undefined) return word;
    const older = this.older.get(text);
    return older && this.keep(text, older);
  }

  /** Keeps a word standing. */
  keep(text: string, word: SetWord): SetWord {
    if (this.words.size >= MOST_WORDS) [this.older, this.words] = [this.words, new Map<string, SetWord>()];
    this.words.set(text, word);
    return word;
  }

  /** A space between two UTF-16 units that was set before. */
  knownSpace(before: number, after: number, binds: boolean): SetWord | undefined {
    return this.spacesThat(binds).get(pairOf(before, after));
  }

  keepSpace(before: number, after: number, binds: boolean, space: SetWord): SetWord {
    const spaces = this.spacesThat(binds);
    if (spaces.size >= MOST_WORDS) spaces.clear();
    spaces.set(pairOf(before, after), space);
    return space;
  }

  private spacesThat(bind: boolean): Map<number, SetWord> {
    return bind ? this.spaces.binding : this.spaces.free;
  }
}

function pairOf(before: number, after: number): number {
  return (before << 16) | after;
}

// A day's copy has some ten thousand word forms, of which some thousand come again and again. A word takes some kilobytes.
const MOST_WORDS = 6000;

const standing = new WeakMap<TextStyle, StandingType>();

/** The standing type of a style. It is kept as long as the style is, for one language and one opening of the fonts at a time. */
export function standingTypeOf(style: TextStyle, face: Face, language: Language): StandingType {
  const known = standing.get(style);
  if (known?.face === face && known.language === language) return known;
  const made = new StandingType(face, language);
  standing.set(style, made);
  return made;
}

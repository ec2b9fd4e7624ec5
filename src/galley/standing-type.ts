import { remember, type Pt } from "../base/index.ts";
import type { Language } from "../language/index.ts";
import type { TextStyle } from "../template/index.ts";
import type { Face } from "./font/face.ts";
import type { Box, Penalty } from "./items.ts";
import type { SizedGlyph } from "./glyph.ts";

/** What a word is made of to the breaker: a box or a break, and where in the word it stands (UTF-16 offsets). */
export interface WordPart {
  readonly item: Box | Penalty;
  readonly from: number;
  readonly until: number;
  /** Whether a break here puts in a hyphen that the word does not have. */
  readonly hyphen: boolean;
}

/** A word as it is set wherever it stands: its glyphs, without a hyphen, and its parts once they have been asked for. */
export interface StandingWord {
  readonly glyphs: readonly SizedGlyph[];
  parts?: readonly WordPart[];
}

/**
 * What has been set in a style and is kept standing (Stehsatz), by word: news repeats its words. Only what stands in the style's own face
 * throughout, and so depends on nothing but its letters, is kept.
 */
export class StandingType {
  private words = new Map<string, StandingWord>();
  /** The words before those; one that is asked for again goes back among them, and all others go in time. */
  private older = new Map<string, StandingWord>();
  /** By the two characters that a space stands between. */
  private readonly spaces = new Map<number, Pt>();

  constructor(
    readonly face: Face,
    readonly language: Language,
  ) {}

  /** A word (or a space) that was set before. */
  known(text: string): StandingWord | undefined {
    const word = this.words.get(text);
    if (word !== undefined) return word;
    const older = this.older.get(text);
    return older && this.keep(text, older);
  }

  /** Keeps a word standing. */
  keep(text: string, word: StandingWord): StandingWord {
    if (this.words.size >= MOST_WORDS) [this.older, this.words] = [this.words, new Map<string, StandingWord>()];
    this.words.set(text, word);
    return word;
  }

  /** The natural width of the space between two UTF-16 units, in points. */
  spaceBetween(before: number, after: number, measure: () => Pt): Pt {
    return remember(this.spaces, (before << 16) | after, MOST_WORDS, measure);
  }
}

// A day's copy has some ten thousand word forms, of which some thousand come again and again. A word takes a kilobyte or two.
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

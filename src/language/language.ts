import type { Copy, Diagnostic } from "../base/index.ts";
import type { HouseStyle } from "./house.ts";

/** The languages of copy, BCP 47. All three are German; they differ in quotes, ß and exceptions. */
export type LanguageTag = "de-AT" | "de-DE" | "de-CH";

/** A change that microtype made to the copy: offsets are into the *source*, so a desk can find it. */
export interface Change {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly sourceOffset: number;
}

/** Copy in typographic form, what was changed to get there, and what a person should look at. */
export interface Microtyped {
  readonly copy: Copy;
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * How good a division is, from the best to the worst: at the joint of a compound (Verteidigungs|ministerium), behind a
 * prefix (Ver|teidigung), before a suffix (Freund|schaft), between other syllables, unpleasant or misleading
 * (Wach|stube), inside a name (Pjöng|jang).
 */
export type Grade = "joint" | "prefix" | "suffix" | "syllable" | "unpleasant" | "name";

/**
 * A place inside a word where a line may end: before the UTF-16 unit `offset`.
 * `syllable` adds a hyphen glyph; `explicit` follows a hyphen, slash or address sign that is there already.
 */
export interface BreakPoint {
  readonly offset: number;
  readonly kind: "syllable" | "explicit";
  /** How good it is to divide here; what stands behind a sign of its own is a joint. */
  readonly grade: Grade;
  /** Set where so little of a compound's part is left beside its joint that it is read with the other one: „Energieab|gaben“, „Lini|enbus“. */
  readonly closeToJoint?: true;
}

/** What holds a word to the one behind it: see `bondBehind`. */
export type Bond = "number" | "attribute" | "apposition";

/** The word before a pair of words, and that behind it. */
export interface Around {
  readonly before: string | undefined;
  readonly third: string | undefined;
}

/** What the engine asks of a language. Strings in, strings and numbers out: no fonts, no measures. */
export interface Language {
  readonly tag: LanguageTag;
  /** Agency characters to typographic ones; idempotent; words, letters and their order stay as they are. */
  microtype(copy: Copy, house: HouseStyle): Microtyped;
  /** Permitted breaks of one word (text between spaces, punctuation included), in order of offset. */
  breakPoints(word: string): readonly BreakPoint[];
  /**
   * Offsets in a word over which no ligature may reach: joints of compounds and those before a suffix that begins with
   * a consonant (Auf|lage, höf|lich).
   */
  ligatureBreaks(word: string): readonly number[];
  /** True when a headline line must not end with this word, with that behind it: article, preposition, conjunction, title, first name. */
  bindsForward(word: string, next?: string): boolean;
  /** What holds a heading's word to the one behind it, where a line may end between them but rather does not. */
  bondBehind(word: string, next: string, around: Around): Bond | undefined;
  /** `2025-02-09` → `Sonntag, 9. Februar 2025`; no locale data of the machine is used. */
  longDate(isoDate: string): string;
}

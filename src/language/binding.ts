import { Pattern } from "../base/index.ts";
import { isFirstName } from "./first-names.ts";
import { bindsAsFunctionWord } from "./words.ts";

/** Titles that are nothing without the name behind them; offices („Präsident“) stand on their own. */
const titles = new Set([
  "dr.",
  "ddr.",
  "prof.",
  "mag.",
  "ing.",
  "dipl.-ing.",
  "st.",
  "hl.",
  "herr",
  "frau",
  "mr.",
  "mrs.",
]);

const initial = new Pattern(String.raw`^\p{Lu}\.$`);

/**
 * Whether a headline line must not end with this word: articles, prepositions, conjunctions and the like, titles,
 * frequent first names, initials and numbers. A word with a comma or a full stop behind it has done its work.
 */
export function bindsForward(word: string): boolean {
  const bare = word.replace(/^[„“‚‘»«›‹"'([]+/u, "");
  if (titles.has(bare.toLowerCase()) || initial.test(bare)) return true;
  if (/^\d+(?:[.,:–]\d+)*\.?$/u.test(bare)) return true;
  return bindsAsFunctionWord(bare) || isFirstName(bare);
}

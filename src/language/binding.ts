import { Pattern } from "../base/index.ts";
import { isFirstName } from "./first-names.ts";
import { bindsAsFunctionWord, isFunctionWord } from "./words.ts";

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

const capitalised = new Pattern(String.raw`^\p{Lu}`);

/**
 * Whether a headline line must not end with this word: articles, prepositions, conjunctions and the like, titles,
 * and initials; frequent first names before what may be a name („Ludwig | verspricht“), and numbers before what they may count
 * („Tempo 30 | auf“). A word with a comma or a full stop behind it has done its work.
 */
export function bindsForward(word: string, next?: string): boolean {
  const bare = word.replace(/^[„“‚‘»«›‹"'([]+/u, "");
  if (titles.has(bare.toLowerCase()) || initial.test(bare)) return true;
  if (/^\d+(?:[.,:–]\d+)*\.?$/u.test(bare)) return next === undefined || !isFunctionWord(next);
  return bindsAsFunctionWord(bare) || (isFirstName(bare) && (next === undefined || mayBeName(next)));
}

/** „von“, „van“ and the like stand inside a name, too. */
function mayBeName(word: string): boolean {
  return capitalised.test(word) || /^(?:von|van|de|di|da|dos|zu|al|el|bin|ibn|der|den)$/.test(word);
}

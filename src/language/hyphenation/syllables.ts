import createHyphenator from "hyphen/hyphen.js";
import patterns from "hyphen/patterns/de-1996.js";
import { exceptionFor } from "./exceptions.ts";

const mark = "\u00AD";

// HTML mode would take „<“ for the start of a tag; limits of length are ours and belong to the word, not to the part.
const hyphenate = createHyphenator(patterns, { hyphenChar: mark, html: false, minWordLength: 2 });

/**
 * Where syllables part inside a run of letters, as UTF-16 offsets, without any limit of length.
 * Liang's patterns for the reformed spelling (de-1996, trennmuster), and our exceptions before them.
 * Breaks are of one grade as yet: joints, prefixes and syllables are not told apart.
 */
export function syllables(letters: string): readonly number[] {
  const word = letters.toLowerCase();
  return exceptionFor(word) ?? marksIn(hyphenate(word));
}

function marksIn(hyphenated: string): readonly number[] {
  const offsets: number[] = [];
  let letters = 0;
  for (const unit of hyphenated) {
    if (unit === mark) offsets.push(letters);
    else letters += unit.length;
  }
  return offsets;
}

import { syllables } from "./syllables.ts";

/** House style: two letters stay, three go over (the rules allow two and two). */
const leastBefore = 2;
const leastAfter = 3;
/** Beside a hyphen, slash or apostrophe inside the word a shorter piece would look like a word of its own. */
const leastAtJoint = 3;
const leastLength = 5;

const softHyphen = "\u00AD";

/**
 * Syllable breaks inside the runs of letters of a text without spaces; offsets from its start. None in
 * abbreviations, in capitals, beside digits and in runs of fewer than five letters.
 */
export function syllableBreaks(text: string): readonly number[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\u00AD]+/gu)).flatMap((run) => {
    const before = text.slice(0, run.index);
    const after = text.slice(run.index + run[0].length);
    if (!isDivisible(run[0], before, after)) return [];
    const least = {
      before: isJoined(before) ? leastAtJoint : leastBefore,
      after: isJoined(after) ? leastAtJoint : leastAfter,
    };
    return breaksOfRun(run[0])
      .filter(
        (offset) => letters(run[0].slice(0, offset)) >= least.before && letters(run[0].slice(offset)) >= least.after,
      )
      .map((offset) => run.index + offset);
  });
}

/** Abbreviations of five and more letters that newspapers print with a full stop. */
const abbreviations = new Set(["einschl", "österr", "schweiz", "stellv", "jahrh", "evang", "bundesges"]);

function isDivisible(run: string, before: string, after: string): boolean {
  if (letters(run) < leastLength) return false;
  // A capital inside marks an acronym or a brand („ÖVP“, „WhatsApp“), a digit beside it a name („Ö3“).
  if (/.\p{Lu}/su.test(run) || /\p{N}$/u.test(before) || /^\p{N}/u.test(after)) return false;
  const isAbbreviated = /^\.[^\p{L}\p{N}]*[\p{L}\p{N}]/u.test(after) || /[\p{L}\p{N}]\.$/u.test(before);
  return !isAbbreviated && !(after.startsWith(".") && abbreviations.has(run.toLowerCase()));
}

function letters(run: string): number {
  return run.replaceAll(softHyphen, "").length;
}

function isJoined(beside: string): boolean {
  return /[\p{L}\p{N}]/u.test(beside);
}

/** A desk that puts soft hyphens into a word knows better than the patterns, and means all of its breaks. */
function breaksOfRun(run: string): readonly number[] {
  if (!run.includes(softHyphen)) return syllables(run);
  return Array.from(run.matchAll(/\u00AD/g), (found) => found.index + 1);
}

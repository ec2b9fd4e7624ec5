import { Pattern } from "../../base/index.ts";
import type { GradedBreak } from "./exceptions.ts";
import { letterRuns } from "../letter-runs.ts";
import { gradedBreaks, isKnown } from "./graded-breaks.ts";

/** The official rules allow a single letter even; two on either side is what can be read. A style prices them. */
const leastBefore = 2;
const leastAfter = 2;
/** Beside a hyphen, slash or apostrophe inside the word a shorter piece would look like a word of its own. */
const leastAtJoint = 3;
const leastLength = 5;

const softHyphen = "\u00AD";

/**
 * Syllable breaks inside the runs of letters of a text without spaces, graded; offsets from its start. None in
 * abbreviations, in capitals, beside digits and in runs of fewer than five letters.
 */
export function syllableBreaks(text: string): readonly GradedBreak[] {
  const breaks: GradedBreak[] = [];
  for (const { start, end } of letterRuns(text)) {
    const [run, before, after] = [text.slice(start, end), text.slice(0, start), text.slice(end)];
    if (!isDivisible(run, before, after)) continue;
    const least = {
      before: isJoined(before) ? leastAtJoint : leastBefore,
      after: isJoined(after) ? leastAtJoint : leastAfter,
    };
    for (const one of breaksWithin(run, least))
      breaks.push(start === 0 ? one : { offset: start + one.offset, grade: one.grade });
  }
  return breaks;
}

/** Abbreviations of five and more letters that newspapers print with a full stop. */
const abbreviations = new Set(["einschl", "österr", "schweiz", "stellv", "jahrh", "evang", "bundesges"]);

const capitalInside = new Pattern(String.raw`.\p{Lu}`, "s");
const figureAtEnd = new Pattern(String.raw`\p{N}$`);
const figureAtStart = new Pattern(String.raw`^\p{N}`);
const abbreviationAtEnd = new Pattern(String.raw`[\p{L}\p{N}]\.$`);
const wordBehindStop = new Pattern(String.raw`^\.[^\p{L}\p{N}]*[\p{L}\p{N}]`);

function isDivisible(run: string, before: string, after: string): boolean {
  if (letters(run) < leastLength) return false;
  // A capital inside marks an acronym or a brand („ÖVP“, „WhatsApp“), a digit beside it a name („Ö3“); but a word that is
  // German all the same may stand in capitals („ZUSATZ“).
  if (capitalInside.test(run) && !isGermanInCapitals(run)) return false;
  if (before === "" && after === "") return true;
  const beside = before.slice(-4);
  if (figureAtEnd.test(beside) || figureAtStart.test(after)) return false;
  if (beside.endsWith(".") && abbreviationAtEnd.test(beside)) return false;
  if (!after.startsWith(".")) return true;
  const isAbbreviated = after !== "." && wordBehindStop.test(after);
  return !isAbbreviated && !abbreviations.has(run.toLowerCase());
}

const leastInCapitals = 6;
const small = new Pattern(String.raw`\p{Ll}`);

function isGermanInCapitals(run: string): boolean {
  return run.length >= leastInCapitals && !small.test(run) && isKnown(run);
}

interface Least {
  readonly before: number;
  readonly after: number;
}

/** The breaks of a run that leave enough letters on either side; soft hyphens are none. */
function breaksWithin(run: string, least: Least): readonly GradedBreak[] {
  const all = letters(run);
  if (all === run.length)
    return gradedBreaks(run).filter(({ offset }) => offset >= least.before && all - offset >= least.after);
  let counted = 0;
  let before = 0;
  return softHyphensOf(run).filter(({ offset }) => {
    before += letters(run.slice(counted, offset));
    counted = offset;
    return before >= least.before && all - before >= least.after;
  });
}

function letters(run: string): number {
  return run.includes(softHyphen) ? run.replaceAll(softHyphen, "").length : run.length;
}

const letterOrFigure = new Pattern(String.raw`[\p{L}\p{N}]`);

function isJoined(beside: string): boolean {
  return letterOrFigure.test(beside);
}

/** A desk that puts soft hyphens into a word knows better than the patterns, and means all of its breaks. */
function softHyphensOf(run: string): readonly GradedBreak[] {
  return Array.from(run.matchAll(/\u00AD/g), (found) => ({ offset: found.index + 1, grade: "joint" }));
}

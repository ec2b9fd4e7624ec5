import { Pattern, type Edit } from "../../../base/index.ts";
import { guarded, matchesIn, merged, replaceAll } from "../rule.ts";
import { depthBehind, gainWithout, loneMarks, readDoubles } from "./doubles.ts";
import type { QuoteMark } from "./marks.ts";
import { readMarks } from "./read-marks.ts";

/**
 * Feet and inches, minutes and seconds: 5′10″, 27″-Monitor. A mark behind a number is a prime when the
 * quotation marks of the paragraph come out better without it.
 */
export function primes(text: string): readonly Edit[] {
  return merged(replaceAll(text, feet, "primes", "′"), replaceAll(text, inchesAfterFeet, "primes", "″"), inches(text));
}

const feet = guarded(/\d'\d/, String.raw`(?<=(?<![\p{L}\p{N}.,])\d{1,3})'(?=\d{1,2}(?:"|''))`);
const inchesAfterFeet = guarded(/\d['′]\d/, String.raw`(?<=(?<![\p{L}\p{N}.,])\d{1,3}['′]\d{1,2})(?:"|'')`);
/** Enough of the text before a mark to hold any number of inches. */
const longestNumber = 12;

function inches(text: string): readonly Edit[] {
  const feetAndInches = new Set(matchesIn(text, inchesAfterFeet).map((found) => found.index));
  const { readings } = readMarks(text);
  const marks = readings.map(({ mark }) => mark).filter(({ start }) => !feetAndInches.has(start));
  let lone = loneMarks(marks.length === readings.length ? readings : readDoubles(marks)).length;
  if (lone === 0) return [];
  const edits: Edit[] = [];
  let open = 0;
  marks.forEach((mark, index) => {
    const gain = lone > 0 && isBehindNumber(text, mark) ? gainWithout(marks, index, open) : 0;
    if (gain > 0) edits.push({ start: mark.start, end: mark.end, text: "″", rule: "primes" });
    else open = depthBehind(mark, open);
    lone -= Math.max(0, gain);
  });
  return edits;
}

const numberAtEnd = new Pattern(String.raw`(?<![\p{L}\p{N}.,'′])\d+(?:,\d+)?$`);

function isBehindNumber(text: string, { glyph, start }: QuoteMark): boolean {
  return glyph === '"' && numberAtEnd.test(text.slice(Math.max(0, start - longestNumber), start));
}

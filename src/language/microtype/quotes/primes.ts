import type { Edit } from "../../../base/index.ts";
import { merged, replaceAll } from "../rule.ts";
import { loneMarks, readDoubles } from "./doubles.ts";
import { quoteMarks, type QuoteMark } from "./marks.ts";

/**
 * Feet and inches, minutes and seconds: 5′10″, 27″-Monitor. A mark behind a number is a prime when the
 * quotation marks of the paragraph come out better without it.
 */
export function primes(text: string): readonly Edit[] {
  return merged(replaceAll(text, feet, "primes", "′"), replaceAll(text, inchesAfterFeet, "primes", "″"), inches(text));
}

const feet = /(?<=(?<![\p{L}\p{N}.,])\d{1,3})'(?=\d{1,2}(?:"|''))/gu;
const inchesAfterFeet = /(?<=(?<![\p{L}\p{N}.,])\d{1,3}['′]\d{1,2})(?:"|'')/gu;
const numberBefore = /(?<![\p{L}\p{N}.,'′])\d+(?:,\d+)?$/u;

function inches(text: string): readonly Edit[] {
  const feetAndInches = new Set(Array.from(text.matchAll(inchesAfterFeet), (found) => found.index));
  let marks = quoteMarks(text).filter((mark) => mark.kind === "double" && !feetAndInches.has(mark.start));
  const edits: Edit[] = [];
  for (const mark of marks) {
    if (mark.glyph !== '"' || !numberBefore.test(text.slice(0, mark.start))) continue;
    const others = marks.filter((other) => other !== mark);
    if (lone(others) >= lone(marks)) continue;
    edits.push({ start: mark.start, end: mark.end, text: "″", rule: "primes" });
    marks = others;
  }
  return edits;
}

function lone(marks: readonly QuoteMark[]): number {
  return loneMarks(readDoubles(marks)).length;
}

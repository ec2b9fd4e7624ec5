import type { Edit } from "../../base/index.ts";
import { surplusSpace } from "../findings.ts";
import { narrow, noBreak, replaceAll, type Remark } from "./rule.ts";

/**
 * One space between words, none before , . ; : ! ? (DIN 5008). Of mixed spaces in a row the one that holds
 * more together stays. „5 : 0“ keeps its spaces, and so does a dot that begins a word („.NET“).
 */
export function spaces(text: string): readonly Edit[] {
  return replaceAll(text, run, "spaces", (match) => {
    const spaces = match[0];
    const before = text.charAt(match.index - 1);
    const after = text.slice(match.index + spaces.length);
    if (before !== "" && isMisplaced(before, after)) return "";
    return spaces.length > 1 || spaces === "\t" ? strongest(spaces) : spaces;
  });
}

/** Every surplus space that the rule takes out. */
export function surplusSpaces(text: string): readonly Remark[] {
  return spaces(text).map((edit) => ({
    start: edit.start,
    end: edit.end,
    finding: surplusSpace,
    message: edit.text === "" ? "space before a punctuation mark" : "more than one space between words",
  }));
}

// A single space that no punctuation follows stays as it is, and nearly all are such: they are not even looked at.
const run = /[ \t\u00A0\u202F]{2,}|\t|[ \u00A0\u202F](?=[,.!?;:])/g;

const punctuation = /^(?:[,.!?]+(?=[\s"“”„'’‘‚`´›‹)\]»«]|$)|[;:](?=[\s"“”„'’‘‚`´›‹»«]|$))/u;

function isMisplaced(before: string, after: string): boolean {
  const isScore = /\d/.test(before) && /^:[ \u00A0\u202F]?\d/u.test(after);
  // Dots drawn together would become an ellipsis that nobody wrote.
  const wouldJoinDots = before === "." && after.startsWith(".");
  return !isScore && !wouldJoinDots && punctuation.test(after);
}

function strongest(spaces: string): string {
  if (spaces.includes(noBreak)) return noBreak;
  return spaces.includes(narrow) ? narrow : " ";
}

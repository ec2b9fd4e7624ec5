import { Pattern } from "../base/index.ts";

/** A sentence's place in a text: half-open, without the space behind it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** A sentence's end, its closing marks with it, before a space that may part; the next one begins with a capital, a figure or a quote. */
const END = new Pattern(String.raw`[.!?…][“"»«‘’)\]]*(?= [„»«‚("[]?[\p{Lu}\p{N}])`, "g");
/** What ends with a full stop and seldom ends a sentence; „Dr.“ and „8.“ are tied to what follows by microtype. */
const ABBREVIATION = new Pattern(
  String.raw`(?:^|[\s(„])(?:bzw|ca|etwa|evtl|ggf|inkl|Mio|Mrd|rd|sog|usw|vgl|Nr|St|Abs|Art|Jg|Chr|geb|gest|\p{Lu}|\d+)\.$`,
);

/** The sentences of a microtyped text, in order; together they are the whole text but for the spaces between them. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(END.for(text))) {
    const end = match.index + match[0].length;
    if (match[0] === "." && ABBREVIATION.test(text.slice(start, end))) continue;
    found.push({ start, end });
    start = end + 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

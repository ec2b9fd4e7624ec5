import { Pattern } from "../../base/index.ts";
import { matchesIn } from "../microtype/rule.ts";

/**
 * Where a word may end a line at a character it has already: behind a hyphen or dash that joins (U+2011 never
 * does), and behind „/“. Offsets from the start of the text, which holds no space.
 *
 * Duden K 26 allows more; a single letter or digit left behind („U-|Boot“), or fewer than three letters carried
 * over („Jong-|un“), read badly.
 */
export function jointBreaks(text: string): readonly number[] {
  const [hyphens, slashes] = [hyphenBreaks(text), slashBreaks(text)];
  return slashes.length === 0 ? hyphens : [...hyphens, ...slashes].sort((a, b) => a - b);
}

const NONE: readonly number[] = [];

// Quotes and brackets may stand between: „Krone“-Interview, Anti-„Krone“.
const hyphen = new Pattern(String.raw`(?<=[\p{L}\p{N}]{2}[“”‘’«»‹›)\]]*)[-–](?=[„‚«»‹›([]*\p{L}{3})`, "g");
const slash = new Pattern(String.raw`(?<=\p{L}{3})/(?=\p{L}{3})`, "g");

function hyphenBreaks(text: string): readonly number[] {
  if (!text.includes("-") && !text.includes("–")) return NONE;
  return matchesIn(text, hyphen.for(text)).map(({ index }) => index + 1);
}

function slashBreaks(text: string): readonly number[] {
  if (!text.includes("/")) return NONE;
  return matchesIn(text, slash.for(text)).map(({ index }) => index + 1);
}

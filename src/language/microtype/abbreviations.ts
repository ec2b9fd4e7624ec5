import type { Edit } from "../../base/index.ts";
import { guarded, matchesIn, narrow, replaceAll } from "./rule.ts";

/** Parts of abbreviations that are spoken as several words, each part with its full stop. */
const abbreviations = [
  "a. a. O.",
  "a. d.",
  "a. D.",
  "a. M.",
  "a. o.",
  "d. h.",
  "d. J.",
  "d. M.",
  "e. V.",
  "h. c.",
  "i. A.",
  "i. d. R.",
  "i. R.",
  "i. V.",
  "k. o.",
  "k. u. k.",
  "m. E.",
  "n. Chr.",
  "o. a.",
  "o. ä.",
  "o. Ä.",
  "o. g.",
  "p. a.",
  "s. o.",
  "s. u.",
  "u. a.",
  "u. a. m.",
  "u. Ä.",
  "u. dgl.",
  "u. U.",
  "u. v. a.",
  "u. v. a. m.",
  "u. v. m.",
  "v. a.",
  "v. Chr.",
  "z. B.",
  "z. Hd.",
  "z. T.",
  "z. Z.",
  "z. Zt.",
];

/** „z. B.“ with a narrow space that does not break between its parts (Duden, Abkürzungen; DIN 5008). */
export function abbreviationSpaces(text: string): readonly Edit[] {
  return matchesIn(text, abbreviation).flatMap((found) =>
    replaceAll(found[0], gap, "abbreviations", narrow).map((edit) => ({
      ...edit,
      start: found.index + edit.start,
      end: found.index + edit.end,
    })),
  );
}

// Only the gap is edited, so that every letter keeps its own place in the source.
const gap = guarded(/\./, String.raw`(?<=\.) ?(?=\p{L})`);

const abbreviation = guarded(
  // They begin with a single letter.
  /[A-Za-z]\.(?<![A-Za-z]{2}\.) ?[A-Za-zäÄ]/,
  () => String.raw`(?<![\p{L}\p{N}.])(?:${alternatives()})(?!\p{L})`,
);

/** Longest first; the first letter may be a capital at the start of a sentence. */
function alternatives(): string {
  return [...abbreviations]
    .sort((a, b) => b.length - a.length)
    .map((entry) => {
      const [first = "", ...rest] = entry.split(" ").map((part) => part.replace(".", String.raw`\.`));
      return [`[${first.charAt(0)}${first.charAt(0).toUpperCase()}]${first.slice(1)}`, ...rest].join(" ?");
    })
    .join("|");
}

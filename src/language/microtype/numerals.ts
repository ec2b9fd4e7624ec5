import type { Edit } from "../../base/index.ts";
import type { HouseStyle } from "../house.ts";
import { isFunctionWord } from "../words.ts";
import { merged, narrow, noBreak, replaceAll } from "./rule.ts";

/**
 * Figures and what belongs to them: groups of thousands, ordinals, dates, references, and short numbers, which
 * are tied to the word they count (DIN 5008; Forssman/de Jong). Long numbers stand alone unless the house ties
 * them, so that narrow columns keep their breaks.
 */
export function numerals(text: string, house: HouseStyle): readonly Edit[] {
  return merged(
    replaceAll(text, thousands, "thousands", narrow),
    replaceAll(text, numericDate, "dates", narrow),
    replaceAll(text, reference, "references", narrow),
    replaceAll(text, sign, "minus", noBreak),
    tieToNextWord(text, house.tieNumbers ? anyNumber : shortNumber, "numbers"),
    tieToNextWord(text, ordinal, "ordinals"),
  );
}

const thousands =
  /(?<=(?<![\p{L}\p{N}.,:+/–−]|\d[ \u202F])[1-9]\d{0,2}(?:[ \u202F]\d{3})*) (?=\d{3}(?:[ \u202F]\d{3})*(?![\p{L}\p{N}]|[.:/]\d))/gu;

const numericDate =
  /(?<=(?<![\p{L}\p{N}.,:])\d{1,2}\.) (?=\d{1,2}\.)|(?<=(?<![\p{L}\p{N}.,:])\d{1,2}\.[ \u202F]\d{1,2}\.) (?=\d{4}(?!\d))/gu;

const reference = /(?<=§|(?<![\p{L}\p{N}])(?:Nr|Nrn|Art|Abs|S|Bd|Kap|Abb|Tab|Z|Pkt|Rz|Rn)\.) (?=\d)/gu;

const sign = /(?<=(?<!\p{L})(?:minus|plus)) (?=\d)/giu;

// What stands behind a tie already („Nr. 3“) is held on that side; a second tie would only stiffen the line.
const shortNumber = /(?<=(?<![^ \t\n([{„“»«›‹‚"'/])\d{1,2}) (?=(\p{L}+))/gu;
const anyNumber = /(?<=(?<![^ \t\n([{„“»«›‹‚"'/])\d+(?:[.,\u202F]\d+)*) (?=(\p{L}+))/gu;
const ordinal = /(?<=(?<![\p{L}\p{N}.,:/])\d{1,2}\.) (?=(\p{L}+))/gu;

/** „Platz 3 und“ counts nothing, and behind „am 8.“ a function word begins the next sentence. */
function tieToNextWord(text: string, pattern: RegExp, rule: string): readonly Edit[] {
  return replaceAll(text, pattern, rule, (found) => (isFunctionWord(found[1] ?? "") ? " " : noBreak));
}

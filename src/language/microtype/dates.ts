import type { Edit } from "../../base/index.ts";
import { isFunctionWord } from "../words.ts";
import { merged, narrow, noBreak, replaceAll } from "./rule.ts";

/**
 * Ordinals hold on to their noun („8. Februar“, „4. Bezirk“), and the parts of a date in figures to each other
 * (DIN 5008). A function word behind the full stop begins the next sentence: „Er kam am 4. Danach ging er.“
 */
export function dates(text: string): readonly Edit[] {
  return merged(
    replaceAll(text, inFigures, "dates", narrow),
    replaceAll(text, ordinal, "ordinals", (found) => (isFunctionWord(found[1] ?? "") ? " " : noBreak)),
  );
}

const inFigures =
  /(?<=(?<![\p{L}\p{N}.,:])\d{1,2}\.) (?=\d{1,2}\.)|(?<=(?<![\p{L}\p{N}.,:])\d{1,2}\.[ \u202F]\d{1,2}\.) (?=\d{4}(?!\d))/gu;

const ordinal = /(?<=(?<![\p{L}\p{N}.,:/])\d{1,2}\.) (?=(\p{L}+))/gu;

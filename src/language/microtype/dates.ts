import { Pattern, type Edit } from "../../base/index.ts";
import { countsWhatFollows } from "./counted.ts";
import { guarded, merged, narrow, noBreak, replaceAll } from "./rule.ts";

/**
 * Ordinals hold on to their noun („8. Februar“, „4. Bezirk“), and the parts of a date in figures to each other
 * (DIN 5008). A function word behind the full stop begins the next sentence: „Er kam am 4. Danach ging er.“
 */
export function dates(text: string): readonly Edit[] {
  return merged(
    replaceAll(text, inFigures, "dates", narrow),
    replaceAll(text, ordinal, "ordinals", ({ index, groups }) => {
      const start = index - (groups?.["number"]?.length ?? 0);
      const isDate =
        isBehindDay(text.slice(Math.max(0, start - 6), start)) && small.test(text.slice(index + 1, index + 3));
      return !isDate && countsWhatFollows(text, start, index) ? noBreak : " ";
    }),
  );
}

const inFigures = guarded(
  /\d\. \d/,
  String.raw`(?<=(?<![\p{L}\p{N}.,:])\d{1,2}\.) (?=\d{1,2}\.)|(?<=(?<![\p{L}\p{N}.,:])\d{1,2}\.[ \u202F]\d{1,2}\.) (?=\d{4}(?!\d))`,
);

const ordinal = guarded(
  /\d\. [A-Za-z\u0080-\uFFFF]/,
  String.raw`(?= )(?<=(?<![\p{L}\p{N}.,:/])(?<number>\d{1,2}\.)) (?=\p{L})`,
);

const small = new Pattern(String.raw`^\p{Ll}`);
const behindDay = new Pattern(String.raw`(?<!\p{L})(?:am|vom|zum|bis|seit|ab) $`, "i");

/** „Am 5. verloren …“: the day is a date, and what stands behind it no adjective of its. */
function isBehindDay(before: string): boolean {
  return behindDay.test(before);
}

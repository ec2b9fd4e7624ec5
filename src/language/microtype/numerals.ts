import type { Edit } from "../../base/index.ts";
import type { HouseStyle } from "../house.ts";
import { countsWhatFollows } from "./counted.ts";
import { guarded, noBreak, replaceAll } from "./rule.ts";

/**
 * A number of up to two characters is tied to what it counts (Forssman/de Jong). Long numbers stand alone unless
 * the house ties them, so that narrow columns keep their breaks; „Platz 3 und“ counts nothing.
 */
export function numerals(text: string, house: HouseStyle): readonly Edit[] {
  const number = house.tieNumbers ? anyNumber : shortNumber;
  return replaceAll(text, number, "numbers", ({ index, groups }) => {
    const start = index - (groups?.["number"]?.length ?? 0);
    return countsWhatFollows(text, start, index) ? noBreak : " ";
  });
}

// What stands behind a tie already („Nr. 3“) is held on that side; a second tie would only stiffen the line.
const shortNumber = guarded(
  /\d [A-Za-z\u0080-\uFFFF]/,
  String.raw`(?= )(?<=(?<![^ \t\n([{„“»«›‹‚"'/])(?<number>\d{1,2})) (?=\p{L})`,
);
const anyNumber = guarded(
  /\d [A-Za-z\u0080-\uFFFF]/,
  String.raw`(?= )(?<=(?<![^ \t\n([{„“»«›‹‚"'/])(?<number>\d+(?:[.,\u202F]\d+)*)) (?=\p{L})`,
);

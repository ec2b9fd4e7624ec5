import { describe, expect, it } from "vitest";
import { languageOf } from "../../../src/language/index.ts";

const { bondBehind } = languageOf("de-AT");

/** What holds the word before „|“ to the one behind it. */
function bondIn(heading: string): string | undefined {
  const [left = "", right = ""] = heading.split(" | ");
  const [before, after] = [left.split(" "), right.split(" ")];
  return bondBehind(before.at(-1) ?? "", after[0] ?? "", { before: before.at(-2), third: after[1] });
}

describe("what is read together in a heading", () => {
  it.each([
    ["Wanderer irrte zwölf | Kilometer", "number"],
    ["Das kostet mehr | Geld", "number"],
    ["Österreich auf Platz | 2 in Europa", "number"],
    ["Streit um Tempo | 30", "number"],
    ["Die Pläne der neuen | Regierung", "attribute"],
    ["In der Wiener | Altstadt", "attribute"],
    ["Deutsche | Bahn", "apposition"],
    ["Politische | Krise", "attribute"],
    ["Meister entlässt Trainer | Letsch", "apposition"],
    ["Wolf riss in Osttirol | 19 Schafe", undefined],
    ["Gemeinden | fordern Geld", undefined],
  ])("%s", (heading, bond) => {
    expect(bondIn(heading)).toBe(bond);
  });
});

import { describe, expect, it } from "vitest";
import { COST, FIELDS } from "../../../src/galley/items.ts";
import { itemise } from "../../../src/galley/itemise.ts";
import { styleCopy } from "../../../src/galley/shape.ts";
import { bundledTemplate, copyOf, setter } from "../../support/desk.ts";

const { body } = bundledTemplate("a4-3").styles;
const { breaking } = body;

/** What a hyphen costs at an offset, by the letters that a pattern finds on either side. */
function priceByPattern(word: string, offset: number, grade: keyof typeof breaking.hyphens): number {
  const before = /[\p{L}\p{M}]*$/u.exec(word.slice(0, offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}]*/u.exec(word.slice(offset))?.[0].length ?? 0;
  const few = before < 3 || after < 4 ? breaking.fewLetters : 0;
  return breaking.hyphens[grade] + few + (after < 3 ? breaking.twoLettersOver : 0);
}

describe("the price of dividing a word", () => {
  it.each([
    "Verteidigungsministerium",
    "„Abendessen“,",
    "Kärnten-Verordnungen",
    "Zeitungs‑Auflage",
    "(Über)",
    "Łukasiewicz",
    "Эрмитаж",
  ])("looks at the letters on either side, and at no sign: %s", (word) => {
    const items = itemise(styleCopy(copyOf(`${word} ist`), body, setter), setter.language, 1000);
    const points = setter.language.breakPoints(word).filter(({ kind }) => kind === "syllable");
    const costs = items.rows.flatMap(({ numbers }) => numbers).filter((_, at) => at % FIELDS === COST);
    expect(costs.filter((_, index) => items.hyphenAt(index))).toEqual(
      points.map(({ offset, grade }) => priceByPattern(word, offset, grade)),
    );
  });
});

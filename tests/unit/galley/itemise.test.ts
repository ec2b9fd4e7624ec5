import { describe, expect, it } from "vitest";
import { COST, FIELDS } from "../../../src/galley/items.ts";
import { itemise } from "../../../src/galley/itemise.ts";
import { styleWith } from "../../../src/galley/index.ts";
import { styleCopy } from "../../../src/galley/shape.ts";
import type { TextStyle } from "../../../src/template/index.ts";
import { bundledTemplate, copyOf, setter } from "../../support/desk.ts";

const { body } = bundledTemplate("a4-3").styles;
const { breaking } = body;

/** What a hyphen costs at an offset, by the letters that a pattern finds on either side, and by the joints beside it. */
function priceByPattern(
  word: string,
  offset: number,
  grade: keyof typeof breaking.hyphens,
  joints: readonly number[],
): number {
  const before = /[\p{L}\p{M}]*$/u.exec(word.slice(0, offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}]*/u.exec(word.slice(offset))?.[0].length ?? 0;
  const few = before < 3 || after < 4 ? breaking.fewLetters : 0;
  const close = joints.some((joint) => joint !== offset && Math.abs(offset - joint) < 3) ? breaking.closeToJoint : 0;
  return breaking.hyphens[grade] + few + close + (after < 3 ? breaking.twoLettersOver : 0);
}

/** What the hyphens cost that a word may be divided with. */
function prices(word: string, style: TextStyle): number[] {
  const items = itemise(styleCopy(copyOf(`${word} ist`), style, setter), setter.language, 1000);
  const costs = items.rows.flatMap(({ numbers }) => numbers).filter((_, at) => at % FIELDS === COST);
  return costs.filter((_, index) => items.hyphenAt(index));
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
    const points = setter.language.breakPoints(word).filter(({ kind }) => kind === "syllable");
    const joints = points.filter(({ grade }) => grade === "joint").map(({ offset }) => offset);
    expect(prices(word, body)).toEqual(points.map(({ offset, grade }) => priceByPattern(word, offset, grade, joints)));
  });

  it("is higher close to a joint than at the joint and further on", () => {
    // Blü|ten|an|ge|bot
    const [, joint = 0, close = 0, further = 0] = prices("Blütenangebot", body);
    expect(close).toBeGreaterThan(joint + 50);
    expect(close).toBeGreaterThan(further);
  });

  it("is many times as high where lines need not be full", () => {
    const ragged = styleWith(body, { align: "left" });
    expect(prices("Verteidigung", ragged)).toEqual(
      prices("Verteidigung", body).map((price) => price * breaking.raggedHyphens),
    );
  });
});

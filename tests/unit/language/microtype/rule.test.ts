import fc from "fast-check";
import { expect, it } from "vitest";
import { matchesIn } from "../../../../src/language/microtype/rule.ts";

/** Patterns that find characters, runs, and places between characters. */
const patterns = [/a/g, /a+|\d/g, /(?<=a)(?=\d)/gu, /(?<=\.) ?(?=[\p{L}\d])/gu, /(?<sign>[-–])?/gu, /^|$/g];

const text = fc.string({ unit: fc.constantFrom("a", "b", "1", ".", " ", "-", "–", "𝐀", "😀") });

it("finds what matchAll finds, also when it has not come to the end before", () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...patterns), fc.nat(5), (some, pattern, before) => {
      pattern.lastIndex = before;
      expect(matchesIn(some, pattern)).toEqual(Array.from(some.matchAll(new RegExp(pattern))));
    }),
    { numRuns: 2000 },
  );
});

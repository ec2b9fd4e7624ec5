import fc from "fast-check";
import { expect, test } from "vitest";
import { copyFrom } from "../../src/base/index.ts";
import { defaultHouse, languageOf, type HouseStyle, type Microtyped } from "../../src/language/index.ts";

/** What the rules react to, so that random copy meets all of them and all of their neighbours. */
const pieces = fc.constantFrom(
  ...['"', "'", "„", "“", "”", "‚", "‘", "’", "«", "»", "‹", "›", "``", "''", ",,", "´", "(", ")", "[", "]"],
  ...[
    "-",
    " - ",
    "--",
    "–",
    "—",
    "...",
    ". . .",
    "…",
    ".",
    ",",
    ":",
    ";",
    "!",
    "?",
    "/",
    "@",
    "%",
    "§",
    "€",
    "©",
    "(c)",
  ],
  ...[" ", " ", " ", " ", "  ", "\t", "\u00A0", "\u202F", "\u00AD", "\u200B", "\uFEFF", "\n"],
  ...[
    "1",
    "5",
    "27",
    "2010",
    "2024",
    "10.000",
    "000",
    "8,50",
    "14.30",
    "+43",
    "0664",
    "m2",
    "km",
    "Uhr",
    "Euro",
    "x",
    "Nr.",
    "S.",
  ],
  ...[
    "Hans",
    "O",
    "Neill",
    "s",
    "n",
    "er",
    "Krone",
    "U",
    "Boot",
    "Kim",
    "Jong",
    "un",
    "Dr.",
    "A.",
    "V.",
    "z.B.",
    "i. d. R.",
    "www.apa.at",
  ],
  ...["Über", "Mai", "und", "minus", "a\u0308", "😀"],
);
const copyText = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));

const houses: fc.Arbitrary<HouseStyle> = fc.record({
  quotes: fc.constantFrom("german", "guillemets", "swiss"),
  unifyQuotes: fc.boolean(),
  tieNumbers: fc.boolean(),
  exponents: fc.boolean(),
  fractions: fc.boolean(),
});

function microtyped(text: string, house: HouseStyle): Microtyped {
  return languageOf("de-AT").microtype(copyFrom({ name: "test", text }, 0, text.length), house);
}

/**
 * Letters, marks on them and digits, in order: all that microtype may not touch. A sign that stands for
 * characters counts as those: × as the x, © as the c in brackets, ² as 2.
 */
function wording(text: string): string {
  return text
    .replaceAll("×", "x")
    .replaceAll(/©|\(C\)/g, "(c)")
    .replaceAll("²", "2")
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, "");
}

test("twice gives the same as once", () => {
  fc.assert(
    fc.property(copyText, houses, (text, house) => {
      const once = microtyped(text, house).copy.text;
      expect(microtyped(once, house).copy.text).toBe(once);
    }),
    { numRuns: 2000, seed: 1879 },
  );
});

test("letters and digits stay and keep their order", () => {
  fc.assert(
    fc.property(copyText, houses, (text, house) => {
      expect(wording(microtyped(text, house).copy.text)).toBe(wording(text));
    }),
    { numRuns: 1000, seed: 1879 },
  );
});

test("every letter and digit still knows its place in the source", () => {
  fc.assert(
    fc.property(copyText, (text) => {
      const { copy } = microtyped(text, defaultHouse);
      expect(copy.origins).toHaveLength(copy.text.length + 1);
      for (const found of copy.text.matchAll(/[\p{L}\p{N}]/gu)) {
        expect(text.charAt(copy.origins[found.index] ?? -1)).toBe(found[0].charAt(0));
      }
    }),
    { numRuns: 500, seed: 1879 },
  );
});

test("changes and findings point into the source", () => {
  fc.assert(
    fc.property(copyText, (text) => {
      const { changes, diagnostics } = microtyped(text, defaultHouse);
      const offsets = changes.map(({ sourceOffset }) => sourceOffset);
      expect(offsets.every((offset) => offset >= 0 && offset <= text.length)).toBe(true);
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
      expect(diagnostics.every(({ place }) => place?.kind === "source")).toBe(true);
    }),
    { numRuns: 500, seed: 1879 },
  );
});

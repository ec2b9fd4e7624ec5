import fc from "fast-check";
import { expect, test } from "vitest";
import { copyFrom } from "../../src/base/index.ts";
import { defaultHouse, languageOf, type HouseStyle, type Microtyped } from "../../src/language/index.ts";
import { STEPS } from "../../src/language/microtype/microtype.ts";

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

/** Sentences as newspapers have them, with what the rules react to where it may stand. */
const sentences = fc
  .array(
    fc.constantFrom(
      ...[
        "Die",
        "Falcon 9",
        "hebt",
        "12",
        "3 neue",
        "Züge",
        "weitere",
        "verletzte",
        "um",
        "am 5.",
        "verloren",
        "Platz 3",
      ],
      ...[
        '"Wir',
        "gehen'",
        "geht's",
        "'68er",
        'Wort",',
        '("Ja")',
        "'Halt!'",
        'Haus."',
        '"Ö1"-Journal',
        "Hans' Auto",
        '27"',
      ],
      ...[
        "-",
        "–",
        "--",
        "bei -5 Grad",
        "bei - 5 %",
        "–12",
        "20-jährige",
        "Ein-",
        "10.-12. Mai",
        "30.4.-2.5.",
        "8-10 Uhr",
      ],
      ...[
        "z.B.",
        "§ 5 Abs. 2",
        "Nr. 3",
        "5km",
        "10 000",
        "€ 5,-",
        "+43 1 360 60-0",
        "Dr. A. Huber",
        "Karl V.",
        "3 x 4",
      ],
      ...[
        "...",
        "und ...",
        "(c)",
        "30 mal 12",
        "5 mal",
        "1/2",
        "3 m2",
        "ORF.at",
        "Mag.a",
        "Im I. Weltkrieg",
        "Jong-un",
      ],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(" "));

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

/**
 * The words and the numbers of a text as a reader counts them. A figure beside letters („5km“) is a word of its
 * own, so that the space which a unit gets parts nothing.
 */
function words(text: string): readonly string[] {
  const spelled = text
    .replaceAll("×", "x")
    .replaceAll(/©|\(C\)/g, "(c)")
    .replaceAll("²", "2")
    .replaceAll("³", "3")
    .replaceAll("½", "1/2");
  return spelled.match(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu) ?? [];
}

test("no word is lost, parted or joined to another, and all keep their order", () => {
  fc.assert(
    fc.property(fc.oneof(copyText, sentences), houses, (text, house) => {
      expect(words(microtyped(text, house).copy.text)).toEqual(words(text));
    }),
    { numRuns: 3000, seed: 1879 },
  );
});

/** What is neither letter nor figure, nor of the kinds of sign that the rules may change. */
function otherSigns(text: string): string {
  return text.replaceAll(/©|\([cC]\)/g, "").replaceAll(/[^;:!?()[\]%§€/@]/g, "");
}

test("signs that no rule is about stay and keep their order", () => {
  fc.assert(
    fc.property(fc.oneof(copyText, sentences), (text) => {
      expect(otherSigns(microtyped(text, defaultHouse).copy.text)).toBe(otherSigns(text));
    }),
    { numRuns: 1000, seed: 1879 },
  );
});

test("what the rules made of sentences they leave as it is", () => {
  fc.assert(
    fc.property(sentences, houses, (text, house) => {
      const once = microtyped(text, house).copy.text;
      const twice = microtyped(once, house);
      expect(twice.copy.text).toBe(once);
      expect(twice.changes).toEqual([]);
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

/** Single characters that rules react to, few enough of them that a text lacks many. */
const scraps = fc
  .subarray([..."a1 .,-–'\"„“(c)©…:;!?€§%/AbXII\u00A0\u202F\t`´’‚‘›‹»«—"], { minLength: 1, maxLength: 6 })
  .chain((some) => fc.array(fc.constantFrom(...some), { maxLength: 20 }))
  .map((characters) => characters.join(""));

test("a rule that is passed over, because the text lacks what it needs, would have found nothing", () => {
  fc.assert(
    fc.property(fc.oneof(copyText, sentences, scraps), houses, (text, house) => {
      for (const { rule, needs } of STEPS) if (needs?.test(text) === false) expect(rule(text, house)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

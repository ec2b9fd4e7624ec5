import fc from "fast-check";
import { expect, test } from "vitest";
import { languageOf } from "../../src/language/index.ts";

const { breakPoints } = languageOf("de-AT");

const pieces = fc.constantFrom(
  ...["Volksarmee", "Präsident", "Über", "un", "U", "NATO", "straße", "a", "Ö1", "2024", "7", "www.apa.at", "ß"],
  ...[
    "-",
    "‑",
    "–",
    "/",
    ".",
    "@",
    "„",
    "“",
    "‚",
    "‘",
    "’",
    "(",
    ")",
    "»",
    "«",
    ",",
    "…",
    "\u00AD",
    "\u00A0",
    "\u202F",
    "😀",
  ],
);
const words = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(""));

test("breaks are in order, inside the word and never twice at a place", () => {
  fc.assert(
    fc.property(words, (word) => {
      const offsets = breakPoints(word).map(({ offset }) => offset);
      expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
      expect(offsets.every((offset) => offset > 0 && offset < word.length)).toBe(true);
    }),
    { numRuns: 1000, seed: 1879 },
  );
});

test("no break follows an opening mark, precedes a closing one or stands beside U+2011 or a space", () => {
  fc.assert(
    fc.property(words, (word) => {
      for (const { offset } of breakPoints(word)) {
        expect(word.charAt(offset - 1)).not.toMatch(/[„‚(‑\s]/u);
        expect(word.charAt(offset)).not.toMatch(/[“‘)‑\s]/u);
      }
    }),
    { numRuns: 1000, seed: 1879 },
  );
});

test("a syllable break has two letters before it and two behind it", () => {
  fc.assert(
    fc.property(words, (word) => {
      for (const { offset, kind } of breakPoints(word)) {
        if (kind === "explicit") continue;
        expect(word.slice(0, offset).replaceAll("\u00AD", "")).toMatch(/\p{L}{2}$/u);
        expect(word.slice(offset).replaceAll("\u00AD", "")).toMatch(/^\p{L}{2}/u);
      }
    }),
    { numRuns: 1000, seed: 1879 },
  );
});

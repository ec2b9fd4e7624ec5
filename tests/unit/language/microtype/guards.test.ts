import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { addressPattern, addressSpans } from "../../../../src/language/addresses.ts";
import * as guarded from "../../../../src/language/microtype/microtype.ts";
import type * as RuleModule from "../../../../src/language/microtype/rule.ts";
import { defaultHouse } from "../../../../src/language/index.ts";

/** The rules as they are without their guards: every pattern looks at every text. */
async function withoutGuards(): Promise<Pick<typeof guarded, "STEPS">> {
  vi.resetModules();
  vi.doMock("../../../../src/language/microtype/rule.ts", async (original) => ({
    ...(await original<typeof RuleModule>()),
    guarded: (_needs: RegExp, source: string | (() => string), flags = "g"): RegExp =>
      new RegExp(typeof source === "string" ? source : source(), `${flags}u`),
  }));
  return await import("../../../../src/language/microtype/microtype.ts");
}

/** What the patterns look for, in pieces that meet as they like, with letters and figures of all kinds. */
const PIECES = [
  ..."abmnsuvzADEIJLMNRSVX0123459.,:;-–—/+§€$%()'\"„“ÄÖÜäöüßéğ²½٣𝐀𝐚\u0301\u00AD‑−×",
  ...[" ", " ", " ", "\u00A0", "\u202F", ". ", ". ", "--", " - ", "'", "''"],
  ...["Tel.", "Fax:", "ca.", "lit.", "BGBl.", " Z ", "med.", "Prim.", "Gen.-Dir."],
  ...["Dr.", "Univ.-Prof.", "Mag.a", "Hl.", "Nr.", "Abs.", "XIV.", "III.", "IX.", "J.R.R.", "z. B.", "u.Ä.", "d.h."],
  ...["www.", "http://", "@", ".de", ".at", "x@y.at", "orf.at/", "://", " x "],
  ...["km", "km2", "m3", "EUR", "Euro", "Grad", "minus", "Plus", "bei", "um", "Boeing", "Kim Jong", "un", "US", "F"],
  ...[
    "10",
    "000",
    "2025",
    "30.4.",
    "1.1.2024",
    "0664",
    "+43",
    "(0)",
    "(c)",
    "12",
    "1/2",
    "5,",
    "Krise",
    "jährige",
    "er",
  ],
];

/** What each guarded pattern finds something in. */
const FOUND = [
  ...[
    "U-Boot",
    "F-16",
    "20-jährige",
    "e\u0301-Mail",
    "Jong-un",
    "𝐀-x",
    "x-𝐚𝐚",
    "J.R.R. Tolkien",
    "K. u. K.",
    "H. C. Strache",
  ],
  ...[
    "George W. Bush",
    "Ö. Müller",
    "Dr. Huber",
    "Mag.a Maier",
    "Dipl.-Ing. 𝐀",
    "Karl XIV. Gustaf",
    "Franz II. kam",
    "z.B. da",
  ],
  ...[
    "u. Ä. im",
    "und--aber",
    "ja—nein",
    "€ 5,-",
    "5,-- Euro",
    "bei -12 Grad",
    "bei – 5 Grad",
    "um - 3 %",
    "plus 5",
    "Minus 3",
  ],
  ...[
    "W A S S E R",
    "𝐀 𝐀 𝐀 𝐀",
    "5 m2",
    "3km3",
    "5km",
    "20%",
    "7\u202F€",
    "EUR 5",
    "€ 5",
    "10 000",
    "1 000 000",
    "Nr. 3",
    "§ 5",
  ],
  ...[
    "+43 1 234",
    "0664 12 34",
    "(0)664 12",
    "0043 1 22",
    "10-12",
    "1,5-2,5",
    "1.-3.5.",
    "30.4.-2.5.",
    "30.4.2024-2.5.",
  ],
  ...["2010-24", "8. 2. 2025", "1.\u202F2. 2025", "4. Bezirk", "8. 𝐀", "5'10\"", "5'10''", '6′2"', "5'11"],
  ...["3 x 4", "https://apa.at", "www.apa.at", "max@apa.at", "ORF.at", "sagte –", "Ja\u00A0- nein", "5,- Euro"],
];

/** A sample with one character less or more, or whole. */
const nearly = fc
  .tuple(fc.constantFrom(...FOUND), fc.nat(), fc.nat(2), fc.constantFrom(...PIECES))
  .map(([sample, where, less, more]) => {
    const at = where % (sample.length + 1);
    return less === 2 ? sample : sample.slice(0, at) + (less === 1 ? "" : more) + sample.slice(at + less);
  });

const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), nearly, fc.constant(" ")), { maxLength: 10 })
  .map((pieces) => pieces.join(""));

const houses = [defaultHouse, { ...defaultHouse, exponents: true, fractions: true, tieNumbers: true }];

/** Holds every rule to what it does without its guards. */
function compare(plain: Awaited<ReturnType<typeof withoutGuards>>, some: string): void {
  const spans = addressSpans(some).map(({ start, end }) => ({ start, address: some.slice(start, end) }));
  const matches = Array.from(some.matchAll(addressPattern.for(some)), ({ index, 0: match }) => ({
    start: index,
    match,
  }));
  expect(spans.map(({ start }) => start)).toEqual(matches.map(({ start }) => start));
  for (const [index, { address }] of spans.entries()) expect(matches[index]?.match.startsWith(address)).toBe(true);
  for (const house of houses) {
    guarded.STEPS.forEach(({ rule, check }, index) => {
      expect(rule(some, house)).toEqual(plain.STEPS[index]?.rule(some, house));
      expect(check?.(some, house)).toEqual(plain.STEPS[index]?.check?.(some, house));
    });
  }
}

describe("guards of patterns", () => {
  it("never keep a rule from what it would do without them", async () => {
    const plain = await withoutGuards();
    fc.assert(
      fc.property(text, (some) => compare(plain, some)),
      { numRuns: 3000 },
    );
  });

  it("keep no rule from what it does in the articles", async () => {
    const plain = await withoutGuards();
    for (const folder of ["articles", "bench/articles"]) {
      for (const file of readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name))) {
        for (const block of readFileSync(`${folder}/${file}`, "utf8").split(/\n\n+/)) compare(plain, block);
      }
    }
  });
});

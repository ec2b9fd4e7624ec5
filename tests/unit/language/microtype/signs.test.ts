import { describe, expect, it, test } from "vitest";
import { check, codes, places } from "./check.ts";

describe("the ellipsis", () => {
  test.each([
    ["...", "…"],
    [". . .", "…"],
    ["Wort ...", "Wort⍽…"],
    ["Wort . . .", "Wort⍽…"],
    ["Wort … Wort", "Wort⍽… Wort"],
    ["Sch...", "Sch…"],
    ["Wort ..., so", "Wort⍽…, so"],
    ["[...]", "[…]"],
    [`"... und dann"`, "„… und dann“"],
  ])("%s", check);
});

describe("copyright", () => {
  test.each([
    ["(c)", "©"],
    ["(C) APA", "©⎵APA"],
    ["© APA", "©⎵APA"],
    ["(a) eins, (b) zwei, (c) drei", "(a) eins, (b) zwei, (c) drei"],
  ])("%s", check);
});

describe("spaces", () => {
  test.each([
    ["zwei  Wörter", "zwei Wörter"],
    ["zwei\tWörter", "zwei Wörter"],
    ["zwei \u00A0Wörter", "zwei⍽Wörter"],
    ["Ja , nein ; doch : gut ! Was ?", "Ja, nein; doch: gut! Was?"],
    [`Er sagte , "ja" .`, `Er sagte, „ja“.`],
    ["Sieg mit 5 : 0", "Sieg mit 5 : 0"],
    ["mit .NET gebaut", "mit .NET gebaut"],
    ["Ja :)", "Ja :)"],
  ])("%s", check);

  it("are reported where they were", () => {
    expect(places("zwei  Wörter , drei", "language/surplus-space")).toEqual([
      { column: 5, length: 2 },
      { column: 13, length: 1 },
    ]);
  });
});

describe("what a person should look at", () => {
  it("is more than two marks in a row", () => {
    check("Was!! Wie?! Wo??", "Was!! Wie?! Wo??");
    expect(codes("Was!! Wie?! Wo??")).toEqual([]);
    expect(places("Was!!!", "language/excess-marks")).toEqual([{ column: 4, length: 3 }]);
  });

  it("is a word spaced out with blanks", () => {
    check("S E R V I C E", "S E R V I C E");
    expect(places("Zum S E R V I C E", "language/letterspaced")).toEqual([{ column: 5, length: 13 }]);
  });

  test.each([["STRASSE"], ["Maße"]])("is not the spelling of %s, which stays", (word) => {
    check(word, word);
    expect(codes(word)).toEqual([]);
  });
});

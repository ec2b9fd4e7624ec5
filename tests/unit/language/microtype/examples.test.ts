import { describe, expect, it, test } from "vitest";
import { cleanCopy } from "../../../../src/article/clean.ts";
import { languageOf } from "../../../../src/language/index.ts";
import { copyOf } from "../../../support/desk.ts";
import { check, codes, microtyped, visible } from "./check.ts";

// The rules of German newspapers by example, in the order in which a style sheet gives them: as typed, as printed.
// ⍽ is the no-break space, ⎵ the narrow one. `check` also sees to it that what is printed stays when it goes in again.

/** What a line may not part: the printed form has no break, neither at a space nor inside. */
function checkUnbroken(input: string): void {
  const printed = microtyped(input).copy.text;
  expect(visible(printed)).not.toContain(" ");
  expect(languageOf("de-AT").breakPoints(printed)).toEqual([]);
}

/** The printed form with „|“ where a line may end without a hyphen and „·“ where it may with one. */
function broken(input: string): string {
  const printed = microtyped(input).copy.text;
  return languageOf("de-AT")
    .breakPoints(printed)
    .reduceRight(
      (text, { offset, kind }) => `${text.slice(0, offset)}${kind === "syllable" ? "·" : "|"}${text.slice(offset)}`,
      visible(printed),
    );
}

describe("quotation marks", () => {
  test.each([
    [`"Die DVRK will keine Spannungen", so Kim.`, "„Die DVRK will keine Spannungen“, so Kim."],
    [`Er sagte: "Ja."`, "Er sagte: „Ja.“"],
    [`("Ja")`, "(„Ja“)"],
    [`["Ja"]`, "[„Ja“]"],
    [`"Ö1"-Morgenjournal`, "„Ö1“-Morgenjournal"],
    [`das "Krone"-Interview`, "das „Krone“-Interview"],
    [`"Er rief 'Halt!' und lief", sagte sie.`, "„Er rief ‚Halt!‘ und lief“, sagte sie."],
    [`"'Halt!' war das letzte Wort."`, "„‚Halt!‘ war das letzte Wort.“"],
    [`"Sehr gut" - "nein"`, "„Sehr gut“⍽– „nein“"],
    [`sagte er:"Nein"`, "sagte er:„Nein“"],
    ["“Ja”", "„Ja“"],
    ["«Ja»", "„Ja“"],
    ["»Ja«", "„Ja“"],
    ["``Ja''", "„Ja“"],
    [`27"-Monitor`, "27″-Monitor"],
    [`5'10"`, "5′10″"],
  ])("%s", check);

  it("report a missing space and do not invent it", () => {
    expect(codes(`sagte er:"Nein"`)).toEqual(["language/missing-space"]);
  });

  it("open every paragraph of a long quotation and close the last", () => {
    check(`"Wir bleiben.`, "„Wir bleiben.");
    check(`"Wir gehen.`, "„Wir gehen.");
    check(`"Wir kommen wieder."`, "„Wir kommen wieder.“");
  });

  it("are read by context where their number is odd, and reported with the place", () => {
    check(`Er sagte: "Ja". Dann "Nein.`, "Er sagte: „Ja“. Dann „Nein.");
    const [found] = microtyped(`Er sagte: "Ja". Dann "Nein.`).diagnostics;
    expect(found).toMatchObject({ code: "language/unbalanced-quote", place: { line: 1, column: 22 } });
  });

  it("of a lone foreign form inside foreign text stay", () => {
    check("Er sah » und staunte.", "Er sah » und staunte.");
  });
});

describe("the apostrophe", () => {
  test.each([
    ["O'Neill", "O’Neill"],
    ["McDonald's", "McDonald’s"],
    ["geht's", "geht’s"],
    ["Hans' Auto", "Hans’ Auto"],
    ["'68er", "’68er"],
    ["So 'n Tag", "So ’n Tag"],
    [`"Hans' Auto"`, "„Hans’ Auto“"],
  ])("%s", check);
});

describe("dashes", () => {
  test.each([
    ["vorgeworfen - im Gegenzug für Truppen - und", "vorgeworfen⍽– im Gegenzug für Truppen⍽– und"],
    ["Wort -- Wort", "Wort⍽– Wort"],
    ["Wort — Wort", "Wort⍽– Wort"],
    ["(APA/dpa) - Das Filmfest", "(APA/dpa)⍽– Das Filmfest"],
    ["2010-2024", "2010–2024"],
    ["S. 10-12", "S.⎵10–12"],
    ["8-10 Uhr", "8–10⍽Uhr"],
    ["10.-12. Mai", "10.–12.⍽Mai"],
    ["Wien-Graz", "Wien-Graz"],
    ["Wien - Graz", "Wien⍽– Graz"],
    ["1:0-Sieg", "1:0-Sieg"],
    ["20-jährige", "20‑jährige"],
    ["1,5-mal", "1,5-mal"],
    ["Covid-19", "Covid-19"],
    ["A-4", "A‑4"],
    ["U-Boot", "U‑Boot"],
    ["F-16", "F‑16"],
    ["-5 Grad", "−5⍽Grad"],
    ["minus 5", "minus⍽5"],
    ["Atom- und Raketenprogramm", "Atom- und Raketenprogramm"],
    ["0:2", "0:2"],
    ["6:4, 7:5", "6:4, 7:5"],
    ["Kim Jong-un", "Kim Jong‑un"],
  ])("%s", check);

  test.each([["U-Boot"], ["F-16"], ["A-4"], ["1:0-Sieg"], ["1,5-mal"], ["0:2"], ["6:4"], ["7:5"], ["Jong-un"]])(
    "%s holds together",
    checkUnbroken,
  );

  it("no line ends after the hyphen of 20-jährige", () => {
    expect(broken("20-jährige")).toBe("20‑jäh·ri·ge");
  });
});

describe("numbers, units, dates", () => {
  test.each([
    ["11.000 Soldaten", "11.000 Soldaten"],
    ["10 000", "10⎵000"],
    ["8.850,34 Euro", "8.850,34⍽Euro"],
    ["100 Euro", "100⍽Euro"],
    ["€ 5,-", "€⎵5,–"],
    ["20 %", "20⎵%"],
    ["20%", "20⎵%"],
    ["20%ige", "20%ige"],
    ["5 km", "5⎵km"],
    ["5km", "5⎵km"],
    ["30 km/h", "30⎵km/h"],
    ["20 °C", "20⎵°C"],
    ["3 m2", "3⎵m2"],
    ["8. Februar 2025", "8.⍽Februar 2025"],
    ["am 8.2.", "am 8.2."],
    ["8. 2. 2025", "8.⎵2.⎵2025"],
    ["14.30 Uhr", "14.30⍽Uhr"],
    ["14:30 Uhr", "14:30⍽Uhr"],
    ["§ 5 Abs. 2", "§⎵5 Abs.⎵2"],
    ["Nr. 3", "Nr.⎵3"],
    ["Art. 8", "Art.⎵8"],
    ["S. 12", "S.⎵12"],
    ["2024/25", "2024/25"],
    ["24/7", "24/7"],
    ["+43 1 360 60-0", "+43⎵1⎵360⎵60-0"],
    ["3 x 4", "3⎵×⎵4"],
    ["1/2", "1/2"],
    ["4. Bezirk", "4.⍽Bezirk"],
    ["Papst Franziskus I.", "Papst Franziskus⍽I."],
    ["Karl V.", "Karl⍽V."],
  ])("%s", check);

  it("tie long numbers, convert exponents and set fractions only where the house wants it", () => {
    check("11.000 Soldaten", "11.000⍽Soldaten", { tieNumbers: true });
    check("3 m2", "3⎵m²", { exponents: true });
    expect(codes("3 m2")).toEqual(["language/plain-exponent"]);
    check("1/2", "½", { fractions: true });
  });

  test.each([
    ["11.000"],
    ["10 000"],
    ["8.850,34"],
    ["2010-2024"],
    ["€ 5,-"],
    ["20 %"],
    ["30 km/h"],
    ["8.2."],
    ["8. 2. 2025"],
    ["2024/25"],
    ["24/7"],
    ["1/2"],
    ["+43 1 360 60-0"],
    ["01/360 60-10"],
    ["0664 123 45 67"],
    ["§ 5"],
    ["14.30 Uhr"],
  ])("%s is never broken", checkUnbroken);
});

describe("abbreviations, names, initials", () => {
  test.each([
    ["z.B.", "z.⎵B."],
    ["z. B.", "z.⎵B."],
    ["d.h.", "d.⎵h."],
    ["u.a.", "u.⎵a."],
    ["i.d.R.", "i.⎵d.⎵R."],
    ["o.Ä.", "o.⎵Ä."],
    ["v.a.", "v.⎵a."],
    ["s.o.", "s.⎵o."],
    ["Dr. Mustermann", "Dr.⍽Mustermann"],
    ["Prof. Dr. A. Huber", "Prof.⍽Dr.⍽A.⍽Huber"],
    ["J. R. R. Tolkien", "J.⎵R.⎵R.⍽Tolkien"],
    ["J.R.R. Tolkien", "J.⎵R.⎵R.⍽Tolkien"],
    ["S E R V I C E", "S E R V I C E"],
    ["USA", "USA"],
    ["NATO", "NATO"],
    ["DVRK", "DVRK"],
    ["ÖVP", "ÖVP"],
    ["KCNA", "KCNA"],
    ["ORF.at", "ORF.at"],
    ["www.apa.at/kultur", "www.apa.at/kultur"],
    ["max@apa.at", "max@apa.at"],
  ])("%s", check);

  it("report an agency's letterspacing", () => {
    expect(codes("S E R V I C E")).toEqual(["language/letterspaced"]);
  });

  test.each([["USA"], ["NATO"], ["DVRK"], ["ÖVP"], ["KCNA"], ["z.B."], ["i. d. R."], ["o.Ä."]])(
    "%s is never broken",
    checkUnbroken,
  );

  test.each([
    ["ORF.at", "ORF|.at"],
    ["www.apa.at/kultur", "www|.apa|.at/|kultur"],
    ["max@apa.at", "max@|apa|.at"],
  ])("%s ends a line after „/“, before „.“ or after „@“, without a hyphen", (input, expected) => {
    expect(broken(input)).toBe(expected);
  });
});

describe("other characters", () => {
  test.each([
    ["...", "…"],
    [". . .", "…"],
    ["Wort ...", "Wort⍽…"],
    ["Wort . . .", "Wort⍽…"],
    ["Sch...", "Sch…"],
    ["Was!!", "Was!!"],
    ["Was?!", "Was?!"],
    ["Was??", "Was??"],
    ["zwei  Wörter", "zwei Wörter"],
    ["zwei\tWörter", "zwei Wörter"],
    ["Ja , nein . Doch ; gut : Halt ! Was ?", "Ja, nein. Doch; gut: Halt! Was?"],
    ["(c)", "©"],
    ["(C) APA", "©⎵APA"],
    ["© APA", "©⎵APA"],
    ["STRASSE", "STRASSE"],
    ["Maße", "Maße"],
  ])("%s", check);

  it("report more than two marks in a row", () => {
    expect(["!!", "?!", "??"].flatMap((marks) => codes(`Was${marks}`))).toEqual([]);
    expect(["!!!", "?!?", "???"].flatMap((marks) => codes(`Was${marks}`))).toEqual(
      Array.from({ length: 3 }, () => "language/excess-marks"),
    );
  });

  it("report surplus spaces", () => {
    expect(codes("zwei  Wörter , drei")).toEqual(["language/surplus-space", "language/surplus-space"]);
  });

  it("compose what comes decomposed", () => {
    expect(cleanCopy(copyOf("Ga\u0308rten")).copy.text).toBe("Gärten");
  });

  it("take soft hyphens for the breaks of their word, and drop them when the copy is cleaned", () => {
    expect(languageOf("de-AT").breakPoints("Staub\u00ADecken")).toEqual([
      { offset: 6, kind: "syllable", grade: "joint" },
    ]);
    expect(cleanCopy(copyOf("Staub\u00ADecken")).copy.text).toBe("Staubecken");
  });
});

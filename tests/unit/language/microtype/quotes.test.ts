import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { quoteMarks } from "../../../../src/language/microtype/quotes/marks.ts";
import { check, codes, microtyped, places, visible } from "./check.ts";

describe("quotation marks become those of the house", () => {
  test.each([
    [`"Die DVRK will keine Spannungen", so Kim.`, `„Die DVRK will keine Spannungen“, so Kim.`],
    [`Er sagte: "Ja."`, `Er sagte: „Ja.“`],
    [`("Ja")`, `(„Ja“)`],
    [`["Ja"]`, `[„Ja“]`],
    [`"Ö1"-Morgenjournal`, `„Ö1“-Morgenjournal`],
    [`das "Krone"-Interview`, `das „Krone“-Interview`],
    [`Anti-"Krone"-Bündnis`, `Anti-„Krone“-Bündnis`],
    [`"Krone"/"Kurier"`, `„Krone“/„Kurier“`],
    [`"Er rief 'Halt!' und lief", sagte sie.`, `„Er rief ‚Halt!‘ und lief“, sagte sie.`],
    [`"'Halt!' war das letzte Wort."`, `„‚Halt!‘ war das letzte Wort.“`],
    [`"Das letzte Wort war 'Halt!'"`, `„Das letzte Wort war ‚Halt!‘“`],
    [`"Sehr gut" - "nein"`, `„Sehr gut“⍽– „nein“`],
    [`sagte er:"Nein"`, `sagte er:„Nein“`],
    [`"Die Armee ...", wurde Kim weiter zitiert.`, `„Die Armee⍽…“, wurde Kim weiter zitiert.`],
    [`("Ja" - oder "nein".)`, `(„Ja“⍽– oder „nein“.)`],
    [`"(Nicht) jetzt"`, `„(Nicht) jetzt“`],
    [`"Ja!", rief er. "Nein?"`, `„Ja!“, rief er. „Nein?“`],
    [`'Ja', sagte er`, `‚Ja‘, sagte er`],
    [`das 'Krone'-Interview`, `das ‚Krone‘-Interview`],
    [`"..."`, `„…“`],
  ])("%s", check);
});

describe("foreign marks are unified in mixed copy", () => {
  test.each([
    [`“Ja”, «Ja», »Ja«, \`\`Ja'', ,,Ja''`, `„Ja“, „Ja“, „Ja“, „Ja“, „Ja“`],
    [`„Ja", sagte er`, `„Ja“, sagte er`],
    [`„Ja”, sagte er`, `„Ja“, sagte er`],
    [`« Ja », sagte er`, `„Ja“, sagte er`],
    [`‘Ja’ und ›Ja‹`, `‚Ja‘ und ‚Ja‘`],
    [`“Er rief ‘Halt!’ und lief”`, `„Er rief ‚Halt!‘ und lief“`],
  ])("%s", check);

  it("leaves a lone foreign mark, which may belong to foreign text", () => {
    check("Er sah » und staunte.", "Er sah » und staunte.");
  });

  it("leaves foreign marks where the house does not unify", () => {
    check(`«Ja» und "ja"`, "«Ja» und „ja“", { unifyQuotes: false });
  });
});

describe("the house chooses its marks", () => {
  const copy = `"Er rief 'Halt!' und lief", sagte Hans' Bruder.`;

  it("guillemets that point inwards", () => {
    check(copy, "»Er rief ›Halt!‹ und lief«, sagte Hans’ Bruder.", { quotes: "guillemets" });
  });

  it("guillemets that point outwards in Switzerland", () => {
    check(copy, "«Er rief ‹Halt!› und lief», sagte Hans’ Bruder.", { quotes: "swiss" });
  });
});

describe("straight marks inside straight marks", () => {
  it("become single marks when the outer quotation is closed", () => {
    check(`"Ich mag "Krone"-Interviews", sagte er.`, "„Ich mag ‚Krone‘-Interviews“, sagte er.");
  });

  it("stay double in a quotation that runs on into the next paragraph", () => {
    check(`"Ich mag "Krone"-Interviews, sagte er.`, "„Ich mag „Krone“-Interviews, sagte er.");
  });
});

describe("a quotation over three paragraphs", () => {
  test.each([
    [`"Wir bleiben.`, `„Wir bleiben.`],
    [`"Wir gehen.`, `„Wir gehen.`],
    [`"Wir kommen wieder."`, `„Wir kommen wieder.“`],
    [`“Wir bleiben.`, `„Wir bleiben.`],
  ])("opens each and closes the last: %s", check);

  it("is reported at the mark that is not closed", () => {
    expect(places(`"Wir bleiben.`, "language/unbalanced-quote")).toEqual([{ column: 1, length: 1 }]);
  });
});

describe("marks without a partner", () => {
  it("are read by context and reported where they stand", () => {
    const copy = `Er sagte: "Ja". Dann "Nein. Und "Doch".`;
    expect(visible(microtyped(copy).copy.text)).toBe("Er sagte: „Ja“. Dann „Nein. Und „Doch“.");
    expect(places(copy, "language/unbalanced-quote")).toEqual([{ column: 22, length: 1 }]);
  });

  it("are reported when they close nothing", () => {
    expect(places(`Ja", sagte er`, "language/unbalanced-quote")).toEqual([{ column: 3, length: 1 }]);
  });

  it("keep the place of the source after earlier edits", () => {
    expect(places(`Ja ...  und   "Nein`, "language/unbalanced-quote")).toEqual([{ column: 15, length: 1 }]);
  });

  it("are not reported where all is in order", () => {
    expect(codes(`"Er rief 'Halt!'", sagte Hans' Bruder: "Ja."`)).toEqual([]);
  });
});

describe("missing spaces", () => {
  it("are reported, not invented", () => {
    expect(codes(`sagte er:"Nein"`)).toEqual(["language/missing-space"]);
    expect(codes(`"Nein"sagte er`)).toEqual(["language/missing-space"]);
  });
});

describe("primes", () => {
  test.each([
    [`27"-Monitor`, `27″-Monitor`],
    [`5'10"`, `5′10″`],
    [`"Der 27"-Monitor ist gut", sagte er.`, `„Der 27″-Monitor ist gut“, sagte er.`],
    [`"Bezirk 27", sagte er.`, `„Bezirk 27“, sagte er.`],
    [`"Er ist 5'10" groß"`, `„Er ist 5′10″ groß“`],
  ])("%s", check);
});

it("double marks are found alike whether or not there are single ones in a text", () => {
  const pieces = fc.constantFrom(...'"„“”«»ab1𝐀 ,.-', "``", ",,", "''", "'", "’");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const [last, ...before] = [...quoteMarks(`${text} ’`)].reverse();
      expect(last?.glyph).toBe("’");
      expect(quoteMarks(text)).toEqual(before.reverse());
    }),
    { numRuns: 1000 },
  );
});

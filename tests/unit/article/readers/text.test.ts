import { describe, expect, test } from "vitest";
import { agencyText, articleOf, outline, plain, read, summary } from "../reading.ts";

const body = (text: string) => outline(articleOf("a.txt", agencyText(`Ein erster Absatz.\n\n${text}`)).body).slice(1);

describe("the head", () => {
  test("section, headline, picture and paragraphs follow each other as agencies send them", () => {
    const article = articleOf(
      "kim.txt",
      "Außenpolitik\n\nKim rüstet\n\nKim im Labor\nEnde Jänner\n© APA\n\nKim will\nmehr.\n\nEnde.\n",
    );
    expect(article.id).toBe("kim");
    expect([article.section, article.headline].map(plain)).toEqual(["Außenpolitik", "Kim rüstet"]);
    expect(article.pictures.map(({ caption, credit, file }) => [plain(caption), plain(credit), file])).toEqual([
      ["Kim im Labor Ende Jänner", "© APA", undefined],
    ]);
    expect(outline(article.body)).toEqual(["paragraph: Kim will mehr.", "paragraph: Ende."]);
  });

  test("CRLF and lines of blanks part blocks too", () => {
    expect(outline(articleOf("a.txt", "Chronik\r\n \t\r\nTitel\r\n\u00A0\r\nEin Satz.\r\n").body)).toEqual([
      "paragraph: Ein Satz.",
    ]);
  });

  test("labelled lines are fields, wherever in the head they stand", () => {
    const article = articleOf(
      "a.txt",
      "Datum: 2025-02-09\n\nChronik\n\nUnterzeile: Ein langer Satz\nüber zwei Zeilen\nOrt: Wien\n\nTitel\n\nVorspann: Kurz gesagt.\n\nEin Satz.",
    );
    expect(article).toMatchObject({ date: "2025-02-09", section: { text: "Chronik" }, headline: { text: "Titel" } });
    expect([article.deck?.text, article.dateline?.text, article.lead?.text]).toEqual([
      "Ein langer Satz über zwei Zeilen",
      "Wien",
      "Kurz gesagt.",
    ]);
  });

  test("a label that is nearly one is reported with the one that was meant", () => {
    const { diagnostics } = read("a.txt", "Chronik\n\nTitel\n\nDatum: 2025-02-09\nUnterzeille: Zu viel\n\nEin Satz.");
    expect(summary(diagnostics)).toContain("article/unknown-label 6:1");
    expect(diagnostics.find(({ code }) => code === "article/unknown-label")?.hint).toContain('"Unterzeile:"');
  });

  test("a label given twice is an error, and the first one counts", () => {
    const { value, diagnostics } = read("a.txt", "Chronik\n\nTitel\n\nOrt: Wien\nOrt: Graz\n\nEin Satz.");
    expect(value?.dateline?.text).toBe("Wien");
    expect(summary(diagnostics)).toEqual(["article/duplicate 6:1"]);
  });

  test("a line that begins with Von and is no sentence is the byline", () => {
    const { byline, body: blocks } = articleOf(
      "a.txt",
      agencyText("Von Anna Gruber\n\nVon Wien nach Graz sind es 200 km."),
    );
    expect(byline?.text).toBe("Von Anna Gruber");
    expect(outline(blocks)).toEqual(["paragraph: Von Wien nach Graz sind es 200 km."]);
  });

  test("labels of the head are ordinary words further down", () => {
    expect(body("Ort: Wien, Zeit: 14.30 Uhr.")).toEqual(["paragraph: Ort: Wien, Zeit: 14.30 Uhr."]);
  });

  test("a line below the headline that is no sentence is a caption without credit", () => {
    const { value, diagnostics } = read("a.txt", agencyText("Kim im Labor\n\nKim will mehr."));
    expect(value?.pictures.map(({ caption, credit }) => [caption.text, credit.text])).toEqual([["Kim im Labor", ""]]);
    expect(summary(diagnostics)).toEqual(["article/missing-credit 5:1", "article/picture-to-come 5:1"]);
  });
});

describe("pictures", () => {
  test.each([["© APA"], ["(c) APA"], ["Foto: APA"], ["Fotos: APA"]])(
    "a line that begins like %j is the credit",
    (credit) => {
      const [picture] = articleOf("a.txt", agencyText(`Kim im Labor\n${credit}\n\nEin Satz.`)).pictures;
      expect(picture && plain(picture.credit)).toBe(credit.replace("(c)", "©"));
    },
  );

  test("a credit may stand behind the caption on its line", () => {
    const [picture] = articleOf("a.txt", agencyText("Kim im Labor © APA/AFP\n\nEin Satz.")).pictures;
    expect(picture && [plain(picture.caption), plain(picture.credit)]).toEqual(["Kim im Labor", "© APA/AFP"]);
  });

  test("pictures may stand anywhere and keep their order", () => {
    const { pictures } = articleOf("a.txt", agencyText("Eins\n© A\n\nEin Satz.\n\nZwei\n© B\n\nNoch einer."));
    expect(pictures.map(({ caption }) => caption.text)).toEqual(["Eins", "Zwei"]);
  });

  test("file, description and focal point are labelled lines of the block", () => {
    const [picture] = articleOf(
      "a.txt",
      agencyText("Ein Schiff\nDatei: bilder/schiff 1.jpg\nBildmitte: 0,25 1\nBildbeschreibung: Weiß\n© A\n\nX."),
    ).pictures;
    expect(picture).toMatchObject({
      file: { path: "bilder/schiff 1.jpg" },
      focalPoint: { x: 0.25, y: 1 },
      alternative: "Weiß",
      caption: { text: "Ein Schiff" },
    });
  });

  test.each(["links", "0.5", "1.5 0.2"])("a focal point %j is an error at its place", (point) => {
    const { diagnostics } = read("a.txt", agencyText(`Ein Schiff\nDatei: a.jpg\nBildmitte: ${point}\n© A\n\nX.`));
    expect(summary(diagnostics)).toEqual(["article/focal-point 7:12"]);
  });
});

describe("blocks of the body", () => {
  test("crossheads are labelled, or bare lines between paragraphs", () => {
    expect(body("Zwischentitel: Streit\n\nEin Satz.\n\nNoch ein Streit\n\nEin Satz.")).toEqual([
      "crosshead: Streit",
      "paragraph: Ein Satz.",
      "crosshead: Noch ein Streit",
      "paragraph: Ein Satz.",
    ]);
    expect(summary(read("a.txt", agencyText("Ein Satz.\n\nNoch ein Streit\n\nEin Satz.")).diagnostics)).toEqual([
      "article/read-as-crosshead 7:1",
    ]);
  });

  test("bare lines in a row, or at the end, are results and sign-offs and no crossheads", () => {
    expect(body("Rapid - Sturm 2:1\n\nAustria - LASK 0:0\n\n(Schluss) mka")).toEqual([
      "paragraph: Rapid – Sturm 2:1",
      "paragraph: Austria – LASK 0:0",
      "paragraph: (Schluss) mka",
    ]);
  });

  test("quotations may say who spoke", () => {
    expect(body('Zitat: "Nie\nwieder."\n- Anna Gruber')).toEqual(["quotation: „Nie wieder.“", "by: Anna Gruber"]);
    expect(body("Zitat:\nNie wieder.")).toEqual(["quotation: Nie wieder."]);
  });

  test("lists have marked items, which may go over several lines", () => {
    expect(body("- Äpfel\n  und Birnen\n- Nüsse")).toEqual(["bullet: Äpfel und Birnen", "bullet: Nüsse"]);
    expect(body("1. Bregenz\n2. Lindau")).toEqual(["number: Bregenz", "number: Lindau"]);
  });

  test("a paragraph that begins with a date is no list", () => {
    expect(body("8. Februar war der Tag.")).toEqual(["paragraph: 8. Februar war der Tag."]);
    expect(body("1. Mai ist frei.")).toEqual(["paragraph: 1. Mai ist frei."]);
  });

  test("a box goes to its end and holds paragraphs and lists", () => {
    expect(body("Kasten: Zahlen\nDrei Schiffe.\n\n- eins\n- zwei\n\nKasten Ende\n\nWeiter.")).toEqual([
      "box: Zahlen",
      "  paragraph: Drei Schiffe.",
      "  bullet: eins",
      "  bullet: zwei",
      "paragraph: Weiter.",
    ]);
  });

  test("a box without end and an end without box are reported where they stand", () => {
    expect(summary(read("a.txt", agencyText("Ein Satz.\n\nKasten: X\n\nText.")).diagnostics)).toEqual([
      "article/unclosed-box 7:1",
    ]);
    expect(summary(read("a.txt", agencyText("Ein Satz.\n\nKasten Ende")).diagnostics)).toEqual([
      "article/stray-box-end 7:1",
    ]);
  });
});

describe("emphasis", () => {
  const marksOf = (text: string) => {
    const [, block] = articleOf("a.txt", agencyText(`Erster.\n\n${text}`)).body;
    const copy = block?.kind === "paragraph" ? block.text : undefined;
    return [
      copy?.text,
      ...(copy?.marks ?? []).map(({ kind, start, end }) => `${kind} ${copy?.text.slice(start, end)}`),
    ];
  };

  test("_ and * around words are emphasis and strong", () => {
    expect(marksOf("Ein _leises_, *sehr gutes* Schiff.")).toEqual([
      "Ein leises, sehr gutes Schiff.",
      "emphasis leises",
      "strong sehr gutes",
    ]);
  });

  test.each([
    "Kolleg*innen und Schüler*innen.",
    "Preise* gelten. * Nur heute.",
    "max_mustermann@a_b.at",
    "3 * 4 * 5 ist 60.",
  ])("%j holds no emphasis", (text) => expect(marksOf(text)).toHaveLength(1));
});

describe("a table", () => {
  test("has a row in each line, a line of dashes below the first makes it the header", () => {
    expect(body("Tabelle: Preise\nStrecke | Euro\n--- | ---\nRundfahrt | 19\nKinder | 9,50")).toEqual([
      "table: Preise",
      "  header: Strecke | Euro",
      "  row: Rundfahrt | 19",
      "  row: Kinder | 9,50",
    ]);
  });

  test("may have its cells parted by tabs, and its rows a blank line below the title", () => {
    expect(body("Tabelle: Preise\n\nRundfahrt\t19\nKinder\t9,50\n\nEnde.")).toEqual([
      "table: Preise",
      "  row: Rundfahrt | 19",
      "  row: Kinder | 9,50",
      "paragraph: Ende.",
    ]);
  });

  test("with a row that lacks a cell is filled up, and the row is reported", () => {
    const text = agencyText("Ein Absatz.\n\nTabelle: Preise\nA | 1\nB\nC | 3");
    const { value, diagnostics } = read("a.txt", text);
    expect(outline(value?.body ?? [])).toContain("  row: B | ");
    expect(summary(diagnostics)).toEqual(["article/ragged-table 9:1"]);
  });

  test("may stand in a box", () => {
    expect(body("Kasten: Zahlen\n\nTabelle:\nBund | 51\nLänder | 9,5\n\nKasten Ende")).toEqual([
      "box: Zahlen",
      "  table: ",
      "    row: Bund | 51",
      "    row: Länder | 9,5",
    ]);
  });
});

describe("sources and what may be left out", () => {
  test("sources stand in the head or close the text", () => {
    const last = articleOf("a.txt", agencyText("Ein Absatz.\n\nQuellen: Rechnungshof"));
    const first = articleOf("a.txt", agencyText("Quelle: Rechnungshof\n\nEin Absatz."));
    expect([last.sources, first.sources].map((copy) => copy?.text)).toEqual(["Rechnungshof", "Rechnungshof"]);
  });

  test("a question mark behind the label marks blocks and parts of the head", () => {
    const article = articleOf(
      "a.txt",
      agencyText("Unterzeile?: Kurz\n\nEin Absatz.\n\nZitat?: „Nein.“\n\nNoch einer."),
    );
    expect(article.optional).toEqual(["deck"]);
    expect(article.body.map((block) => "optional" in block && block.optional)).toEqual([false, true, false]);
  });

  test("what no article can leave out is reported", () => {
    const { diagnostics } = read("a.txt", agencyText("Ort?: Wien\n\nEin Absatz."));
    expect(summary(diagnostics)).toEqual(["article/not-optional 5:1"]);
  });
});

import { describe, expect, test } from "vitest";
import { agencyText, markdownText, read, summary } from "./reading.ts";

const found = (body: string) => summary(read("a.txt", agencyText(body)).diagnostics);

describe("what an article cannot be without", () => {
  test.each([
    ["a.txt", "Chronik", ["article/missing-headline 1:1", "article/missing-body 1:1"]],
    ["a.txt", "Chronik\n\nTitel", ["article/missing-body 3:1"]],
    [
      "a.txt",
      "Chronik\n\nKim im Labor\n© APA\n\nEin Satz.",
      ["article/missing-headline 1:1", "article/picture-to-come 3:1"],
    ],
    ["a.txt", `Chronik\n\n${"Ein langer Absatz. ".repeat(20)}`, ["article/missing-headline 1:1"]],
    ["a.md", "# Titel\n\nText.", ["article/missing-section 1:1"]],
    ["a.md", "---\nsection: Chronik\n---\n\nText.", ["article/missing-headline 2:10"]],
    ["a.json", "{}", ["article/missing-section 1:1", "article/missing-headline 1:1", "article/missing-body 1:1"]],
    [
      "a.json",
      '{"section":"A","headline":" ","body":[""]}',
      ["article/missing-headline 1:13", "article/missing-body 1:13"],
    ],
  ])("%s with %j gives no article, and says why", (name, text, expected) => {
    const { value, diagnostics } = read(name, text);
    expect(value).toBeUndefined();
    expect(summary(diagnostics)).toEqual(expected);
  });

  test("each form is told in its own words how to mend it", () => {
    const hint = (name: string, text: string) =>
      read(name, text).diagnostics.find(({ code }) => code === "article/missing-headline")?.hint;
    expect(hint("a.txt", "Chronik")).toContain("second block");
    expect(hint("a.md", "Text.")).toContain('"# Headline"');
    expect(hint("a.json", "{}")).toContain('"headline"');
  });
});

describe("pictures", () => {
  test("a picture without credit is an error where its caption stands", () => {
    const { value, diagnostics } = read("a.txt", agencyText("Ein Schiff\nDatei: a.jpg\n\nEin Satz."));
    expect(value?.pictures[0]?.credit.text).toBe("");
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
    expect(summary(diagnostics)).toEqual(["article/missing-credit 5:1"]);
  });

  test("a credit without caption is a warning", () => {
    expect(found("Datei: a.jpg\n© APA\n\nEin Satz.")).toEqual(["article/missing-caption 6:1"]);
  });

  test("a picture without file is to come", () => {
    expect(found("Ein Schiff\n© APA\n\nEin Satz.")).toEqual(["article/picture-to-come 5:1"]);
  });
});

test.each([
  ["2025-02-30", "article/date", "write year, month and day: 2025-02-09"],
  ["9.2.2025", "article/date", "write it as 2025-02-09"],
  ["gestern", "article/date", "write year, month and day: 2025-02-09"],
])("the date %j is refused where it stands", (date, code, hint) => {
  const { value, diagnostics } = read("a.txt", `Chronik\n\nDatum: ${date}\n\nTitel\n\nEin Satz.`);
  expect(value?.date).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code, hint, place: { line: 3, column: 8 } }]);
});

test.each([["2024-02-29"], ["2000-02-29"], ["1999-12-31"]])("the date %s is taken", (date) => {
  expect(read("a.txt", `Chronik\n\nDatum: ${date}\n\nTitel\n\nEin Satz.`)).toMatchObject({
    value: { date },
    diagnostics: [],
  });
});

test("the language decides on the quotes' country, and an unknown one is an error", () => {
  const { value, diagnostics } = read("a.md", "---\nsection: A\nheadline: B\nlanguage: de_AT\n---\n\nText.");
  expect(value?.language).toBe("de-AT");
  expect(diagnostics).toMatchObject([{ code: "article/language", hint: 'did you mean "de-AT"?' }]);
  expect(read("a.txt", "Chronik\n\nSprache: DE-ch\n\nTitel\n\nEin Satz.").value?.language).toBe("de-CH");
});

test("a section of over 60 characters is most likely a headline", () => {
  expect(summary(read("a.txt", `${"Ein langer Titel ".repeat(5)}\n\nNoch einer\n\nEin Satz.`).diagnostics)).toEqual([
    "article/long-section 1:1",
  ]);
});

test("a word that is no text keeps its article from being set", () => {
  const { value, diagnostics } = read("a.txt", agencyText(`Ein ${"QUJD".repeat(50_000)} Wort.`));
  expect(summary(diagnostics)).toEqual(["article/endless-word 5:5"]);
  expect(value).toBeUndefined();
});

test("a word of over 200 characters is reported where it begins", () => {
  const long = `Ein ${"x".repeat(20_000)} Wort.`;
  expect(found(long)).toEqual(["article/long-word 5:5"]);
  const [finding] = read("a.txt", agencyText(long)).diagnostics;
  expect(finding?.place).toMatchObject({ length: 20_000 });
  expect(found(`Ein ${"x".repeat(200)} Wort.`)).toEqual([]);
});

test("a word is as long wherever between other words it stands", () => {
  for (let before = 0; before <= 402; before++) {
    const words = "ab".repeat(before / 2).replace(/(.{5})/g, "$1 ");
    const some = words === "" ? "" : `${words.trimEnd()} `;
    expect(found(`${some}${"x".repeat(201)}\nWort.`)).toEqual([`article/long-word 5:${some.length + 1}`]);
    expect(found(`${some}${"x".repeat(200)}\nWort.`)).toEqual([]);
  }
});

test("a crosshead without text below it is reported", () => {
  expect(summary(read("a.md", markdownText("Eins.\n\n## Zwei\n\n## Drei\n\nVier.\n\n## Fünf")).diagnostics)).toEqual([
    "article/crosshead-at-end 9:4",
    "article/crosshead-at-end 15:4",
  ]);
});

test("lost and garbled letters are reported", () => {
  expect(found("Ein Gr\uFFFDß.")).toEqual(["article/lost-character 5:7"]);
  expect(found("Die GrÃ¶ÃŸe.")).toEqual(["article/mojibake 5:7"]);
});

test("an unknown ending is an error with what is accepted", () => {
  expect(read("a.docx", "Text").diagnostics).toMatchObject([{ code: "article/unknown-form", severity: "error" }]);
  expect(read("a.jsn", "{}").diagnostics[0]?.hint).toContain('did you mean ".json"?');
  expect(read("ordner.txt/artikel", "Text").diagnostics[0]?.message).toBe("the file's name has no ending");
});

test("the id is the file's name without folder and ending", () => {
  expect(read("C:\\Texte\\ein.langer.name.TXT", agencyText("Ein Satz.")).value?.id).toBe("ein.langer.name");
});

describe("quotations over several paragraphs", () => {
  test("only the last one is closed, and that is no finding", () => {
    expect(found('Er sagte: "Wir kommen.\n\n"Wir bleiben nicht."')).toEqual([]);
  });

  test("nor is it one in a box", () => {
    expect(found('Text.\n\nKasten: Titel\n"Wir kommen.\n\n"Wir bleiben nicht."\n\nKasten Ende')).toEqual([]);
  });

  test("a quotation that nobody goes on with is one", () => {
    expect(found('Er sagte: "Wir kommen.\n\nSie bleiben nicht.')).toEqual(["language/unbalanced-quote 5:11"]);
  });
});

test("diagnostics are in order of place", () => {
  const { diagnostics } = read("a.txt", agencyText('Ein "Satz.\n\nEin\tTab.\n\nBild\nDatei: a.jpg\n\nZwei  Blanks.'));
  const lines = diagnostics.map(({ place }) => (place?.kind === "source" ? place.line : 0));
  expect(lines).toEqual([5, 7, 9, 12]);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { articleOf, outline, read, withoutPlaces } from "./reading.ts";

const guide = readFileSync("docs/articles.md", "utf8");

function example(form: string): string {
  const found = new RegExp(`^\`\`\`${form}\n([\\s\\S]*?)^\`\`\`$`, "m").exec(guide)?.[1];
  if (found === undefined) throw new Error(`the guide has no example in ${form}`);
  return found;
}

const text = articleOf("faehre.txt", example("text"));
const markdown = articleOf("faehre.md", example("markdown"));
const json = articleOf("faehre.json", example("json"));

/** Changes are the same ones, but come in the order of each form's own places. */
const sorted = (article: typeof text) =>
  withoutPlaces({ ...article, changes: article.changes.map(({ rule, from, to }) => `${rule} ${from} ${to}`).sort() });

test("the guide's example gives the same article in all three forms", () => {
  expect(sorted(markdown)).toEqual(sorted(text));
  expect(sorted(json)).toEqual(sorted(text));
});

test("the guide's example uses every part that an article can have", () => {
  const parts = [
    "kicker",
    "deck",
    "lead",
    "byline",
    "dateline",
    "sources",
    "optional",
    "date",
    "agency",
    "rights",
    "usage",
    "identifier",
    "version",
    "keywords",
  ] as const;
  expect(parts.filter((part) => text[part] === undefined)).toEqual([]);
  expect(new Set(text.body.map(({ kind }) => kind))).toEqual(
    new Set(["paragraph", "crosshead", "quotation", "list", "box", "table"]),
  );
  expect(text.pictures[0]).toMatchObject({ focalPoint: { x: 0.5, y: 0.3 }, file: { path: "pictures/faehre.jpg" } });
});

test("the guide's example is read as it is meant", () => {
  expect(outline(text.body)).toEqual([
    "paragraph: Die Fähre ist 42 m lang und leiser als ihre Vorgängerin. „Sie ist ein Gewinn für die Kolleg*innen“, sagte Kapitänin Ruth Hagspiel.",
    "crosshead: Strom aus Wasserkraft",
    "paragraph: Geladen wird in der Nacht – zu drei Viertel mit Strom aus der Ill.",
    "quotation: „Man hört nur noch das Wasser.“",
    "by: Ruth Hagspiel, Kapitänin",
    "table: Fahrpreise",
    "  header: Strecke | Euro",
    "  row: Bregenz–Lindau | 7,50",
    "  row: Rundfahrt | 19",
    "paragraph: Die Fahrt führt über zwei Stationen:",
    "number: Bregenz Hafen",
    "number: Lindau Insel",
    "box: Die Fähre in Zahlen",
    "  paragraph: Gebaut wurde sie in Fußach.",
    "  bullet: Plätze: 300",
    "  bullet: Batterie: 1.000 kWh",
    "paragraph: Die alte Fähre kommt ins Museum.",
  ]);
  const [first] = text.body;
  const copy = first?.kind === "paragraph" ? first.text : undefined;
  expect(copy?.marks.map(({ kind, start, end }) => `${kind} ${copy.text.slice(start, end)}`)).toEqual([
    "emphasis leiser",
    "strong Gewinn",
  ]);
});

test("every character of the example leads to the same word in each form's source", () => {
  for (const article of [text, markdown, json]) {
    const [first] = article.body;
    const copy = first?.kind === "paragraph" ? first.text : article.headline;
    for (const word of ["Vorgängerin", "Gewinn", "Kolleg*innen", "Hagspiel"]) {
      const origin = copy.origins[copy.text.indexOf(word)] ?? -1;
      expect(article.source.text.slice(origin, origin + word.length)).toBe(word);
    }
  }
});

test("the example gives no finding but the picture to come", () => {
  for (const [name, form] of [
    ["a.txt", "text"],
    ["a.md", "markdown"],
    ["a.json", "json"],
  ] as const) {
    expect(read(name, example(form)).diagnostics.map(({ code }) => code)).toEqual(["article/picture-to-come"]);
  }
});

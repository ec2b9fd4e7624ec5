import { describe, expect, it } from "vitest";
import { readArticle, type Article } from "../../../../src/article/index.ts";
import { makeUpPages } from "../../../../src/page/index.ts";
import { displayList, type DisplayList, type StructureElement } from "../../../../src/render/display/index.ts";
import { bundledTemplate, setter } from "../../../support/desk.ts";

const COPY = `---
section: Chronik
kicker: Verkehr
deck: Ein Deck
byline: Von Eva Muster
---
# Titel

![Ein Zug im Schnee](zug.jpg)
Der Zug
© APA

Der erste Absatz steht hier und ist lang genug für eine Zeile.

## Zwischentitel

- eins
- zwei

> Ein Zitat.
> — Eva Muster

| Ort | Zahl |
| --- | ---- |
| Wien | 12 |
| Graz | |

Der letzte Absatz steht am Ende.
`;

function articleOf(text: string): Article {
  const { value } = readArticle("test.md", new TextEncoder().encode(text), bundledTemplate("a4-3").house);
  if (value === undefined) throw new Error("the test's article cannot be read");
  return value;
}

function display(text: string): DisplayList {
  const article = articleOf(text);
  const order = { article, template: bundledTemplate("a4-3"), setter, pixels: article.pictures.map(() => undefined) };
  return displayList(makeUpPages(order).value.pages, { title: "Titel", language: "de-AT", article });
}

/** The text that stands on the pages of an element and those below it, as an outline. */
function outline(list: DisplayList): string[] {
  const texts = new Map<number, string>();
  for (const operation of list.pages.flatMap(({ operations }) => operations)) {
    if (typeof operation.tag !== "number" || operation.kind !== "glyphs") continue;
    const own = operation.glyphs.map(({ text }) => text).join("");
    texts.set(operation.tag, (texts.get(operation.tag) ?? "") + own.replace("\u00AD", ""));
  }
  const lines = (element: StructureElement, depth: number): string[] => [
    `${"  ".repeat(depth)}${element.type} ${texts.get(element.id)?.trim() ?? ""}`.trimEnd(),
    ...element.children.flatMap((child) => lines(child, depth + 1)),
  ];
  return lines(list.structure, 0);
}

describe("the logical structure of an article", () => {
  const list = display(COPY);

  it("has its elements in reading order, each with its text", () => {
    expect(outline(list)).toEqual([
      "Art",
      "  P Verkehr",
      "  H1 Titel",
      "  P Ein Deck",
      "  P Von Eva Muster",
      "  Figure Bild folgt",
      "    Caption Der Zug ©\u202FAPA",
      "  P Der erste Absatz steht hier und ist lang genug für eine Zeile.",
      "  H2 Zwischentitel",
      "  L",
      "    LI",
      "      Lbl •",
      "      LBody eins",
      "    LI",
      "      Lbl •",
      "      LBody zwei",
      "  BlockQuote",
      "    P Ein Zitat.",
      "    P Eva Muster",
      "  Table",
      "    TR",
      "      TH Ort",
      "      TH Zahl",
      "    TR",
      "      TD Wien",
      "      TD 12",
      "    TR",
      "      TD Graz",
      "      TD",
      "  P Der letzte Absatz steht am Ende.",
    ]);
  });

  it("says what its picture shows, or else what its caption says, and that there is one where nobody says anything", () => {
    const alternative = (text: string) =>
      display(text).structure.children.find(({ type }) => type === "Figure")?.alternative;
    expect(alternative(COPY)).toBe("Ein Zug im Schnee");
    const undescribed = COPY.replace("Ein Zug im Schnee", "");
    expect(alternative(undescribed)).toBe("Der Zug");
    expect(alternative(undescribed.replace("Der Zug", ""))).toBe("Bild");
  });

  it("has a span for every divided word, which says how it reads, below its paragraph", () => {
    const prose =
      "Kim kritisierte die trilaterale militärische Zusammenarbeit zwischen den Vereinigten Staaten, Japan und Südkorea. Diese " +
      "erhöhe die Spannungen in der Region, meldete die staatliche Nachrichtenagentur am Sonntag. Kim kündigte Gegenmaßnahmen " +
      "an, darunter den weiteren Ausbau der Atomstreitkräfte.";
    const paragraph = display(COPY.replace("Der letzte Absatz steht am Ende.", prose)).structure.children.at(-1);
    const words = paragraph?.children.map(({ type, actual }) => [type, prose.split(" ").includes(actual ?? "")]);
    expect(words?.length).toBeGreaterThan(1);
    for (const word of words ?? []) expect(word).toEqual(["Span", true]);
  });

  it("leaves out the head of the page", () => {
    const section = list.pages[0]?.operations.find(
      (operation) =>
        operation.kind === "glyphs" &&
        operation.glyphs
          .map(({ text }) => text)
          .join("")
          .includes("Chronik"),
    );
    expect(section?.tag).toBe("header");
  });
});

describe("the logical structure of a page that an article goes on to", () => {
  const long = `${COPY.split("![")[0]}${"Ein Absatz mit vielen Worten, der sich über mehrere Zeilen zieht. ".repeat(40)}\n\n`;
  const text = `${long.repeat(1)}${"Noch ein Absatz, der lang ist und der die Seite füllt. ".repeat(200)}\n\n## Später\n\nDas Ende.\n`;

  it("begins with a heading of the first level, and has only what stands on it", () => {
    const article = articleOf(text);
    const { pages } = makeUpPages({ article, template: bundledTemplate("a4-3"), setter, pixels: [] }).value;
    expect(pages.length).toBeGreaterThan(1);
    const last = displayList(pages.slice(-1), { title: "Titel", language: "de-AT", article });
    expect(outline(last).map((line) => line.trim().split(" ")[0])).toEqual(["Art", "P", "H1", "P"]);
  });
});

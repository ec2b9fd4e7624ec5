import { describe, expect, it } from "vitest";
import { Paragraph, setBySense, setEvenly, type Galley } from "../../../src/galley/index.ts";
import { bundledTemplate, copyOf, setter } from "../../support/desk.ts";

const { styles, grid } = bundledTemplate("a4-3");
const width = grid.columnWidth;

const linesOf = ({ lines }: Galley): string[] => lines.map(({ copy }) => copy.text);
const set = (text: string): string[] => linesOf(setBySense(copyOf(text), styles.crosshead, width, setter).value);
const evenly = (text: string): Galley => setEvenly(new Paragraph(copyOf(text), styles.crosshead, setter), width).value;

describe("a crosshead", () => {
  it.each([
    ["Keine Mehrheit für die neue Regelung in Sicht", ["Keine Mehrheit", "für die neue Regelung in Sicht"]],
    ["„Das ist kein Gletscher mehr, das ist ein Rest“", ["„Das ist kein Gletscher mehr,", "das ist ein Rest“"]],
    ["Hubble-Archiv: Mehr Galaxien als vermutet", ["Hubble-Archiv:", "Mehr Galaxien als vermutet"]],
    ["Wasser, das fehlen wird", ["Wasser, das fehlen wird"]],
  ])("breaks by sense as a headline does: %s", (text, expected) => {
    expect(set(text)).toEqual(expected);
  });

  it("takes no line more than it needs where its sense does not ask for one", () => {
    for (const text of [
      "Viele Fragen, wenige Antworten und kein Termin",
      "Angebot und Nachfrage auf dem Wohnungsmarkt",
    ])
      expect(set(text)).toHaveLength(evenly(text).lines.length);
  });

  it("that is long, or has a word that its width does not hold, is set evenly", () => {
    for (const text of [
      "Ein langer Zwischentitel ".repeat(12).trim(),
      "Donaudampfschifffahrtsgesellschaftskapitän geht",
    ])
      expect(set(text)).toEqual(linesOf(evenly(text)));
  });
});

import { describe, expect, it } from "vitest";
import { castBody } from "../../../src/page/cast.ts";
import { bundledTemplate, copyOf, setter } from "../../support/desk.ts";
import { articleOf, paragraphOf } from "../../support/makeup.ts";

const TEXTS = [
  "Das Zentrum für Verwaltungsforschung rät unterdessen zu mehr Zusammenarbeit. Würden benachbarte Kommunen Bauhöfe, Standesämter und Lohnverrechnung gemeinsam betreiben, ließen sich nach seiner Berechnung 4 bis 6 % der laufenden Ausgaben einsparen.",
  "Der Budgetausschuss tritt am 24. November um 9.30 Uhr zusammen. Ein Beschluss wird noch vor Weihnachten erwartet – andernfalls gilt ab 1. Jänner ein Budgetprovisorium, und neue Förderzusagen wären bis auf Weiteres nicht möglich.",
  "Die Gemeinden haben im Vorjahr so viel Geld ausgegeben wie noch nie. Das zeigt eine Aufstellung, die am Dienstag veröffentlicht wurde. Vor allem Kindergärten und Pflege kosten mehr als noch vor fünf Jahren.",
  "Auch die Länder verlangen Änderungen. Sie wollen, dass der Bund die Pflege ganz übernimmt, und verweisen auf die Zusage aus dem Frühjahr. Eine Einigung ist nicht in Sicht.",
];

describe("a paragraph in a line more or fewer", () => {
  const template = bundledTemplate("berliner-5");
  const pieces = castBody(articleOf(TEXTS.map(paragraphOf)), template, setter).value;
  const changed = pieces.flatMap(({ ways }) => ways.filter(({ relief }) => relief?.kind === "lines"));

  it("can be had of some, at a price", () => {
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every(({ cost }) => cost > 0)).toBe(true);
  });

  it("never leaves a few letters on the last line, least of all those of a divided word", () => {
    for (const { slugs } of changed) {
      const [before, last] = slugs.slice(-2).map(({ lines }) => lines.at(-1)?.line);
      const { breaking, size } = template.styles.body;
      expect(last?.width ?? 0).toBeGreaterThanOrEqual(before?.endsWith === "hyphen" ? 2.5 * size : breaking.lastLine);
    }
  });

  it("has no line looser than the template allows", () => {
    for (const { slugs } of changed) {
      const spaces = slugs.flatMap(({ lines }) => lines.map(({ line }) => line.wordSpace));
      const natural = pieces.find(({ ways }) => ways.some((way) => way.slugs === slugs))?.natural.slugs ?? [];
      const own = Math.max(...natural.flatMap(({ lines }) => lines.map(({ line }) => line.wordSpace)));
      expect(Math.max(...spaces)).toBeLessThanOrEqual(Math.max(template.fit.wordSpace, own));
    }
  });

  it("is not offered where the template does not want it", () => {
    const rigid = { ...template, fit: { ...template.fit, lines: 0 } };
    const all = castBody(articleOf([paragraphOf(copyOf(TEXTS[0] ?? "").text)]), rigid, setter).value;
    expect(all.every(({ ways }) => ways.length === 1)).toBe(true);
  });
});

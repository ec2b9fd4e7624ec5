import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/article/index.ts";
import { makeUpPages, tally, type SpaceOrder } from "../../../src/page/index.ts";
import type { SuggestedCut } from "../../../src/page/index.ts";
import { sum } from "../../../src/page/costs.ts";
import { bundledTemplate, projectPath, setter } from "../../support/desk.ts";

const FILES = ["nordkorea-atomare-aufruestung.txt", "gemeindebudgets-sparpaket.txt", "nachtzug-wien-triest.txt"];
const TEMPLATES = ["berliner-5", "a4-3"];

function textOf(file: string): string {
  return readFileSync(projectPath(`articles/${file}`), "utf8");
}

function makeUp(text: string, templateName: string, space?: SpaceOrder) {
  const template = bundledTemplate(templateName);
  const article = readArticle("test.txt", new TextEncoder().encode(text), template.house).value;
  if (article === undefined) throw new Error("the article cannot be read");
  const pixels = article.pictures.map(() => undefined);
  return makeUpPages({ article, template, setter, pixels, ...(space && { space }) });
}

/** Rows that the article takes when it may take what it needs. */
function rowsTaken(text: string, template: string): number {
  const [first] = makeUp(text, template).value.compositions;
  return first ? first.composition.headingRows + first.composition.depth : 0;
}

/** The source text without what the report would have the desk take out, last cut first. */
function apply(text: string, cuts: readonly SuggestedCut[]): string {
  return cuts.toReversed().reduce((before, { place }) => {
    if (place.kind !== "source") throw new Error("a cut without its place");
    const start =
      before
        .split("\n")
        .slice(0, place.line - 1)
        .join("\n").length +
      1 +
      place.column -
      1;
    const end = start + place.length;
    const space = before[end] === " " ? 1 : 0;
    return before.slice(0, start) + before.slice(end + space);
  }, text);
}

const cases = FILES.flatMap((file) => TEMPLATES.map((template) => [file, template] as const));
const pictured = cases.filter(([file]) => !file.startsWith("gemeinde"));

/** The most rows over all columns of the template that are too few for the text. */
function rowsTooFew(text: string, template: string): SpaceOrder {
  const columns = Math.max(...bundledTemplate(template).composition.columns);
  for (let rows = rowsTaken(text, template); rows > 10; rows -= 2) {
    if (makeUp(text, template, { rows, columns }).value.fit.state === "overset") return { rows, columns };
  }
  throw new Error("the text fits everywhere");
}

describe("the fit", () => {
  it.each(pictured)("fills every height that is near to what %s takes on %s, to the line", (file, template) => {
    const text = textOf(file);
    const rows = rowsTaken(text, template);
    for (const more of [-2, -1, 1, 2, 3]) {
      const { value } = makeUp(text, template, { rows: rows + more });
      expect(value.fit.state, `${rows + more} rows`).toBe("fits");
      expect(value.pages).toHaveLength(1);
      const { empty, overset, widows, orphans } = tally(value.pages);
      expect({ empty, overset, widows, orphans }).toEqual({ empty: 0, overset: 0, widows: 0, orphans: 0 });
    }
  });

  it.each(cases)("says of too little space which sentences of %s must go on %s, and then it fits", (file, template) => {
    const text = textOf(file);
    const space = rowsTooFew(text, template);
    const { value, diagnostics } = makeUp(text, template, space);
    expect(value.fit.state).toBe("overset");
    expect(value.fit.rows).toBeGreaterThan(0);
    expect(value.fit.cuts.length).toBeGreaterThan(0);
    expect(diagnostics.filter(({ code }) => code === "page/cut")).toHaveLength(value.fit.cuts.length);
    const again = makeUp(apply(text, value.fit.cuts), template, space);
    expect(again.value.fit.state).toBe("fits");
  });

  it("says of too much space how many characters would fill it, and then it nearly does", () => {
    const text = textOf("gemeindebudgets-sparpaket.txt");
    const space = { rows: 60, columns: 3 };
    const { value, diagnostics } = makeUp(text, "a4-3", space);
    expect(value.fit.state).toBe("empty");
    expect(diagnostics.map(({ code }) => code)).toContain("page/too-short");
    const sentence = " Die Beratungen dazu werden in der kommenden Woche fortgesetzt.";
    const longer = `${text.trimEnd()}${sentence.repeat(Math.round(value.fit.characters / sentence.length))}\n`;
    const { fit } = makeUp(longer, "a4-3", space).value;
    expect(fit.rows).toBeLessThan(value.fit.rows / 4);
  });

  it("leaves out what the copy marks as optional, and only where nothing else helps", () => {
    const withDeck = (label: string): string =>
      textOf("nachtzug-wien-triest.txt").replace(
        "\n\nDatum:",
        `\n\n${label}: Die Bundesbahnen fahren ab Dezember wieder jede Nacht nach Süden\n\nDatum:`,
      );
    const spaces = [4, 5].flatMap((columns) =>
      Array.from({ length: 16 }, (_, index) => ({ columns, rows: 14 + index })),
    );
    const helped = spaces.filter((space) => {
      const may = makeUp(withDeck("Unterzeile?"), "berliner-5", space).value.fit;
      const must = makeUp(withDeck("Unterzeile"), "berliner-5", space).value.fit;
      if (!may.reliefs.some((relief) => relief.kind === "head" && relief.part === "deck")) return false;
      expect(must.state).not.toBe("fits");
      return may.state !== "overset" || may.rows < must.rows;
    });
    expect(helped.length).toBeGreaterThan(2);
  });

  it("says that all of the text is lost where a picture takes the whole space", () => {
    const { fit, pages, slugs } = makeUp(textOf("nordkorea-atomare-aufruestung.txt"), "a4-2", {
      rows: 16,
      columns: 1,
    }).value;
    expect(fit).toMatchObject({ state: "overset", rows: sum(slugs.map(({ rows }) => rows)) });
    expect(pages.map(({ frames }) => frames.filter(({ kind }) => kind === "picture").length)).toEqual([1]);
  });

  it("refuses a space that cannot even hold the heading", () => {
    const { value, diagnostics } = makeUp(textOf("nordkorea-atomare-aufruestung.txt"), "a4-3", { rows: 2 });
    expect(value.pages).toHaveLength(0);
    expect(diagnostics.map(({ code }) => code)).toContain("page/no-room");
  });
});

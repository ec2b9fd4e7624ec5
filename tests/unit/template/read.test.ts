import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BUNDLED_FACES } from "../../../src/galley/index.ts";
import { readTemplate } from "../../../src/template/index.ts";
import { bundledTemplate, projectPath } from "../../support/desk.ts";

const GOOD = readFileSync(projectPath("templates/a4-3.json"), "utf8");

/** What is said of the bundled template with one thing changed in it: code, line and column, message, hint. */
function faults(from: string | RegExp, to: string): string[] {
  const text = GOOD.replace(from, to);
  expect(text).not.toBe(GOOD);
  const { value, diagnostics } = readTemplate({ name: "t.json", text }, BUNDLED_FACES);
  expect(value).toBeUndefined();
  return diagnostics.map(({ code, message, hint, place }) => {
    const at = place?.kind === "source" ? `${place.line}:${place.column}` : "?";
    return `${code} ${at} ${message}${hint ? ` (${hint})` : ""}`;
  });
}

describe("the bundled templates", () => {
  it("a4-3 keeps the measure on which systems are compared", () => {
    const { page, typeArea, grid, styles } = bundledTemplate("a4-3");
    expect(page.width).toBeCloseTo(595.276, 3);
    expect(typeArea.x).toBeCloseTo((15 * 72) / 25.4, 9);
    expect(typeArea.y).toBeCloseTo((20 * 72) / 25.4, 9);
    expect((grid.columnWidth * 25.4) / 72).toBeCloseTo(170 / 3, 9);
    expect([styles.body.face, styles.body.size, styles.body.leading]).toEqual(["SourceSerif4-Regular", 9.2, 11.5]);
  });

  it("berliner-5 has five columns of 50 mm with 4 mm between them", () => {
    const { grid, typeArea } = bundledTemplate("berliner-5");
    expect((grid.columnWidth * 25.4) / 72).toBeCloseTo(50, 9);
    expect(grid.columns).toBe(5);
    expect(grid.first + (grid.rows - 1) * grid.leading).toBeLessThanOrEqual(typeArea.y + typeArea.height + 0.001);
  });
});

describe("a faulty template", () => {
  it("that is not JSON is shown where it breaks", () => {
    expect(faults('"title":', '"title"')[0]).toMatch(/^template\/invalid-json 3:\d+ this is not JSON: colon expected/);
  });

  it("with a key that is given twice is told of the second one", () => {
    expect(faults('"title":', '"name": "zwei",\n  "title":')[0]).toMatch(
      /^template\/invalid-json 3:3 “name” is given twice \(take one/,
    );
  });

  it("that is not UTF-8 is shown where", () => {
    expect(faults('"title": "', '"title": "\uFFFD')[0]).toMatch(
      /^template\/invalid-json 3:\d+ this is not UTF-8 \(save/,
    );
  });

  it("with an unknown key is told the nearest right one", () => {
    expect(faults('"gutter"', '"guter"')).toContain(
      "template/unknown-key 6:27 the key “guter” means nothing in “grid” (did you mean “gutter”?)",
    );
  });

  it("with an unknown key inside a style is told the style's keys", () => {
    expect(faults('"hyphenate": true', '"hyphens": true')[0]).toContain("(did you mean “hyphenate”?)");
  });

  it("with a length without a unit is told how to write one", () => {
    expect(faults('"5mm"', "5")[0]).toContain(
      '“grid.gutter”: write a length with its unit, for instance "92mm" or "8.6pt"',
    );
    expect(faults('"5mm"', '"5 cm"')[0]).toContain("“5 cm” is not a length");
  });

  it("with a unit that has no meaning in its place is refused", () => {
    expect(faults('"leading": "11.5pt", "first"', '"leading": "1 row", "first"')[0]).toContain(
      "the unit row has no meaning here",
    );
  });

  it("with a type area wider than its page is refused", () => {
    expect(faults('"width": "180mm"', '"width": "280mm"')[0]).toContain("the type area is wider than its page");
  });

  it("with a face that is not bundled is told the nearest one", () => {
    expect(faults('"face": "SourceSerif4-Regular"', '"face": "SourceSerif-Regular"')[0]).toContain(
      "there is no face “SourceSerif-Regular” (did you mean “SourceSerif4-Regular”?)",
    );
  });

  it("whose body does not stand on the grid is refused", () => {
    expect(faults(/("body": \{[^}]*"leading": )"11.5pt"/, '$1"12pt"')[0]).toContain(
      "the body's leading is not the grid's",
    );
  });

  it("with no headline sizes for a width it allows is told what to add", () => {
    expect(faults('{ "columns": 3, "sizes"', '{ "columns": 4, "sizes"')[0]).toContain(
      "no headline sizes for an article of 3 columns",
    );
  });

  it("with a column too narrow to set is refused", () => {
    expect(faults('"columns": 3, "gutter"', '"columns": 12, "gutter"')[0]).toContain("too narrow to set");
  });
});

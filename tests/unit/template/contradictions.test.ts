import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BUNDLED_FACES } from "../../../src/galley/index.ts";
import { readTemplate } from "../../../src/template/index.ts";
import { projectPath } from "../../support/desk.ts";

type Json = Record<string, unknown>;

const GOOD = JSON.parse(readFileSync(projectPath("templates/a4-3.json"), "utf8")) as Json;

/** Puts a value at a path of a copy of the good template, or takes it away (undefined). */
function changed(path: readonly (string | number)[], value: unknown): string {
  const copy = structuredClone(GOOD);
  let at: Json = copy;
  for (const step of path.slice(0, -1)) at = (at[step] ??= {}) as Json;
  at[String(path.at(-1))] = value;
  return JSON.stringify(copy, null, 1);
}

const slot = (more: object) => ({ column: 1, columns: 2, row: 1, rows: 20, ...more });

/** What is wrong, where, and what is said about it. */
const BROKEN: readonly (readonly [fault: string, path: readonly (string | number)[], value: unknown, said: string])[] =
  [
    ["no page size", ["page"], {}, "the page has no size (give “width” and “height”"],
    ["an unknown format", ["page", "format"], "a7", "“page.format”: “a7” is none of a3, a4"],
    [
      "a format and another size",
      ["page", "format"],
      "a3",
      "the format a3 has another size than the width and height given",
    ],
    ["a negative bleed", ["page", "bleed"], "-3mm", "“page.bleed”: less than nothing"],
    ["a type area beyond the page's foot", ["typeArea", "height"], "290mm", "the type area is higher than its page"],
    ["a type area beyond the page's side", ["typeArea", "left"], "60mm", "the type area is wider than its page"],
    ["no leading", ["grid", "leading"], "0pt", "a leading of 0 pt holds no type"],
    ["a gutter in inches", ["grid", "gutter"], "0.2in", "“grid.gutter”: “0.2in” is not a length"],
    ["a gutter as a number", ["grid", "gutter"], 5, "“grid.gutter”: write a length with its unit"],
    ["columns too narrow", ["grid", "columns"], 12, "columns of 10.4 mm are too narrow to set"],
    ["a rule as wide as the gutter", ["grid", "columnRule"], { weight: "5mm" }, "the column rule fills the gutter"],
    ["a first baseline below the type area", ["grid", "first"], "300mm", "the first baseline lies below the type area"],
    ["half a row", ["header", "height"], "4.5 rows", "the grid has whole rows only"],
    ["a header without end", ["header", "height"], "90 rows", "the header leaves no room for an article"],
    ["a section below its header", ["header", "baseline"], "40 rows", "the section's baseline lies below the header's"],
    ["steps that fall", ["headline", "steps", 1, "columns"], 1, "the steps must rise"],
    ["sizes that rise", ["headline", "steps", 0, "sizes"], ["20pt", "24pt"], "the sizes of a step must fall"],
    ["no sizes", ["headline", "steps", 0, "sizes"], [], "“headline.steps[0].sizes” is empty"],
    ["no step for a width", ["composition", "columns"], [1, 2, 3, 4], "no headline sizes for an article of 4 columns"],
    ["more columns than the grid has", ["composition", "columns"], [1, 2, 5], "the grid has only 3 columns"],
    ["proportions the wrong way round", ["composition", "pictureRatio"], [2, 1.2], "the first proportion is larger"],
    ["a picture wider than the grid", ["composition", "pictures", 0, "columns"], [2, 4], "the grid has only 3 columns"],
    [
      "a picture at a place that is none",
      ["composition", "pictures", 0, "at"],
      "top",
      "“composition.pictures[0].at”: “top” is none of head, foot, within",
    ],
    ["columns deeper than the page", ["composition", "leastDepth"], "80 rows", "columns of 80 rows do not stand in"],
    ["a body off the grid", ["styles", "body", "leading"], "12pt", "the body's leading is not the grid's"],
    ["a list off the grid", ["styles", "list", "leading"], "10pt", "the list's leading is not the grid's"],
    ["type that cannot be read", ["styles", "credit", "size"], "0pt", "type of 0 pt cannot be read"],
    ["a style that is missing", ["styles", "kicker"], undefined, "“styles.kicker”"],
    ["a face that is not there", ["styles", "deck", "face"], "Garamond", "there is no face “Garamond”"],
    [
      "an initial's face that is not there",
      ["initial"],
      { rows: 3, face: "SourceSerif4-Regulr" },
      "did you mean “SourceSerif4-Regular”",
    ],
    ["ink beyond full", ["styles", "body", "ink"], { k: 1.4 }, "“styles.body.ink.k”: 1.4 is more than 1"],
    [
      "word spaces that fall",
      ["styles", "body", "justification"],
      { wordSpace: [90, 80, 120], letterfit: [0, 0], glyphScaling: [100, 100] },
      "the three word spaces must rise",
    ],
    ["quotes of another house", ["house"], { quotes: "english" }, "“house.quotes”"],
    [
      "a slot beside the grid",
      ["slots"],
      { lead: slot({ column: 3 }) },
      "the slot reaches beyond the grid's 3 columns",
    ],
    ["a slot below the grid", ["slots"], { lead: slot({ rows: 90 }) }, "the slot reaches beyond the"],
    [
      "slots that overlap",
      ["slots"],
      { lead: slot({}), side: slot({ column: 2, row: 15 }) },
      "the slot overlaps “lead”",
    ],
    ["a key in a slot that means nothing", ["slots"], { lead: slot({ rowss: 2 }) }, "did you mean “rows”?"],
    ["a slot with a strange name", ["slots"], { "Seite 1": slot({}) }, "use lower-case letters, digits and hyphens"],
  ];

function faultsOf(text: string) {
  const { value, diagnostics } = readTemplate({ name: "t.json", text }, BUNDLED_FACES);
  expect(value).toBeUndefined();
  return diagnostics;
}

describe("a template is refused that has", () => {
  it.each(BROKEN)("%s", (_, path, value, said) => {
    const diagnostics = faultsOf(changed(path, value));
    const text = diagnostics.map(({ message, hint }) => (hint === undefined ? message : `${message} (${hint})`));
    expect(text.join("\n")).toContain(said);
    expect(diagnostics.every(({ place }) => place?.kind === "source" && place.line > 0)).toBe(true);
  });
});

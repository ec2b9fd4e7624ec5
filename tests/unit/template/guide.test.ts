import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { tally } from "../../../src/page/index.ts";
import { BUNDLED_FACES } from "../../../src/galley/index.ts";
import { readTemplate, type Template } from "../../../src/template/index.ts";
import { copyOf, projectPath } from "../../support/desk.ts";
import { articleOf, makeUpOn, paragraphOf } from "../../support/makeup.ts";

const GUIDE = readFileSync(projectPath("docs/templates.md"), "utf8");
const EXAMPLE = /```json\n([\s\S]*?)```/.exec(GUIDE)?.[1] ?? "";

function bundled(name: string) {
  return { name, text: readFileSync(projectPath(`templates/${name}.json`), "utf8") };
}

function built(): Template {
  const parents = { names: ["berliner-5"], find: bundled };
  const { value, diagnostics } = readTemplate({ name: "wochenblatt-4.json", text: EXAMPLE }, BUNDLED_FACES, parents);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("the example is no template");
  return value;
}

describe("the designer's guide", () => {
  it("has an example that can be read as it stands", () => {
    const { grid, slots, page } = built();
    expect((grid.columnWidth * 25.4) / 72).toBeCloseTo(58.75, 6);
    expect(page.facing).toBe(true);
    expect(slots.map(({ name }) => name)).toEqual(["lead", "foot-left", "foot-right"]);
    expect(grid.columnRule).toBeUndefined();
  });

  it("has an example that an article can be made up on, in each of its slots", () => {
    const template = built();
    const sentence =
      "Die Gemeinden verlangen vom Bund mehr Geld für Kindergärten, Straßen und die Pflege alter Menschen. ";
    const body = Array.from({ length: 9 }, () => paragraphOf(sentence.repeat(3).trim()));
    const pictures = [{ caption: copyOf("Ein Rathaus"), credit: copyOf("© APA") }];
    const { pages } = makeUpOn(template, articleOf(body, { pictures })).value;
    const { widows, orphans, overset } = tally(pages);
    expect({ widows, orphans, overset }).toEqual({ widows: 0, orphans: 0, overset: 0 });
  });

  it("describes every bundled template with the measures that it has", () => {
    const rows = [
      ...GUIDE.matchAll(/^\| `([a-z0-9-]+)` +\| (\d+) × (\d+) \| (\d+) × (\d+) +\| (\d) × ([\d.]+) \/ (\d+)/gm),
    ];
    expect(rows.map((row) => row[1])).toEqual([
      "berliner-5",
      "berliner-6",
      "rheinisch-6",
      "nordisch-6",
      "tabloid-4",
      "a4-3",
      "a4-2",
    ]);
    for (const [, name = "", ...figures] of rows) {
      const { page, typeArea, grid } =
        readTemplate(bundled(name), BUNDLED_FACES, { names: [], find: bundled }).value ?? built();
      const mm = (points: number): number => (points * 25.4) / 72;
      const own = [page.width, page.height, typeArea.width, typeArea.height].map((length) => Math.round(mm(length)));
      expect([...own, grid.columns, Number(mm(grid.columnWidth).toFixed(1)), Math.round(mm(grid.gutter))]).toEqual(
        figures.map(Number),
      );
    }
  });
});

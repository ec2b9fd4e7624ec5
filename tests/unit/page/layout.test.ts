import { describe, expect, it } from "vitest";
import { bundledTemplate } from "../../support/desk.ts";
import { articleOf, makeUpOn, paragraphOf } from "../../support/makeup.ts";

const SENTENCE = "Die Gemeinden verlangen vom Bund mehr Geld für Kindergärten, Straßen und die Pflege alter Menschen. ";

describe("a page for a single article", () => {
  it.each(["a4-3", "a4-2"])("has it over all its columns, however short it is: %s", (name) => {
    const { grid } = bundledTemplate(name);
    for (let sentences = 3; sentences <= 24; sentences++) {
      const article = articleOf([paragraphOf(SENTENCE.repeat(sentences).trim())]);
      const [page] = makeUpOn(name, article).value.compositions;
      expect(page?.composition.columns).toBe(grid.columns);
    }
  });
});

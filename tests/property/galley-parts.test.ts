import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setGlyphs } from "../../src/galley/set-word.ts";
import { setPart, shapeRange, styleCopy } from "../../src/galley/shape.ts";
import { bundledTemplate, copyOf, setter } from "../support/desk.ts";

const styles = ["a4-2", "a4-3", "nordisch-6", "rheinisch-6"].flatMap((id) => Object.values(bundledTemplate(id).styles));

const words = fc.constantFrom(
  ..."Auflage Schifffahrt treffen offiziell Pfiff „Vatikan“, Tafel Tokio 1.250,75 11:30 US-Präsident Wien/Triest z.\u202FB. Straße 漢字 Übung Åre AVATAR".split(
    " ",
  ),
);

describe("a part of a word", () => {
  it("is set from the whole word as it would be shaped by itself, with and without a hyphen", () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...styles),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (word, style, one, other, hyphen) => {
          const styled = styleCopy(copyOf(`Die ${word} am`), style, setter);
          const token = styled.tokens[2];
          if (token === undefined) throw new Error("no word");
          const length = token.end - token.start;
          const start = token.start + (one % length);
          const end = start + 1 + (other % (token.end - start));
          const alone = setGlyphs(shapeRange(styled, start, end, hyphen), style);
          expect(setPart(styled, token, start, end, hyphen)).toMatchObject(alone);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

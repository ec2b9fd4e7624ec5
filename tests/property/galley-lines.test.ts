import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineWith, setGalley } from "../../src/galley/index.ts";
import type { TextStyle } from "../../src/template/index.ts";
import { bundledTemplate, copyOf, setter } from "../support/desk.ts";

const { styles } = bundledTemplate("a4-3");

const word = fc.constantFrom(
  ..."Verteidigungsministeriums der Atomstreitkräfte US-Präsident und Ministerpräsidenten am 11.000 „Die auffliegen UNO-Sanktionen (Kim) Koffer, Donaudampfschifffahrt in Rot-Weiß-Rot Pjöngjang. Schifffahrt treffen z.\u202FB. 100\u00A0Euro – Flug".split(
    " ",
  ),
);
const texts = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));
const measures = fc.record({ width: fc.integer({ min: 110, max: 240 }), firstInset: fc.constantFrom(0, 9.2) });

describe("setting a paragraph", () => {
  it("loses no character and adds none: the lines put together are the copy", () => {
    fc.assert(
      fc.property(texts, measures, (text, measure) => {
        const { lines } = setGalley(copyOf(text), styles.body, { ...measure, inset: 0 }, setter).value;
        const joined = lines.map(({ copy, endsWith }) => copy.text + (endsWith === "word" ? " " : "")).join("");
        expect(joined).toBe(text);
      }),
    );
  });

  it("prints every character of a line in order, and a hyphen only where a word is divided", () => {
    fc.assert(
      fc.property(texts, measures, (text, measure) => {
        const { lines } = setGalley(copyOf(text), styles.body, { ...measure, inset: 0 }, setter).value;
        for (const line of lines) {
          const printed = line.runs.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join("");
          expect(printed.trimEnd()).toBe(line.copy.text + (line.endsWith === "hyphen" ? "\u00AD" : ""));
        }
      }),
    );
  });

  it("sets every filled line to its measure exactly", () => {
    fc.assert(
      fc.property(texts, measures, (text, measure) => {
        const { lines } = setGalley(copyOf(text), styles.body, { ...measure, inset: 0 }, setter).value;
        for (const line of lines.slice(0, -1))
          expect(line.inset + line.width - line.hang).toBeCloseTo(measure.width, 6);
      }),
    );
  });

  it("is the same for words that were set before as for words that are set for the first time", () => {
    fc.assert(
      fc.property(
        texts,
        measures,
        fc.constantFrom(styles.body, styles.lead, styles.caption),
        (text, measure, style) => {
          const setIn = (one: TextStyle) => {
            const galley = setGalley(copyOf(text), one, { ...measure, inset: 0 }, setter).value;
            return [galley, galley.alternative(-1), galley.alternative(1)].map((other) =>
              other?.lines.map((line) => lineWith(line, {})),
            );
          };
          // A style that is nobody else's has nothing in its case.
          const fresh = { ...style };
          const first = setIn(fresh);
          expect(setIn(fresh)).toEqual(first);
          expect(setIn(style)).toEqual(first);
        },
      ),
    );
  });

  it("says the same of a line whatever was asked first, and of the line with changes all but these", () => {
    fc.assert(
      fc.property(texts, measures, fc.constantFrom("left", "right", "center", "justified"), (text, measure, align) => {
        const set = () =>
          setGalley(copyOf(text), { ...styles.body, align }, { ...measure, inset: 0 }, setter).value.lines;
        const [plain, backwards] = [set(), set()];
        for (const [index, line] of plain.entries()) {
          const said = lineWith(line, {});
          const { copy, width, runs } = backwards[index] ?? line;
          expect({ ...said, copy, width, runs }).toEqual(said);
          expect(lineWith(line, { measure: 1 })).toEqual({ ...said, measure: 1 });
        }
      }),
    );
  });

  it("agrees with the breaker: what the breaker weighed is what was set", () => {
    fc.assert(
      fc.property(texts, measures, (text, measure) => {
        const { lines } = setGalley(copyOf(text), styles.body, { ...measure, inset: 0 }, setter).value;
        for (const line of lines) expect(line.ratio).toBeGreaterThanOrEqual(-1.02);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterRuns } from "../../../src/language/letter-runs.ts";

function runsByUnicode(text: string): readonly { start: number; end: number }[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\u00AD]+/gu), ({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
  }));
}

describe("runs of letters", () => {
  it("are what Unicode says of every character beside letters of Latin script", () => {
    for (let unit = 0; unit < 0xd800; unit++) {
      const text = `a${String.fromCharCode(unit)}b`;
      if (JSON.stringify(letterRuns(text)) !== JSON.stringify(runsByUnicode(text)))
        expect.fail(`U+${unit.toString(16)} is taken otherwise`);
    }
  });

  it("are what Unicode says of any text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."aÄß„“-\u00AD3·Жé ") }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(letterRuns(text)).toEqual(runsByUnicode(text));
      }),
    );
  });
});

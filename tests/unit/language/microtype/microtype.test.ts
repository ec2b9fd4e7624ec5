import { describe, expect, it } from "vitest";
import { copyFrom, sliceCopy } from "../../../../src/base/index.ts";
import { defaultHouse, languageOf } from "../../../../src/language/index.ts";
import { microtyped } from "./check.ts";

describe("microtype", () => {
  it("lists its changes in order of place, with offsets into the source", () => {
    const { changes } = microtyped(`Er - "ja" ...`);
    expect(changes).toEqual([
      { rule: "dashes", from: " -", to: "\u00A0–", sourceOffset: 2 },
      { rule: "quotes", from: '"', to: "„", sourceOffset: 5 },
      { rule: "quotes", from: '"', to: "“", sourceOffset: 8 },
      { rule: "ellipsis", from: " ...", to: "\u00A0…", sourceOffset: 9 },
    ]);
  });

  it("counts offsets from the start of the source, not of the field", () => {
    const source = { name: "test", text: "Titel\n\nEr sagte: ..." };
    const copy = copyFrom(source, 7, source.text.length);
    const { changes, copy: result } = languageOf("de-AT").microtype(copy, defaultHouse);
    expect(changes.map(({ sourceOffset }) => sourceOffset)).toEqual([16]);
    expect(result.origins.at(-1)).toBe(source.text.length);
  });

  it("reports the line and column of the source", () => {
    const source = { name: "test", text: `Titel\n\nEr sagte: "Ja` };
    const copy = copyFrom(source, 7, source.text.length);
    const { diagnostics } = languageOf("de-AT").microtype(copy, defaultHouse);
    expect(diagnostics).toMatchObject([{ code: "language/unbalanced-quote", place: { line: 3, column: 11 } }]);
  });

  it("keeps emphasis on the same words", () => {
    const source = { name: "test", text: `Er ... sagte "ja"` };
    const whole = copyFrom(source, 0, source.text.length);
    const copy = { ...whole, marks: [{ kind: "emphasis" as const, start: 7, end: 12 }] };
    const { copy: result } = languageOf("de-AT").microtype(copy, defaultHouse);
    const [mark] = result.marks;
    expect(mark && sliceCopy(result, mark.start, mark.end).text).toBe("sagte");
  });

  it("gives nothing to do for an empty text", () => {
    const { copy, changes, diagnostics } = microtyped("");
    expect({ text: copy.text, changes, diagnostics }).toEqual({ text: "", changes: [], diagnostics: [] });
  });
});

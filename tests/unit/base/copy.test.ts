import { describe, expect, it } from "vitest";
import { copyFrom, editCopy, nearestWord, placeOf, positionAt, sliceCopy, type Edit } from "../../../src/base/index.ts";

const source = { name: "a.txt", text: 'erste Zeile\nsagte "Ja" dort' };
const copy = copyFrom(source, 12, source.text.length);
const edit = (start: number, end: number, text: string): Edit => ({ start, end, text, rule: "test" });

describe("copy", () => {
  it("knows the line and column of each of its characters", () => {
    expect(placeOf(copy, 6, 10)).toMatchObject({ kind: "source", line: 2, column: 7, length: 4 });
  });

  it("keeps the places of what an edit leaves alone, whatever it puts in or takes out", () => {
    const edited = editCopy(copy, [edit(0, 6, ""), edit(6, 7, "„"), edit(9, 10, "“ – "), edit(10, 11, "")]);
    expect(edited.text).toBe("„Ja“ – dort");
    expect(placeOf(edited, edited.text.indexOf("dort"))).toMatchObject({ line: 2, column: 12 });
    expect(edited.origins.length).toBe(edited.text.length + 1);
  });

  it("moves emphasis with its words", () => {
    const marked = { ...copy, marks: [{ kind: "strong", start: 7, end: 9 } as const] };
    const edited = editCopy(marked, [edit(0, 5, "rief aus:")]);
    expect(edited.marks.map(({ start, end }) => edited.text.slice(start, end))).toEqual(["Ja"]);
    expect(sliceCopy(edited, 12, 13).marks).toEqual([{ kind: "strong", start: 0, end: 1 }]);
  });

  it("keeps every place where each edit is as long as what it replaces", () => {
    const marked = { ...copy, marks: [{ kind: "strong", start: 6, end: 10 } as const] };
    const edited = editCopy(marked, [edit(5, 6, "\u00A0"), edit(6, 7, "„"), edit(9, 11, "“\u202F")]);
    expect(edited).toEqual({ ...marked, text: "sagte\u00A0„Ja“\u202Fdort" });
  });

  it("refuses edits that overlap: that is a fault of ours", () => {
    expect(() => editCopy(copy, [edit(0, 5, "a"), edit(3, 6, "b")])).toThrow("overlap");
  });
});

describe("a position", () => {
  it("of the end of a text, and behind it, is behind its last character", () => {
    expect(positionAt(source, 999)).toEqual({ line: 2, column: 16 });
  });
});

describe("the nearest word", () => {
  it("is the one that was meant, or none", () => {
    expect(nearestWord("headlin", ["section", "headline"])).toBe("headline");
    expect(nearestWord("xyz", ["section", "headline"])).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { sourcePlace } from "../../../../src/base/index.ts";
import { openPaint } from "../../../../src/app/colour.ts";
import { packReport, unpackReport } from "../../../../src/app/batch/pack-report.ts";
import { humanReport } from "../../../../src/app/report-human.ts";
import { jsonReport, type ArticleReport } from "../../../../src/app/report.ts";

const source = { name: "kim.txt", text: `Erste Zeile\r\n\r\n${"Wort ".repeat(200)}漢 Ende\nLetzte` };
const report: ArticleReport = {
  article: "kim.txt",
  template: "a4-3",
  outputs: ["out/kim.press.pdf"],
  diagnostics: [
    { severity: "error", code: "a/b", message: "m", place: sourcePlace(source, source.text.indexOf("漢")), hint: "h" },
    { severity: "warning", code: "a/c", message: "n", place: sourcePlace(source, 0, 5) },
    { severity: "note", code: "a/d", message: "o", onPage: { page: 2, column: 1, row: 7 } },
    { severity: "error", code: "a/e", message: "p", place: sourcePlace({ name: "fehlt.txt", text: "" }, 0) },
  ],
};

describe("a packed report", () => {
  it("reads the same, for people and as JSON", () => {
    const again = unpackReport(packReport(report));
    const style = { width: 90, paint: openPaint(true) };
    expect(humanReport(again, style)).toBe(humanReport(report, style));
    expect(jsonReport(again)).toEqual(jsonReport(report));
  });

  it("keeps of a source no more than the lines that are shown", () => {
    expect(packReport(report)).not.toContain("Letzte");
  });
});

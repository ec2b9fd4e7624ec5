import { describe, expect, it } from "vitest";
import { Fold } from "../../../src/preflight/fold.ts";
import { RULES } from "../../../src/preflight/index.ts";

const error = RULES.find(({ severity }) => severity === "error");
const warning = RULES.find(({ severity }) => severity === "warning");
if (error === undefined || warning === undefined) throw new Error("there are rules of both kinds");

describe("a report", () => {
  it("tells what is found on many pages once, with the first places, and counts the rest", () => {
    const fold = new Fold();
    for (let page = 1; page <= 5000; page++) {
      fold.tell(error, `a font on page ${page}`, { about: "Arial", page });
      fold.tell(error, "the same again", { about: "Arial", page });
    }
    expect(fold.findings).toHaveLength(1);
    expect(fold.findings[0]).toMatchObject({ count: 10_000, pages: 5000 });
    expect(fold.findings[0]?.occurrences.map(({ page }) => page)).toEqual([1, 1, 2, 2, 3]);
  });

  it("tells different things apart, but not without end", () => {
    const fold = new Fold();
    for (let index = 0; index < 300; index++) fold.tell(error, `the font ${index}`, { about: String(index) });
    expect(fold.findings).toHaveLength(20);
    expect(fold.findings.reduce((sum, { count }) => sum + count, 0)).toBe(300);
  });

  it("lets no file write it: what moves a cursor, ends a line or turns the direction is taken out", () => {
    const fold = new Fold();
    fold.tell(error, "the font \u001B[2J\r\naccepted\u202E\u009B1A is not embedded");
    expect(fold.findings[0]?.occurrences[0]?.found).toBe("the font ·[2J··accepted··1A is not embedded");
  });

  it("begins with errors", () => {
    const fold = new Fold();
    fold.tell(warning, "look");
    fold.tell(error, "wrong");
    expect(fold.findings.map(({ rule }) => rule.severity)).toEqual(["error", "warning"]);
  });
});

import { describe, expect, it, test } from "vitest";
import { languageOf } from "../../../src/language/index.ts";

describe("a date in words", () => {
  test.each([
    ["2025-02-09", "Sonntag, 9. Februar 2025"],
    ["2024-02-29", "Donnerstag, 29. Februar 2024"],
    ["2000-02-29", "Dienstag, 29. Februar 2000"],
    ["1955-05-15", "Sonntag, 15. Mai 1955"],
    ["2025-12-31", "Mittwoch, 31. Dezember 2025"],
  ])("%s is %s", (iso, words) => {
    expect(languageOf("de-AT").longDate(iso)).toBe(words);
  });

  it("begins the year with Jänner in Austria and with Januar elsewhere", () => {
    expect(languageOf("de-AT").longDate("2025-01-06")).toBe("Montag, 6. Jänner 2025");
    expect(languageOf("de-DE").longDate("2025-01-06")).toBe("Montag, 6. Januar 2025");
    expect(languageOf("de-CH").longDate("2025-01-06")).toBe("Montag, 6. Januar 2025");
  });

  test.each([["2025-02-29"], ["1900-02-29"], ["2025-13-01"], ["2025-04-31"], ["2025-01-00"], ["9.2.2025"], [""]])(
    "„%s“ is none, which is a mistake of the caller",
    (text) => {
      expect(() => languageOf("de-AT").longDate(text)).toThrow("not a calendar date");
    },
  );
});

it("knows itself by its tag", () => {
  for (const tag of ["de-AT", "de-DE", "de-CH"] as const) expect(languageOf(tag).tag).toBe(tag);
});

import { describe, expect, it } from "vitest";
import { embargoOf, holdOf } from "../../../src/article/release.ts";
import { copyOf } from "../../support/desk.ts";

describe("an embargo", () => {
  it.each(["2025-02-09", "2025-02-09T10:00+01:00", "2025-02-09T10:00+14:00", "2025-02-09T10:00:30Z"])(
    "may end at %s",
    (text) => {
      const { value, diagnostics } = embargoOf(copyOf(` ${text} `));
      expect([value?.until, diagnostics]).toEqual([text, []]);
    },
  );

  it.each([
    "2025-02-30",
    "2025-02-09T10:00",
    "2025-02-09 10:00+01:00",
    "2025-02-09T25:00Z",
    "2025-02-09T10:00+24:00",
    "9. Februar",
    "10 Uhr",
  ])("written as %s has no end, and is an error", (text) => {
    const { value, diagnostics } = embargoOf(copyOf(text));
    expect(value).toMatchObject({ until: undefined });
    expect(diagnostics).toMatchObject([{ code: "article/embargo", severity: "error" }]);
  });

  it("that is not written is none", () => {
    expect(embargoOf(undefined).value).toBeUndefined();
    expect(embargoOf(copyOf("")).value).toBeUndefined();
  });
});

describe("a status", () => {
  it.each([
    ["gesperrt", "withheld"],
    ["Zurückgezogen", "cancelled"],
    ["constructor", "withheld"],
  ])("%s keeps the article as %s", (text, status) => {
    expect(holdOf(copyOf(text)).value).toMatchObject({ status });
  });

  it("frei keeps nothing", () => {
    expect(holdOf(copyOf("frei"))).toEqual({ value: undefined, diagnostics: [] });
  });
});

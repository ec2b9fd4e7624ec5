import { describe, expect, it } from "vitest";
import { fileNameOf, unknownFields, type NameFacts } from "../../../src/app/file-name.ts";

const FACTS: NameFacts = {
  title: "Neue Österreichische Zeitung",
  article: "nordkorea",
  section: "Außenpolitik",
  date: "2025-02-09",
  page: 7,
  version: 2,
  condition: "austria-newsprint",
};

describe("the name of a page's file", () => {
  it.each([
    ["{title}_{date}_{page}_v{version}", "Neue-Oesterreichische-Zeitung_20250209_007_v2.pdf"],
    ["{section}-{article}.pdf", "Aussenpolitik-nordkorea.pdf"],
    ["NÖZ {date} {condition}", "NOeZ-20250209-austria-newsprint.pdf"],
    ["../{page}", "007.pdf"],
  ])("by the pattern %s is %s", (pattern, name) => {
    expect(fileNameOf(pattern, FACTS)).toBe(name);
  });

  it("knows which fields there are", () => {
    expect(unknownFields("{title}_{datum}_{}_{page}")).toEqual(["datum", ""]);
    expect(unknownFields("{title}_{date}_{page}_v{version}")).toEqual([]);
  });
});

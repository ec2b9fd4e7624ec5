import { describe, expect, it } from "vitest";
import { fileNameFault, fileNameOf, type NameFacts } from "../../../src/condition/file-name.ts";

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

  it("is the page's number where nothing is left that shops take", () => {
    expect(fileNameOf("{title}", { ...FACTS, title: "Правда" })).toBe("007.pdf");
  });
});

describe("a pattern for the names of pages' files", () => {
  it.each([
    ["{title}_{datum}", "there is no field {datum}; there are {title} {article}"],
    ["{}", "there is no field {}"],
    ["{page", "a brace stands alone"],
    ["page}", "a brace stands alone"],
    ["{{page}}", "a brace stands alone"],
    ["{date}/{page}", "a file name has no folders in it"],
    ["", "no letter, digit or field"],
    ["--.pdf", "no letter, digit or field"],
  ])("that is %s is refused, with what to write instead", (pattern, fault) => {
    expect(fileNameFault(pattern)).toContain(fault);
  });

  it.each(["{title}_{date}_{page}_v{version}", "Seite {page}.pdf", "NÖZ"])("may be %s", (pattern) => {
    expect(fileNameFault(pattern)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { preflight } from "../../../../src/preflight/index.ts";
import { bundledCondition } from "../../../support/condition.ts";
import { buildPdf, bytes, flateOf, onePage, streamOf } from "../../../support/pdf/build.ts";
import { rulesBrokenBy } from "../../../support/pdf/judged.ts";

const condition = bundledCondition("austria-newsprint");
const MARK = "0 g 20 20 9 9 re f";

function rules(pdf: Uint8Array): string[] {
  return preflight(pdf, { condition }).findings.map(({ rule }) => rule.id);
}

describe("the file", () => {
  it.each([
    ["nothing", "", "the file is empty"],
    ["a JPEG", "\u00ff\u00d8\u00ff\u00e0 and so on", "the file is no PDF, but a JPEG"],
    ["a page of the web", "<html>", "the file is no PDF, but HTML or XML"],
    ["some text", "Dear printer,", "the file is no PDF"],
  ])("that is %s is refused for that alone", (_, text, found) => {
    const report = preflight(bytes(text), { condition });
    expect(report.verdict).toBe("refused");
    expect(report.findings.map(({ rule, occurrences }) => [rule.id, occurrences[0]?.found])).toEqual([
      ["FILE-0", found],
    ]);
    expect(report.unchecked).toHaveLength(1);
  });

  it("that is a header alone has no document in it", () => {
    expect(rules(bytes("%PDF-1.6\n"))).toContain("FILE-0");
  });

  it("of a version above 1.6 is refused, by its header or its catalog", () => {
    const text = Buffer.from(onePage({ content: MARK })).toString("latin1");
    expect(rules(bytes(text.replace("%PDF-1.6", "%PDF-1.7")))).toContain("FILE-1");
    expect(rules(bytes(text.replace("%PDF-1.6", "%PDF-2.0")))).toContain("FILE-1");
    expect(rulesBrokenBy({ content: MARK, catalog: "/Version /1.7" })).toEqual(["FILE-2"]);
  });

  it("that is encrypted is looked at no further, and says so", () => {
    const report = preflight(onePage({ content: MARK, trailer: "/Encrypt <</Filter /Standard>>" }), { condition });
    expect(report.findings.map(({ rule }) => rule.id)).toEqual(["FILE-4"]);
    expect(report.unchecked).toEqual(["pages, fonts, colours and pictures: the file is encrypted"]);
  });

  it("is judged by all its streams, used or not", () => {
    expect(rulesBrokenBy({ content: MARK, extra: [streamOf("", "/F (other.bin)")] })).toEqual(["FILE-8"]);
    expect(rulesBrokenBy({ content: MARK, extra: [streamOf("", "/Filter /LZWDecode")] })).toEqual(["FILE-10"]);
    expect(rulesBrokenBy({ content: MARK, extra: [streamOf("", "/Filter [/Crypt /FlateDecode]")] })).toEqual([
      "FILE-9",
    ]);
  });

  it("may end in one line end behind %%EOF, and no more", () => {
    const text = Buffer.from(onePage({ content: MARK })).toString("latin1");
    expect(rules(bytes(text.trimEnd()))).not.toContain("FILE-7");
    expect(rules(bytes(`${text}junk`))).toContain("FILE-7");
  });

  it("that makes too much work is refused for it, and never in silence", () => {
    const objects = ["<</Pages 2 0 R>>", "<</Kids [3 0 R] /Count 1>>", "<</Type /Page /Parent 2 0 R /Contents 4 0 R>>"];
    const bomb = flateOf("0 0 m ".repeat(300_000));
    const limits = {
      bytes: 1000,
      content: 1000,
      streamBytes: 1000,
      objects: 100,
      operators: 100,
      glyphs: 9,
      raster: 9,
      pages: 9,
    };
    const { verdict, findings, unchecked } = preflight(buildPdf([...objects, bomb]), { condition, limits });
    expect(verdict).toBe("refused");
    expect(findings.find(({ rule }) => rule.id === "LIMIT-1")?.occurrences[0]?.found).toContain("not checked further");
    expect(unchecked).toEqual(["total ink was not measured: nothing was there that renders pages"]);
  });
});

describe("boxes and what lies on the page", () => {
  it.each([
    ["has no TrimBox", "/TrimBox null", "BOX-2"],
    ["has an ArtBox, too", "/ArtBox [10 10 90 190]", "BOX-2"],
    ["has a BleedBox beyond the paper", "/BleedBox [-5 5 95 195]", "BOX-4"],
    ["has a CropBox in the trim", "/CropBox [20 20 80 180]", "BOX-5"],
    ["has a TrimBox without area", "/TrimBox [10 10 10 190]", "BOX-3"],
    ["is measured in other units", "/UserUnit 2", "PG-3"],
    ["is one plate", "/SeparationInfo <</DeviceColorant /Cyan>>", "PG-1"],
    ["has steps of a presentation", "/PresSteps <<>>", "PG-2"],
    ["has a link", "/Annots [<</Subtype /Link /Rect [20 20 40 40]>>]", "ANN-1"],
    ["has an action", "/AA <<>>", "ACT-1"],
  ])("a page that %s breaks the rule for it", (_, key, rule) => {
    const [name = ""] = /\/\w+/.exec(key) ?? [];
    const text = Buffer.from(onePage({ content: MARK, page: key })).toString("latin1");
    // The builder's own box gives way to the one of the test, which stands behind it.
    const first = new RegExp(`${name} \\[[^\\]]*\\]`).exec(text)?.[0] ?? "";
    const others = text.split(name).length > 2 ? text.replace(first, " ".repeat(first.length)) : text;
    expect(rules(bytes(others))).toContain(rule);
  });

  it("annotations outside of the bleed are no matter", () => {
    expect(rulesBrokenBy({ content: MARK, page: "/Annots [<</Subtype /Link /Rect [0 0 4 4]>>]" })).toEqual([]);
  });

  it.each([
    ["an action when it is opened", "/OpenAction <</S /GoTo>>", "ACT-1"],
    ["JavaScript", "/Names <</JavaScript <<>>>>", "ACT-2"],
    ["attachments", "/Names <</EmbeddedFiles <<>>>>", "EF-1"],
    ["a viewer that prints another box", "/ViewerPreferences <</PrintArea /TrimBox>>", "VP-1"],
  ])("a document with %s breaks the rule for it", (_, catalog, rule) => {
    expect(rulesBrokenBy({ content: MARK, catalog })).toEqual([rule]);
  });

  it("layers are warned of, and must be set up as they should", () => {
    const catalog = "/OCProperties <</OCGs [5 0 R] /D <</Name (all) /Order [5 0 R]>>>>";
    const extra = ["<</Type /OCG /Name (Text)>>"];
    expect(rulesBrokenBy({ content: MARK, catalog, extra })).toEqual(["OC-1"]);
    const bad = catalog.replace("[5 0 R]>>>>", "[] /AS []>>>>");
    expect(rulesBrokenBy({ content: MARK, catalog: bad, extra })).toEqual(["OC-2", "OC-1"]);
  });
});

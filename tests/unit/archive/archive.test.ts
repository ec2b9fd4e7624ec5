import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { openArchive, readManifest, type EnclosedFile } from "../../../src/archive/index.ts";
import { VERSION } from "../../../src/base/index.ts";
import { archived } from "../../support/archived.ts";
import { seeded } from "../../support/damage.ts";
import { projectPath } from "../../support/desk.ts";

const ARTICLE = projectPath("articles/raumfahrt-frauen.json");
const AGENCY = projectPath("articles/nordkorea-atomare-aufruestung.txt");

let bytes: Uint8Array;
let agency: Uint8Array;
beforeAll(async () => {
  bytes = await archived({ article: ARTICLE, template: "berliner-5" });
  agency = await archived({ article: AGENCY, template: "a4-3" });
});

const faultsOf = (file: Uint8Array) => {
  const { damage, claims } = openArchive(file);
  return [...damage, ...claims];
};
const codesOf = (file: Uint8Array): readonly string[] => faultsOf(file).map(({ code }) => code);

/** The file with one text replaced by another of the same length, so that nothing else moves. */
function changed(file: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(file).toString("latin1");
  expect(text).toContain(from);
  expect(to.length).toBe(from.length);
  return Buffer.from(text.replace(from, to), "latin1");
}

describe("an archive file", () => {
  it("is whole, and holds the agency's file byte for byte", () => {
    const { files } = openArchive(agency);
    expect(faultsOf(agency)).toEqual([]);
    const [source] = files.filter(({ name }) => name === "nordkorea-atomare-aufruestung.txt");
    expect(source).toMatchObject({ media: "text/plain", relationship: "Source" });
    expect(Buffer.from(source?.bytes ?? []).equals(readFileSync(AGENCY))).toBe(true);
  });

  it("holds the pictures in their folders, the article as data, and how the page was ordered", () => {
    const { files } = openArchive(bytes);
    expect(files.map(({ name, relationship }) => `${name} ${relationship}`)).toEqual([
      "pictures/astronaut.png Source",
      "pictures/rocket.jpg Source",
      "raumfahrt-frauen.article.json Data",
      "raumfahrt-frauen.json Source",
      "umbruch.json Data",
    ]);
    expect(readManifest(files).value).toEqual({
      umbruch: VERSION,
      article: "raumfahrt-frauen.json",
      template: "berliner-5",
      condition: "austria-newsprint",
      date: "2025-02-09",
    });
  });

  it("says that it was cut off, wherever that was", () => {
    const places = [0.1, 0.5, 0.9, 0.99].map((share) => Math.floor(share * agency.length));
    for (const at of [...places, agency.length - 7, 9])
      expect([at, codesOf(agency.subarray(0, at))[0]]).toEqual([at, "archive/cut-off"]);
  });

  it("shows that its bytes were changed, wherever a bit is flipped", () => {
    const random = seeded(6);
    for (let time = 0; time < 200; time++) {
      const at = random(agency.length);
      const flipped = Uint8Array.from(agency);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random(8));
      expect([at, codesOf(flipped).length > 0]).toEqual([at, true]);
    }
  });

  it.each([
    [
      "the seal itself in another case",
      (text: string) => text.replace(/(?<=> <)[0-9a-f]{32}(?=>\])/, (seal) => seal.toUpperCase()),
    ],
    ["something behind its end", (text: string) => `${text}%`],
  ])("shows %s", (_, change) => {
    const text = change(Buffer.from(agency).toString("latin1"));
    expect(codesOf(Buffer.from(text, "latin1"))).toContain("archive/no-seal");
  });

  it("shows what no longer agrees inside it", () => {
    const claims = changed(agency, "<pdfaid:part>3", "<pdfaid:part>2");
    expect(codesOf(claims)).toContain("archive/not-claimed");
    const title = changed(agency, "<pdf:Producer>Umbruch", "<pdf:Producer>Anderes");
    expect(codesOf(title)).toContain("archive/contradiction");
    const size = changed(agency, "/Size 2235", "/Size 2236");
    expect(codesOf(size)).toContain("archive/altered-attachment");
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a text", new TextEncoder().encode("kein PDF")],
  ])("that is %s is said to be unreadable", (_, file) => {
    expect(codesOf(file)).toEqual(["archive/unreadable"]);
  });
});

describe("how a page was ordered", () => {
  const file = (name: string, text: string): EnclosedFile => ({
    name,
    bytes: new TextEncoder().encode(text),
    media: "",
    relationship: "",
    description: "",
    diagnostics: [],
  });

  it.each([
    ["is not inside", [file("kim.txt", "")]],
    ["is no JSON", [file("umbruch.json", "{")]],
    ["lacks the article's name", [file("umbruch.json", "{}")]],
    [
      "names an article that is not inside",
      [file("umbruch.json", JSON.stringify({ umbruch: "1", article: "kim.txt", template: "t", condition: "c" }))],
    ],
  ])("is reported when it %s", (_, files) => {
    const { value, diagnostics } = readManifest(files);
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ["archive/no-source"]]);
  });
});

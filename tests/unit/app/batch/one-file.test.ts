import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GOOD, testFolder, umbruch } from "../../../support/command.ts";
import { readGlyphs } from "../../../support/pdf/read-glyphs.ts";

const { put, path: folder } = testFolder("one-file");
put("tag/a.txt", GOOD);
put("tag/b.txt", GOOD.replace("Eine Überschrift", "Noch eine Überschrift"));
put("tag/c.txt", GOOD.replace("Datum:", "Status: gesperrt\nDatum:"));

interface Report {
  readonly article: string;
  readonly outputs: readonly string[];
  readonly gathered?: { readonly articles: number; readonly pages: number };
  readonly diagnostics: readonly { readonly code: string }[];
}

async function set(name: string, ...options: string[]) {
  const out = join(folder, name);
  const args = ["set", join(folder, "tag"), "--one-file", "tag", "--out", out, "--format", "json", "-t", "a4-3"];
  const { code, out: said, err } = await umbruch(...args, ...options);
  const reports = said
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Report);
  const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true;
  return { code, reports, err, files: isFolder ? readdirSync(out) : [], out };
}

describe("set --one-file", () => {
  it("writes one file for each purpose and nothing else, and reports it behind its articles", async () => {
    const { files, reports, out } = await set("both", "--for", "press", "screen");
    expect(files.toSorted()).toEqual(["tag.press.pdf", "tag.screen.pdf"]);
    expect(reports.map(({ outputs }) => outputs)).toEqual([
      [],
      [],
      [],
      [join(out, "tag.press.pdf")],
      [join(out, "tag.screen.pdf")],
    ]);
    expect(reports.slice(3).map(({ gathered }) => gathered)).toEqual([
      { articles: 2, pages: 2 },
      { articles: 2, pages: 2 },
    ]);
  });

  it("leaves out what must not be published, and ends with 8 for the rest", async () => {
    const { code, reports } = await set("held");
    expect(code).toBe(8);
    expect(reports[2]?.diagnostics.map((one) => one.code)).toContain("app/withheld");
  });

  it("numbers the pages through, from --folio where it is given", async () => {
    const folios = async (name: string, ...options: string[]): Promise<string[]> => {
      const { out } = await set(name, ...options);
      const glyphs = readGlyphs(readFileSync(join(out, "tag.press.pdf")));
      return [1, 2].map((page) =>
        glyphs
          .filter((glyph) => glyph.page === page && /\d/.test(glyph.text) && glyph.size > 12)
          .map(({ text }) => text)
          .join(""),
      );
    };
    expect(await folios("from-one")).toEqual(["1", "2"]);
    expect(await folios("from-nine", "--folio", "9")).toEqual(["9", "10"]);
  });

  it("refuses what holds one article only, before anything is set", async () => {
    const { code, reports, files } = await set("archive", "--for", "press", "archive");
    expect(code).toBe(2);
    expect(reports.map(({ diagnostics }) => diagnostics[0]?.code)).toEqual(["app/not-in-one-file"]);
    expect(files).toEqual([]);
  });

  it("is either one file or single pages, and has a name without folders", async () => {
    expect(await umbruch("set", folder, "--one-file", "tag", "--single-pages")).toMatchObject({ code: 2 });
    expect((await umbruch("set", folder, "--one-file", "../tag")).err).toContain("--out names its folder");
  });

  it("says that the file cannot be written, and ends with 7", async () => {
    put("blocked", "a file where a folder should be");
    const { code, reports } = await set("blocked");
    expect(reports.at(-1)?.diagnostics.map((one) => one.code)).toEqual(["app/cannot-write"]);
    expect(code).toBe(7);
  });
});

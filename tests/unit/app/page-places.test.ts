import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../support/desk.ts";
import { GOOD, testFolder, umbruch } from "../../support/command.ts";

const { put, path } = testFolder("places");

interface Found {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly place?: { readonly line: number; readonly column: number };
  readonly onPage?: {
    readonly page: number;
    readonly column?: number;
    readonly row?: number;
    readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  };
}

async function findingsOf(article: string, ...options: string[]): Promise<readonly Found[]> {
  const { out } = await umbruch("check", article, "--format", "json", ...options);
  return (JSON.parse(out) as { diagnostics: Found[] }).diagnostics;
}

describe("a finding in the copy", () => {
  const strange = put("zeichen.txt", GOOD.replace("kurz ist", "kurz ist wie 漢"));

  it("has its place on the page beside its place in the file", async () => {
    const [found] = (await findingsOf(strange)).filter(({ code }) => code === "galley/missing-glyph");
    expect(found).toMatchObject({ place: { line: 7 }, onPage: { page: 1, column: 1, row: expect.any(Number) } });
    // The line stands in the type area: 16.5 mm and more from every edge of a berliner page.
    const { x = 0, y = 0, width = 0, height = 0 } = found?.onPage?.box ?? {};
    expect(x).toBeGreaterThan(10);
    expect(x + width).toBeLessThan(300);
    expect(y).toBeGreaterThan(10);
    expect(height).toBeCloseTo(3.03, 1);
  });

  it("is told with both to people", async () => {
    expect((await umbruch("check", strange)).out).toMatch(/zeichen\.txt:7:\d+ · page 1, column 1, row \d+\n/);
  });

  it("that has no line on a page has no place there", async () => {
    const agency = projectPath("articles/nordkorea-atomare-aufruestung.txt");
    const overset = (await findingsOf(agency, "--height", "90mm")).find(({ code }) => code === "page/too-long");
    expect(overset?.place).toBeDefined();
    expect(overset?.onPage).toBeUndefined();
  });
});

describe("copy that is too long", () => {
  it("shows the first sentence that is lost, whole", async () => {
    const agency = projectPath("articles/nordkorea-atomare-aufruestung.txt");
    const overset = (await findingsOf(agency, "--height", "90mm")).find(({ code }) => code === "page/too-long");
    expect(overset?.message).toMatch(
      /the first sentence that is lost: “UNO-Sanktionen untersagen .* zu unterhalten\.”$/,
    );
  });
});

describe("a loose line", () => {
  it("shows its words, and what stays together at its end", async () => {
    const budget = projectPath("articles/gemeindebudgets-sparpaket.txt");
    const loose = (await findingsOf(budget, "--height", "90mm")).filter(({ code }) => code === "galley/loose-line");
    expect(loose.map(({ message }) => message)).toEqual([
      "word spaces of 2.4 times the normal one: “Der Budgetausschuss tritt am”",
    ]);
    expect(loose[0]?.hint).toMatch(/^“24\.\sNovember” stays together and had no place in the line; /);
  });

  it("that divides a word is shown with its hyphen", async () => {
    const budget = projectPath("articles/gemeindebudgets-sparpaket.txt");
    const loose = (await findingsOf(budget, "--template", "a4-3")).filter(({ code }) => code === "galley/loose-line");
    expect(loose.map(({ message }) => message)).toEqual([
      "word spaces of 2.7 times the normal one: “Das Zentrum für Verwaltungsfor-”",
    ]);
  });
});

describe("a picture", () => {
  it("is found on the page by its file", async () => {
    const [faulty] = (await findingsOf(projectPath("articles/raumfahrt-frauen.json"))).filter(
      ({ code, onPage }) => code.startsWith("picture/") && onPage !== undefined,
    );
    const box = faulty?.onPage?.box;
    expect(box?.width).toBeGreaterThan(40);
    expect(faulty?.onPage?.column).toBeUndefined();
  });

  it.each(["press", "archive", "screen", "proof"])(
    "that is found faulty only when %s is made has its place on the page, too",
    async (purpose) => {
      const rocket = readFileSync(projectPath("articles/pictures/rocket.jpg"));
      put("bild.jpg", Uint8Array.from([...rocket.subarray(0, rocket.length / 2), 0xff, 0xd9]));
      const pictured = put("bild.txt", GOOD.replace("\n\nEin A", "\n\nWas man sieht\nDatei: bild.jpg\n© APA\n\nEin A"));
      const files = ["--for", purpose, "--ppi", "40", "--out", join(path, purpose)];
      const { out } = await umbruch("set", pictured, "--template", "clip", ...files, "--format", "json");
      const { diagnostics } = JSON.parse(out) as { diagnostics: Found[] };
      const faulty = diagnostics.find(({ code }) => code === "picture/faulty");
      expect(faulty).toMatchObject({ place: { line: 8 }, onPage: { page: 1, box: { width: expect.any(Number) } } });
    },
  );
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { projectPath } from "../../support/desk.ts";
import { GOOD, testFolder, umbruch } from "../../support/command.ts";

const { put, path: folder } = testFolder("rights");

const withHead = (line: string): string => GOOD.replace("Datum:", `${line}\nDatum:`);
const embargoed = put("sperre.txt", withHead("Sperrfrist: 2025-02-09T10:00+01:00"));
const fromDay = put("tag.txt", withHead("Sperrfrist: 2025-02-09"));

/** Sets an article into a folder of its own; gives the exit code, the report and the files that were written. */
async function set(article: string, ...options: string[]) {
  const out = join(folder, `out-${Math.abs(options.join().length)}-${article.length}`);
  const result = await umbruch("set", article, "--out", out, "--format", "json", ...options);
  const { outputs, diagnostics } = JSON.parse(result.out) as {
    outputs: string[];
    diagnostics: { code: string; place?: { line: number } }[];
  };
  return { code: result.code, files: outputs.filter((path) => existsSync(path)).length, diagnostics };
}

const codes = ({ diagnostics }: { diagnostics: { code: string }[] }): string[] => diagnostics.map(({ code }) => code);

describe("an embargo later than the date of the run", () => {
  it("stops the article with 6, says where it stands, and writes nothing", async () => {
    const result = await set(embargoed, "--date", "2025-02-08");
    expect(result).toMatchObject({ code: 6, files: 0 });
    expect(result.diagnostics).toContainEqual(
      expect.objectContaining({ code: "app/embargo", place: expect.objectContaining({ line: 5 }) }),
    );
  });

  it("holds for a page of the same day, which is out before that hour", async () => {
    expect(await set(embargoed, "--date", "2025-02-09")).toMatchObject({ code: 6, files: 0 });
    expect(await set(embargoed, "--date", "2025-02-10")).toMatchObject({ code: 0, files: 1 });
  });

  it("that is a day lets the page of that day out", async () => {
    expect(await set(fromDay, "--date", "2025-02-08")).toMatchObject({ code: 6, files: 0 });
    expect(await set(fromDay, "--date", "2025-02-09")).toMatchObject({ code: 0, files: 1 });
  });

  it("is ignored by those who answer for it", async () => {
    expect(await set(embargoed, "--date", "2025-02-08", "--ignore-embargo")).toMatchObject({ code: 0, files: 1 });
  });

  it("holds while nobody can read its end", async () => {
    const result = await set(put("morgen.txt", withHead("Sperrfrist: morgen, 10 Uhr")), "--date", "2025-02-08");
    expect(result).toMatchObject({ code: 6, files: 0 });
    expect(codes(result)).toEqual(expect.arrayContaining(["article/embargo", "app/embargo"]));
  });

  it("is reported by check with the same code", async () => {
    const { code, out } = await umbruch("check", embargoed, "--date", "2025-02-08");
    expect(code).toBe(6);
    expect(out).toContain("the embargo ends on 2025-02-09T10:00+01:00, and this is 2025-02-08");
  });

  it("does not stop the others", async () => {
    const out = join(folder, "many");
    const other = put("frei.txt", GOOD);
    expect((await umbruch("set", embargoed, other, "--date", "2025-02-08", "--out", out)).code).toBe(8);
    expect(readdirSync(out).filter((name) => name.endsWith(".pdf"))).toEqual(["frei.press.pdf"]);
  });
});

describe("without a date of the page", () => {
  beforeEach(() => {
    vi.stubEnv("SOURCE_DATE_EPOCH", undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });

  it.each([
    ["2025-02-09T08:59:59Z", 6],
    ["2025-02-09T09:00:00Z", 0],
  ])("an embargo until 10:00 in Vienna at %s ends with %i", async (moment, code) => {
    vi.useFakeTimers({ now: new Date(moment), toFake: ["Date"] });
    expect((await umbruch("check", embargoed)).code).toBe(code);
  });

  it("SOURCE_DATE_EPOCH is that date", async () => {
    vi.stubEnv("SOURCE_DATE_EPOCH", String(Date.parse("2025-02-10T12:00:00Z") / 1000));
    expect((await umbruch("check", embargoed)).code).toBe(0);
  });
});

describe("an article that was taken back", () => {
  it.each([
    ["gesperrt", "app/withheld"],
    ["zurückgezogen", "app/cancelled"],
    ["Withheld", "app/withheld"],
    ["canceled", "app/cancelled"],
  ])("as %s is not set, whatever is ignored", async (status, finding) => {
    const result = await set(put(`status-${status}.txt`, withHead(`Status: ${status}`)), "--ignore-embargo");
    expect(result).toMatchObject({ code: 6, files: 0 });
    expect(codes(result)).toContain(finding);
  });

  it("by a word that nobody knows is withheld, and the word is an error", async () => {
    const { code, out } = await umbruch("check", put("status.txt", withHead("Status: gespert")));
    expect(code).toBe(6);
    expect(out).toContain('did you mean "gesperrt"?');
  });

  it("and released is set", async () => {
    expect(await set(put("frei-gegeben.txt", withHead("Status: freigegeben")))).toMatchObject({ code: 0, files: 1 });
  });

  it("is known in Markdown and JSON, too", async () => {
    const markdown = "---\nsection: Chronik\nstatus: withheld\n---\n\n# Fähre\n\nSie fährt.\n";
    const json = { section: "Chronik", headline: "Fähre", status: "cancelled", body: ["Sie fährt."] };
    expect((await umbruch("check", put("a.md", markdown))).out).toContain("app/withheld");
    expect((await umbruch("check", put("a.json", JSON.stringify(json)))).out).toContain("app/cancelled");
    const embargo = "---\nsection: Chronik\nembargo: 2025-02-09T10:00+01:00\n---\n\n# Fähre\n\nSie fährt.\n";
    expect((await umbruch("check", put("b.md", embargo), "--date", "2025-02-01")).code).toBe(6);
  });
});

describe("a picture without credit", () => {
  const article = put(
    "bild.txt",
    withHead("Ort: Wien").replace("Ein Absatz", `Ein Bild.\nDatei: bild.bin\n\nEin Absatz`),
  );

  it("keeps the article off the press, not out of the archive", async () => {
    put("bild.bin", readFileSync(projectPath("articles/pictures/rocket.jpg")));
    const press = await set(article);
    expect(press).toMatchObject({ code: 6, files: 0 });
    expect(codes(press)).toContain("app/no-credit");
    expect(await set(article, "--for", "press", "archive")).toMatchObject({ code: 6, files: 1 });
  });

  it("is reported by check as what it is", async () => {
    const { code, out } = await umbruch("check", article);
    expect(code).toBe(1);
    expect(out).toContain("article/missing-credit");
    expect(out).not.toContain("app/no-credit");
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { wordsSchema } from "../../../src/app/schema/explain-schemas.ts";
import { umbruch } from "../../support/command.ts";
import { projectPath } from "../../support/desk.ts";

const folder = mkdtempSync(join(tmpdir(), "umbruch-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const AGENCY = projectPath("articles/nordkorea-atomare-aufruestung.txt");
const GOOD = "Innenpolitik\n\nEine Überschrift\n\nEin Absatz, der sich ohne Weiteres setzen lässt und der kurz ist.\n";

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function pdfsIn(path: string): string[] {
  return readdirSync(path).filter((name) => name.endsWith(".pdf"));
}

describe("umbruch explain --word", () => {
  it("marks a word's breaks by their grade and explains each", async () => {
    const { code, out } = await umbruch("explain", "--word", "Atomstreitkräfte", "USA");
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual([
      "Atom=streit=kräf-te",
      "  Atom-|streitkräfte  joint of a compound",
      "  Atomstreit-|kräfte  joint of a compound",
      "  Atomstreitkräf-|te  between syllables",
      "",
      "USA",
      "  is not divided",
      "",
      "= joint   < behind a prefix   > before a suffix   - syllable   ~ unpleasant   * in a name   | no hyphen added",
      "",
    ]);
  });

  it("says which breaks stand close to a joint", async () => {
    const { out } = await umbruch("explain", "--word", "Energieabgaben");
    expect(out).toContain("Energieab-|gaben  behind a prefix, close to a joint\n");
    const { out: json } = await umbruch("explain", "--word", "Energieabgaben", "--format", "json");
    const { words } = wordsSchema.parse(JSON.parse(json));
    expect(words[0]?.breaks.map(({ closeToJoint }) => closeToJoint)).toEqual([false, false, false, true, false]);
  });

  it("asks for a word or an article", async () => {
    const { code, err } = await umbruch("explain");
    expect(code).toBe(2);
    expect(err).toContain("give an article, or --word");
  });
});

describe("umbruch explain", () => {
  it("prints the chosen page, the others with their costs by name, and what decided", async () => {
    const { code, out } = await umbruch("explain", AGENCY);
    expect(code).toBe(0);
    expect(out).toMatch(/^Page 1\n {2}1\. +\d+\.\d {2}\d columns? · headline [\d.]+ pt/);
    expect(out.split("\n").filter((line) => /^ {1,2}\d+\. /.test(line)).length).toBeGreaterThan(3);
    expect(out).toMatch(/1 is \d+\.\d cheaper than 2, which loses by: /);
  });
});

describe("a space that the desk gives", () => {
  it("ends with 0 when the copy fills it, and says so", async () => {
    const { code, out } = await umbruch("check", AGENCY, "--height", "160mm");
    expect(code).toBe(0);
    expect(out).toContain("fills its space to the line");
  });

  it("ends with 4 when it does not, with the cut to make in human and JSON reports", async () => {
    const human = await umbruch("check", AGENCY, "--height", "90mm");
    expect(human.code).toBe(4);
    expect(human.out).toMatch(/too long by \d+ lines? \(about \d+ characters, [\d.]+ mm of one column\)/);
    expect(human.out).toMatch(/take out \d+ lines?: “/);
    const { fit } = JSON.parse((await umbruch("check", AGENCY, "--height", "90mm", "--format", "json")).out) as {
      fit: { state: string; cuts: { place: { line: number; column: number } }[] };
    };
    expect(fit.state).toBe("overset");
    expect(fit.cuts[0]?.place.line).toBeGreaterThan(1);
  });

  it("writes nothing where not even the heading finds room, and ends with 4", async () => {
    const out = join(folder, "no-room");
    const { code, out: said } = await umbruch("set", AGENCY, "--rows", "1", "--for", "press", "archive", "--out", out);
    expect(code).toBe(4);
    expect(said).toContain("not set");
    expect(said).toContain("page/no-room");
    expect(existsSync(out)).toBe(false);
  });

  it("refuses lengths without unit, widths and slots that the template does not have, and two spaces at once", async () => {
    expect((await umbruch("check", AGENCY, "--height", "90")).err).toContain("Give a length with its unit");
    expect((await umbruch("check", AGENCY, "--height", "90mm", "--rows", "20")).code).toBe(2);
    const slot = await umbruch("check", AGENCY, "--slot", "seite-eins");
    expect([slot.code, slot.out]).toEqual([3, expect.stringContaining("has no slot “seite-eins”")]);
    const wide = await umbruch("check", AGENCY, "--columns", "9");
    expect([wide.code, wide.out]).toEqual([3, expect.stringContaining("has no articles of 9 columns")]);
  });
});

describe("umbruch set", () => {
  it("writes the press page under the article's name and says what it did", async () => {
    const out = join(folder, "set");
    const result = await umbruch("set", AGENCY, "--out", out);
    expect(result.code).toBe(0);
    expect(readdirSync(out)).toEqual(["nordkorea-atomare-aufruestung.press.pdf"]);
    expect(readFileSync(join(out, "nordkorea-atomare-aufruestung.press.pdf")).subarray(0, 8).toString()).toBe(
      "%PDF-1.6",
    );
    expect(result.out).toMatch(/1 page · \d columns · \d+ lines · (fits to the line|\d empty lines?)/);
    expect(result.out).toContain("article/picture-to-come");
    expect(result.err).toBe("");
  });

  it("sets every article of a folder; a bad one does not stop the rest", async () => {
    const articles = join(folder, "many");
    mkdirSync(articles);
    writeFileSync(join(articles, "a.txt"), GOOD);
    writeFileSync(join(articles, "b.txt"), Buffer.from(GOOD, "latin1"));
    writeFileSync(join(articles, "c.txt"), GOOD);
    const out = join(folder, "many-out");
    const { code, out: said } = await umbruch("set", articles, "--out", out);
    expect(code).toBe(8);
    expect(pdfsIn(out)).toEqual(["a.press.pdf", "c.press.pdf"]);
    expect(said).toContain("2 of 3 articles set");
    expect(said).toContain("iconv -f");
  });

  it("does not count articles as set that must not be published", async () => {
    const articles = join(folder, "held");
    mkdirSync(articles);
    writeFileSync(join(articles, "a.txt"), GOOD);
    writeFileSync(join(articles, "b.txt"), GOOD.replace("\n\n", "\n\nStatus: gesperrt\n\n"));
    const { out: said } = await umbruch("set", articles, "--out", join(folder, "held-out"));
    expect(said).toContain("app/");
    expect(said).toContain("1 of 2 articles set");
  });

  it("does not write a second article over the first one's file", async () => {
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "gleich.txt"), GOOD);
    const { code, out } = await umbruch(
      "set",
      file("gleich.txt", GOOD),
      join(other, "gleich.txt"),
      "--out",
      join(folder, "clash"),
    );
    expect(code).toBe(8);
    expect(out).toContain("would both become");
    expect(pdfsIn(join(folder, "clash"))).toEqual(["gleich.press.pdf"]);
  });

  it("writes no page over another of the same article", async () => {
    const out = join(folder, "pages-clash");
    const long = file(
      "lang.txt",
      GOOD + "\nEin Satz, der die Seiten füllt, steht hier noch einmal.".repeat(900) + "\n",
    );
    const { code, out: said } = await umbruch("set", long, "--template", "a4-3", "--name", "{article}", "--out", out);
    expect(code).toBe(2);
    expect(said).toContain("give {page} a place in --name");
    expect(readdirSync(out)).toEqual([]);
  });

  it("ends with 7 when it cannot write", async () => {
    const { code, out } = await umbruch("set", file("gut.txt", GOOD), "--out", file("keine-mappe", ""));
    expect(code).toBe(7);
    expect(out).toContain("app/cannot-write");
  });

  it("does not go on trying where folders cannot be made, as below /proc", async () => {
    const { code, out } = await umbruch("set", file("gut.txt", GOOD), "--out", "/proc/umbruch/pages");
    expect(code).toBe(7);
    expect(out).toContain("app/cannot-write");
  });

  it("prints the folio that it is given", async () => {
    const { out } = await umbruch("dump", file("gut.txt", GOOD), "--after", "page", "--folio", "7");
    expect(out).toContain("page 1, folio 7");
    expect(out).toContain("|7|");
  });
});

describe("umbruch check", () => {
  it("writes nothing", async () => {
    const { code, out } = await umbruch("check", file("gut.txt", GOOD));
    expect(code).toBe(0);
    expect(out).not.toContain("→");
  });

  it("ends with 1 when there is a finding at error level", async () => {
    const { code, out } = await umbruch("check", file("zeichen.txt", GOOD.replace("Absatz", "Absatz 漢")));
    expect(code).toBe(1);
    expect(out).toMatch(/zeichen\.txt:5:12 · page 1, column 1, row 9\n.*\n +│ +\^\^?\n/);
  });

  it("reports as one JSON object to a line, with the same facts", async () => {
    const { out } = await umbruch("check", AGENCY, "--format", "json");
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(out.trim().split("\n").length).toBe(1);
    expect(report).toMatchObject({
      version: 3,
      template: "berliner-5",
      outputs: [],
      setting: { pages: 1, widows: 0, orphans: 0 },
    });
    expect(report["diagnostics"]).toContainEqual(
      expect.objectContaining({
        code: "article/picture-to-come",
        severity: "warning",
        place: expect.objectContaining({ line: 5, column: 1 }),
      }),
    );
  });

  it("ends with 3 when the article is not there", async () => {
    expect((await umbruch("check", join(folder, "nichts.txt"))).code).toBe(3);
  });

  it("ends with 2 when there is no such template or print condition, whatever the command", async () => {
    const { code, out } = await umbruch("check", AGENCY, "--template", "berlinr-5");
    expect(code).toBe(2);
    expect(out).toContain("bundled are: a4-2, a4-3, berliner-5");
    for (const command of [["dump", "--after", "page"], ["explain"], ["set", "--out", folder], ["check"]])
      for (const option of ["--template", "--condition"])
        expect([...command, option, (await umbruch(...command, AGENCY, option, "nirgends")).code]).toEqual([
          ...command,
          option,
          2,
        ]);
    expect((await umbruch("preflight", AGENCY, "--condition", "nirgends")).code).toBe(2);
  });

  it("points into a faulty template", async () => {
    const template = readFileSync(projectPath("templates/a4-3.json"), "utf8").replace('"gutter"', '"guter"');
    const { code, out } = await umbruch("check", AGENCY, "--template", file("t.json", template));
    expect(code).toBe(3);
    expect(out).toContain("did you mean “gutter”?");
    expect(out).toMatch(/t\.json:6:\d+/);
  });
});

describe("umbruch check --changes", () => {
  const typed = 'Chronik\n\nFähre legt ab\n\nSie ist 42 m lang.\n\n"Gut" - um 9 Uhr.\n';

  it("lists every change with its place, rule, from and to, no-break spaces made visible", async () => {
    const path = file("faehre.txt", typed);
    const { code, out } = await umbruch("check", path, "--changes");
    expect(code).toBe(0);
    expect(out).toBe(
      [
        `${path}: 5 changes`,
        `${path}:5:11  units   „ “ → „⎵“`,
        `${path}:7:1   quotes  „"“ → „„“`,
        `${path}:7:5   quotes  „"“ → „““`,
        `${path}:7:6   dashes  „ -“ → „⍽–“`,
        `${path}:7:13  units   „ “ → „⍽“`,
        "",
        "⍽ no-break space (U+00A0)   ⎵ narrow no-break space (U+202F)",
        "5 changes in all",
        "  quotes  2",
        "  units   2",
        "  dashes  1",
        "",
      ].join("\n"),
    );
  });

  it("groups them by article and counts the rules over all of them", async () => {
    const paths = [file("eins.txt", typed), file("zwei.txt", GOOD), file("drei.txt", typed)];
    const { out } = await umbruch("check", ...paths, "--changes");
    expect(out.match(/^.*: \d+ changes?$/gm)).toEqual(
      paths.map((path, index) => `${path}: ${[5, 0, 5][index]} changes`),
    );
    expect(out).toContain("10 changes in all\n  quotes  4\n  units   4\n  dashes  2\n");
  });

  it("counts places in the file as it is written, also in JSON", async () => {
    const article = { section: "Chronik", headline: "Fähre", body: ['Sie ist "gut".'] };
    const { out } = await umbruch("check", file("faehre.json", JSON.stringify(article, null, 1)), "--changes");
    expect(out).toMatch(/faehre\.json:5:12 +quotes {2}„"“ → „„“\n.*faehre\.json:5:17 +quotes/);
  });

  it("adds them to the JSON report, where it is asked for", async () => {
    const path = file("faehre.txt", typed);
    const { out } = await umbruch("check", path, "--changes", "--format", "json");
    const report = JSON.parse(out) as { changes: unknown[] };
    expect(report.changes).toHaveLength(5);
    expect(report.changes[3]).toEqual({ rule: "dashes", from: " -", to: "\u00A0–", line: 7, column: 6 });
    expect(JSON.parse((await umbruch("check", path, "--format", "json")).out)).not.toHaveProperty("changes");
  });

  it("still shows what spoils the result, and reports an article that cannot be set", async () => {
    const spoilt = await umbruch("check", file("zeichen.txt", GOOD.replace("Absatz", "Absatz 漢")), "--changes");
    expect(spoilt).toMatchObject({ code: 1, out: expect.stringMatching(/error: .*\n[\s\S]*: 0 changes/) });
    const missing = await umbruch("check", join(folder, "nichts.txt"), "--changes");
    expect(missing).toMatchObject({ code: 3, out: expect.stringContaining("0 changes in all") });
  });
});

describe("umbruch dump", () => {
  it.each([
    ["article", "Nordkoreas Diktator setzt auf atomare Aufrüstung"],
    ["galley", "|Nordkoreas Machthaber Kim"],
    ["page", "body, column 1"],
    ["display", "glyphs"],
  ])("prints what the room %s hands on", async (room, text) => {
    const { code, out } = await umbruch("dump", AGENCY, "--after", room);
    expect(code).toBe(0);
    expect(out).toContain(text);
  });
});

describe("wrong usage", () => {
  it.each([
    [[]],
    [["set"]],
    [["sett", "x.txt"]],
    [["set", "x.txt", "--colour"]],
    [["dump", "x.txt"]],
    [["dump", "x.txt", "--after", "ofen"]],
    [["set", "x.txt", "--folio", "drei"]],
    [["set", "x.txt", "--name", ""]],
    [["set", "x.txt", "--name", "{page"]],
    [["set", "x.txt", "--out", ""]],
    [["set", "x.txt", "--marks", "toString"]],
    [["set", "x.txt", "--title", ""]],
    [["check", "x.txt", "--icc", ""]],
    [["check", "x.txt", "--report", ""]],
    [["preflight", "x.pdf", "--condition", ""]],
    [["watch", "x.txt", "-"]],
    [["set", ""]],
    [["verify", "x.pdf", ""]],
    [["extract", ""]],
    [["explain", ""]],
    [["dump", "", "--after", "page"]],
    [["templates", "show", ""]],
    [["explain", "-"]],
    [["dump", "-", "--after", "page"]],
  ])("%j ends with 2 and says what is wrong", async (args) => {
    const { code, err } = await umbruch(...args);
    expect(code).toBe(2);
    expect(err).toMatch(/^(?:error: .{15}|Usage: )/);
  });

  it("help and version end with 0", async () => {
    expect(await umbruch("--help")).toMatchObject({ code: 0, err: "" });
    expect((await umbruch("--help")).out).toContain("Exit codes:");
    expect((await umbruch("--version")).out.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("umbruch templates", () => {
  it("lists every bundled template with its measures", async () => {
    const { code, out } = await umbruch("templates");
    expect(code).toBe(0);
    expect(out).toMatch(/^berliner-5 .*\n +300 × 450 mm · 5 × 50 \/ 4 mm · SourceSerif4SmText-Regular 8.6\/10.2 pt/m);
    expect(out.split("\n").filter((line) => /^[a-z]/.test(line))).toHaveLength(
      readdirSync(projectPath("templates")).length,
    );
  });

  it("lists them as JSON, one to a line", async () => {
    const { out } = await umbruch("templates", "--format", "json");
    const names = out
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { name: string }).name);
    expect(names).toEqual(names.toSorted());
  });

  it.each(["pdf", "svg", "png"])("draws one with its grid and slots as %s", async (ending) => {
    const path = join(folder, `sheet.${ending}`);
    const { code } = await umbruch("templates", "show", "berliner-6", "--out", path, "--ppi", "40");
    expect(code).toBe(0);
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, 4).toString("latin1")).toBe({ pdf: "%PDF", svg: "<svg", png: "\x89PNG" }[ending]);
  });

  it("has the options of all commands, and those behind show are its own", async () => {
    const path = join(folder, "bericht.svg");
    const config = file("vorlagen.config.yaml", "format: json\nppi: 20\n");
    const listed = join(folder, "liste.jsonl");
    const { out } = await umbruch("templates", "--config", config, "--report", listed, "--quiet");
    expect(readFileSync(listed, "utf8")).toBe(out);
    const shown = await umbruch("templates", "show", "a4-3", "--out", path, "--format", "json", "--report", listed);
    expect(shown.code).toBe(0);
    expect(JSON.parse(shown.out)).toEqual({ version: 1, template: "a4-3", outputs: [path], diagnostics: [] });
    expect(readFileSync(listed, "utf8")).toBe(shown.out);
    expect(await umbruch("templates", "show", "a4-3", "--out", path, "--quiet")).toEqual({ code: 0, out: "", err: "" });
    expect((await umbruch("templates", "--config", join(folder, "keine.yaml"))).code).toBe(2);
  });

  it("says what is wrong with a name, a file or an ending that cannot be", async () => {
    const unknown = await umbruch("templates", "show", "nordich-6");
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("did you mean “nordisch-6”?")]);
    expect((await umbruch("templates", "show", "a4-3", "--out", join(folder, "x.pgn"))).err).toContain(
      "must end in .pdf, .png or .svg",
    );
    const broken = file("broken.json", '{ "extends": "a4-3", "grid": { "guter": "4mm" } }');
    expect((await umbruch("templates", "show", broken)).err).toContain("did you mean “gutter”?");
  });
});

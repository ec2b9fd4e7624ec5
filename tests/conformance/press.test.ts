import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bundledCondition } from "../support/condition.ts";
import { bundledTemplate, projectPath } from "../support/desk.ts";
import { expectedWords, missingWords, words } from "./expected-words.ts";
import { ask, highestInk, paintedText, platesWithInk, veraPdf } from "./judges.ts";

const TEMPLATES = readdirSync(projectPath("templates")).map((file) => basename(file, ".json"));
const CONDITIONS = ["austria-newsprint", "coated"] as const;
/** The templates whose text is read word by word and whose grid is measured. */
const READ = ["berliner-5", "a4-3"];
/** mutool cuts the names of fonts to so many characters. */
const MUTOOL_NAME = 24;
const out = mkdtempSync(join(tmpdir(), "umbruch-conformance-"));
afterAll(() => rmSync(out, { recursive: true }));

const articles = readdirSync(projectPath("articles")).filter((file) => /\.(txt|md|json)$/.test(file));
const folderOf = (template: string, condition: string): string => join(out, `${template}.${condition}`);

for (const template of TEMPLATES) {
  for (const condition of CONDITIONS) {
    const options = ["--template", template, "--condition", condition, "--out", folderOf(template, condition)];
    const { status, stderr } = ask(
      process.execPath,
      projectPath("dist/umbruch.js"),
      "set",
      projectPath("articles"),
      ...options,
    );
    if (status !== 0) throw new Error(`${template}, ${condition}: ${status} ${stderr}`);
  }
}

/** With a picture that has no words and no file, cells that are empty, and characters that no face has. */
const POOR = `---
section: Kultur
---

# Titel

![](kommt.jpg "© APA")

Ein Absatz 日本, dann nichts.

> Ein Zitat ohne Namen

| Ort | |
| --- | --- |
| | 3 |

- ein Punkt

## Zwischentitel am Ende
`;

const all = CONDITIONS.flatMap((condition) =>
  TEMPLATES.flatMap((template) =>
    articles.map((article) => ({
      article,
      template,
      condition,
      pdf: join(folderOf(template, condition), article.replace(/\.\w+$/, ".press.pdf")),
    })),
  ),
);

describe("veraPDF", () => {
  it.each(["2a", "ua1"])("finds no fault in any press file by its profile %s", (flavour) => {
    const verdicts = veraPdf(
      flavour,
      all.map(({ pdf }) => pdf),
    );
    expect([...verdicts].filter(([, verdict]) => verdict !== "PASS")).toEqual([]);
    expect(verdicts.size).toBe(all.length);
  });

  it("can fail: it finds what is taken away", () => {
    const good = readFileSync(all[0]?.pdf ?? "", "latin1");
    const broken = [
      ["2a", good.replace("/MarkInfo", "/MarkInfx")],
      ["2a", good.replaceAll("/ToUnicode", "/ToUnicodx")],
      ["2a", good.replace("<pdfaid:part>2", "<pdfaid:part>9")],
      ["ua1", good.replace("<pdfuaid:part>1", "<pdfuaid:part>7")],
    ] as const;
    broken.forEach(([flavour, text], index) => {
      const path = join(out, `broken-${index}.pdf`);
      writeFileSync(path, text, "latin1");
      expect([...veraPdf(flavour, [path]).values()][0]).toMatch(/^FAIL/);
    });
  });
});

describe("poor copy", () => {
  const file = join(out, "poor.md");
  const folder = join(out, "poor");
  writeFileSync(file, POOR);
  const args = ["set", file, "--for", "press", "archive", "screen", "--date", "2025-02-09", "--out", folder];
  const { stderr } = ask(process.execPath, projectPath("dist/umbruch.js"), ...args);

  it.each(["press", "archive", "screen"])("makes a %s file without fault to veraPDF, too", (purpose) => {
    const pdf = join(folder, `poor.${purpose}.pdf`);
    expect(veraPdf("ua1", [pdf]).get(pdf), stderr).toBe("PASS");
    const flavour = purpose === "archive" ? "3a" : "2a";
    expect(veraPdf(flavour, [pdf]).get(pdf)).toBe("PASS");
  });
});

describe("a file of all articles", () => {
  const folder = join(out, "one-file");
  const args = ["set", projectPath("articles"), "--one-file", "all", "--for", "press", "screen", "--out", folder];
  const { status } = ask(process.execPath, projectPath("dist/umbruch.js"), ...args);
  const files = ["all.press.pdf", "all.screen.pdf"].map((file) => join(folder, file));

  it.each(["2a", "ua1"])("is without fault to veraPDF by its profile %s", (flavour) => {
    expect(status).toBe(0);
    expect([...veraPdf(flavour, files).values()]).toEqual(["PASS", "PASS"]);
  });

  it("is syntactically clean to qpdf, and accepted by our own preflight", () => {
    for (const file of files) expect(ask("qpdf", "--check", file).status).toBe(0);
    expect(ask(process.execPath, projectPath("dist/umbruch.js"), "preflight", files[0] ?? "").status).toBe(0);
  });
});

describe("our own preflight", () => {
  it.each(CONDITIONS)(
    "refuses no press file for %s, and finds only pictures with few pixels and type at a clip's edge",
    (condition) => {
      const folders = TEMPLATES.map((template) => folderOf(template, condition));
      const args = [
        projectPath("dist/umbruch.js"),
        "preflight",
        ...folders,
        "--condition",
        condition,
        "--format",
        "json",
      ];
      const { status, stdout } = ask(process.execPath, ...args);
      const reports = stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as PreflightJson);
      expect(reports.length).toBe(TEMPLATES.length * articles.length);
      const found = reports.flatMap(({ file, findings }) => findings.map(({ rule }) => `${rule} ${file}`));
      // A clip is trimmed to its type, which cannot keep away from the trim.
      const expected = /^PIC-|^SAFE-1 .*\/clip\./;
      expect(found.filter((finding) => !expected.test(finding))).toEqual([]);
      expect(reports.filter(({ verdict }) => verdict !== "accepted")).toEqual([]);
      expect(status).toBe(0);
    },
  );
});

interface PreflightJson {
  readonly file: string;
  readonly verdict: string;
  readonly findings: readonly { readonly rule: string }[];
}

describe.each(all)("$article on $template for $condition", ({ template, condition, pdf }) => {
  it("is syntactically clean to qpdf", () => {
    const { status, stdout } = ask("qpdf", "--check", pdf);
    expect(stdout).toContain("No syntax or stream encoding errors found");
    expect(status).toBe(0);
  });

  it("is drawn by Ghostscript without a warning, with no more ink anywhere than the paper holds", () => {
    const { status, stdout, stderr } = ask("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", pdf);
    expect([status, stdout.trim(), stderr.trim()]).toEqual([0, "", ""]);
    expect(highestInk(pdf, out)).toBeLessThanOrEqual(bundledCondition(condition).inks.total);
  });

  it("paints the body in black alone", () => {
    const { body } = bundledTemplate(template).styles;
    const own = paintedText(pdf).filter(
      ({ face, size }) => body.face.startsWith(face) && Math.abs(size - body.size) < 0.2,
    );
    expect(own.length).toBeGreaterThan(5);
    expect([...new Set(own.map(({ colour }) => colour))]).toEqual(["DeviceCMYK 0 0 0 1"]);
  });
});

describe("the plates", () => {
  const isColoured = (template: string): boolean =>
    /"[cmy]":/.test(readFileSync(projectPath(`templates/${template}.json`), "utf8"));
  const black = all.filter(({ template, article }) => !isColoured(template) && article.startsWith("gemeindebudgets"));

  it.each(black)(
    "of a page without pictures on $template for $condition: the black one alone has ink",
    async ({ pdf }) => {
      expect(await platesWithInk(pdf, out)).toEqual(["Black"]);
    },
  );

  it("of a page with a colour picture all have some", async () => {
    const pdf = all.find(({ article }) => article.startsWith("raumfahrt"))?.pdf ?? "";
    expect(await platesWithInk(pdf, out)).toEqual(["Black", "Cyan", "Magenta", "Yellow"]);
  });
});

const read = all.filter(({ template, condition }) => READ.includes(template) && condition === "austria-newsprint");

describe.each(read)("$article on $template", ({ article, template, pdf }) => {
  it("has all its fonts embedded, subset, and mapped to Unicode", () => {
    const [, , ...fonts] = ask("pdffonts", pdf).stdout.trim().split("\n");
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +0$/);
  });

  it("gives every word of the article whole and in order to pdftotext", () => {
    const found = words(ask("pdftotext", pdf, "-").stdout);
    const missing = expectedWords(article, template).flatMap((text) => missingWords(text, found));
    expect(missing).toEqual([]);
  });

  it("prints its text on the black plate alone", () => {
    const args = ["-q", "-dBATCH", "-dNOPAUSE", "-dFILTERIMAGE", "-sDEVICE=ink_cov", "-sOutputFile=-", pdf];
    const pages = ask("gs", ...args)
      .stdout.trim()
      .split("\n");
    for (const page of pages) {
      const [c, m, y, k] = page.trim().split(/\s+/).map(Number);
      expect([c, m, y]).toEqual([0, 0, 0]);
      expect(k).toBeGreaterThan(0);
    }
  });

  it("has every baseline of the body on the grid, as mutool sees it", () => {
    const { grid, styles, page } = bundledTemplate(template);
    const glyphs = ask("mutool", "draw", "-q", "-F", "stext", pdf).stdout;
    const fonts = glyphs
      .split("<font ")
      .filter((part) => part.startsWith(`name="${styles.body.face.slice(0, MUTOOL_NAME)}"`));
    const ys = fonts
      .filter((part) => Math.abs(Number(/size="([\d.]+)"/.exec(part)?.[1]) - styles.body.size) < 0.2)
      .flatMap((part) => [...part.matchAll(/ y="([\d.]+)"/g)].map((match) => Number(match[1])));
    expect(ys.length).toBeGreaterThan(100);
    const bleed = page.bleed;
    for (const y of ys) {
      const row = (y - bleed - grid.first) / grid.leading;
      expect(Math.abs(row - Math.round(row)) * grid.leading).toBeLessThan(0.01);
    }
  });
});

describe("the same article", () => {
  it("is the same file in another process, another folder and another time zone", () => {
    const article = projectPath("articles/nordkorea-atomare-aufruestung.txt");
    const elsewhere = join(out, "elsewhere");
    const environment = ["TZ=Asia/Tokyo", "LC_ALL=de_AT.UTF-8", process.execPath];
    ask("env", ...environment, projectPath("dist/umbruch.js"), "set", article, "--out", elsewhere);
    const name = "nordkorea-atomare-aufruestung.press.pdf";
    expect(
      readFileSync(join(elsewhere, name)).equals(readFileSync(join(folderOf("berliner-5", "austria-newsprint"), name))),
    ).toBe(true);
  });
});

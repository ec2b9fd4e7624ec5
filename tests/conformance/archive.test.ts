import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openArchive } from "../../src/archive/index.ts";
import { archived } from "../support/archived.ts";
import { seeded } from "../support/damage.ts";
import { projectPath } from "../support/desk.ts";
import { expectedTexts, words } from "./expected-words.ts";
import { ask, veraPdf } from "./judges.ts";
import { pdfJsText, READERS } from "./readers.ts";

const TEMPLATES = ["berliner-5", "a4-3"];
const CLI = projectPath("dist/umbruch.js");
const out = mkdtempSync(join(tmpdir(), "umbruch-archive-"));
afterAll(() => rmSync(out, { recursive: true }));

const articles = readdirSync(projectPath("articles")).filter((file) => /\.(txt|md|json)$/.test(file));
for (const template of TEMPLATES) {
  const args = [
    "set",
    projectPath("articles"),
    "--template",
    template,
    "--for",
    "archive",
    "--out",
    join(out, template),
  ];
  const { status, stderr } = ask(process.execPath, CLI, ...args);
  if (status !== 0) throw new Error(stderr);
}

const files = TEMPLATES.flatMap((template) =>
  articles.map((article) => ({
    article,
    template,
    pdf: join(out, template, article.replace(/\.\w+$/, ".archive.pdf")),
  })),
);

describe("veraPDF", () => {
  it.each(["3a", "ua1"])("finds no fault in any archive file by its profile %s", (flavour) => {
    const verdicts = veraPdf(
      flavour,
      files.map(({ pdf }) => pdf),
    );
    expect([...verdicts].filter(([, verdict]) => verdict !== "PASS")).toEqual([]);
    expect(verdicts.size).toBe(files.length);
  });

  it.each([
    ["a tag", "ua1", "/S /Figure", "/S /Figurx"],
    ["the alternative text", "ua1", "/Alt ", "/Alx "],
    ["a ToUnicode entry", "3a", "/ToUnicode", "/ToUnicodx"],
    ["the XMP packet", "3a", "/Metadata", "/Metadatx"],
    ["the association of the files", "3a", "/AFRelationship", "/AFRelationshix"],
    ["the language", "ua1", "/Lang", "/Lanx"],
  ])("finds it when %s is taken away", (_, flavour, from, to) => {
    const good = readFileSync(files.find(({ article }) => article.startsWith("raumfahrt"))?.pdf ?? "", "latin1");
    expect(good).toContain(from);
    const path = join(out, "broken.pdf");
    writeFileSync(path, good.replaceAll(from, to), "latin1");
    expect([...veraPdf(flavour, [path]).values()][0]).toMatch(/^FAIL/);
  });
});

describe.each(files)("$article on $template, for the archive", ({ article, template, pdf }) => {
  it("is syntactically clean to qpdf", () => {
    expect(ask("qpdf", "--check", pdf).status).toBe(0);
  });

  it("has the same glyphs at the same places as the press page", () => {
    const press = join(out, "press");
    ask(process.execPath, CLI, "set", projectPath(`articles/${article}`), "--template", template, "--out", press);
    const text = (path: string): string =>
      ask("pdftotext", "-bbox", path, "-").stdout.replace(/<title>.*<\/title>|<meta.*/g, "");
    expect(text(pdf)).toBe(text(join(press, article.replace(/\.\w+$/, ".press.pdf"))));
  });

  it("gives back its article, which makes the same bytes", () => {
    const folder = join(out, "back", template, article);
    const { status, stdout } = ask(process.execPath, CLI, "extract", pdf, "--out", folder);
    expect(status).toBe(0);
    const command = /the same page again: umbruch (.*)\n/.exec(stdout)?.[1]?.split(" ") ?? [];
    ask(process.execPath, CLI, ...command, "--out", join(folder, "again"));
    const again = readFileSync(join(folder, "again", article.replace(/\.\w+$/, ".archive.pdf")));
    expect(again.equals(readFileSync(pdf))).toBe(true);
  });
});

/** The narrow no-break space, and what stands for it in a word. */
const NARROW = "\u202F";
const JOINER = "\uE000";

describe("the words of the articles", () => {
  const wordsOf = (text: string): string[] => words(text.normalize("NFC"));
  const expected = files.map(({ article, template, pdf }) => {
    const { own } = expectedTexts(article, template);
    return { pdf, words: own.flatMap(({ text }) => wordsOf(text.replaceAll(NARROW, JOINER))) };
  });

  /** How many of the words are found whole, and which are not. */
  async function found(read: (pdf: string) => string | Promise<string>) {
    let total = 0;
    const lost: string[] = [];
    for (const { pdf, words: wanted } of expected) {
      const there = new Map<string, number>();
      for (const word of wordsOf(await read(pdf))) there.set(word, (there.get(word) ?? 0) + 1);
      const take = (word: string): boolean => {
        const left = there.get(word) ?? 0;
        there.set(word, Math.max(0, left - 1));
        return left > 0;
      };
      for (const word of wanted) {
        total += 1;
        // „3 %“ has a narrow space, which programs that guess spaces from gaps take for none.
        const parts = word.split(JOINER);
        if (!(parts.length > 1 && take(parts.join(""))) && !parts.every(take)) lost.push(parts.join(" "));
      }
    }
    return { share: 1 - lost.length / total, total, lost };
  }

  it.each(Object.keys(READERS))("come out whole of %s", async (name) => {
    const { share, total, lost } = await found((pdf) => READERS[name]?.(pdf) ?? "");
    console.log(`${name}: ${(100 * share).toFixed(2)} % of ${total} words; lost: ${lost.join(" ") || "none"}`);
    expect(share).toBeGreaterThanOrEqual(0.995);
  });

  it("come out of pdf.js without the structure, too, but for those that a line's end divides", async () => {
    const { share, total } = await found(pdfJsText);
    console.log(`pdf.js without the structure: ${(100 * share).toFixed(2)} % of ${total} words`);
    expect(share).toBeGreaterThan(0.8);
  });
});

function faultsOf(file: Uint8Array) {
  const { damage, claims } = openArchive(file);
  return [...damage, ...claims];
}

describe("fifty archive files", () => {
  it("show each of a thousand flipped bits", async () => {
    const bench = readdirSync(projectPath("bench/articles")).filter((file) => file.endsWith(".txt"));
    const random = seeded(50);
    const unseen: string[] = [];
    let flips = 0;
    for (const name of bench.slice(0, 50)) {
      const bytes = await archived({ article: projectPath(`bench/articles/${name}`), template: "a4-3" });
      expect(faultsOf(bytes)).toEqual([]);
      for (let time = 0; time < 20; time++) {
        const at = random(bytes.length);
        const bit = 1 << random(8);
        const flipped = Uint8Array.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ bit;
        flips += 1;
        if (faultsOf(flipped).length === 0) unseen.push(`${name} ${at} ${bit}`);
      }
    }
    expect(flips).toBe(1000);
    expect(unseen).toEqual([]);
  });
});

describe("the same article", () => {
  const article = projectPath("articles/raumfahrt-frauen.json");
  const good = readFileSync(join(out, "berliner-5/raumfahrt-frauen.archive.pdf"));

  it.each([
    ["again", ["true"], []],
    ["in another time zone and locale", ["env", "TZ=Asia/Tokyo", "LC_ALL=de_AT.UTF-8"], []],
    ["behind sixty others", ["true"], [projectPath("bench/articles")]],
  ])("is the same archive file %s", (name, [, ...environment], before) => {
    const folder = join(out, "same", String(name.length));
    const command = [
      ...environment,
      process.execPath,
      CLI,
      "set",
      ...before,
      article,
      "--for",
      "archive",
      "--out",
      folder,
    ];
    ask("env", ...command);
    expect(readFileSync(join(folder, "raumfahrt-frauen.archive.pdf")).equals(good)).toBe(true);
  });
});

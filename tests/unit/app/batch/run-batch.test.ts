import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { umbruch } from "../../../support/command.ts";
import { projectPath } from "../../../support/desk.ts";

const root = mkdtempSync(join(tmpdir(), "umbruch-batch-"));
afterAll(() => rmSync(root, { recursive: true }));

const text = (word: string): string =>
  `Innenpolitik\n\nEine ${word}\n\nEin Absatz mit ${word}, der sich setzen lässt.\n`;

let [articles, out] = ["", ""];
beforeEach(() => {
  articles = mkdtempSync(join(root, "in-"));
  out = mkdtempSync(join(root, "out-"));
  for (const name of ["a", "b", "c"]) writeFileSync(join(articles, `${name}.txt`), text(`Sache ${name}`));
});

function set(...more: string[]) {
  return umbruch("set", articles, "--out", out, "--format", "json", ...more);
}

/** Names and hashes of the PDFs. */
function files(): Record<string, string> {
  const names = readdirSync(out).filter((name) => name.endsWith(".pdf"));
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(out, name)))
        .digest("hex"),
    ]),
  );
}

/** Dates all PDFs back and gives the names of those that are written in the meantime. */
async function writtenDuring(run: () => Promise<unknown>): Promise<string[]> {
  for (const name of Object.keys(files())) utimesSync(join(out, name), 1, 1);
  await run();
  return Object.keys(files()).filter((name) => statSync(join(out, name)).mtimeMs > 1000);
}

describe("a batch that is started again", () => {
  it("sets nothing that has not changed, and reports it all the same", async () => {
    writeFileSync(join(articles, "b.txt"), text("漢"));
    writeFileSync(join(articles, "d.txt"), Buffer.from(text("ü"), "latin1"));
    const first = await set();
    const human = await umbruch("set", articles, "--out", out);
    expect(first.code).toBe(8);
    expect(await writtenDuring(async () => expect(await set()).toEqual(first))).toEqual([]);
    expect(await umbruch("set", articles, "--out", out)).toEqual(human);
    expect(human.out).toContain("│ ");
  });

  it("sets what is changed, new or missing, and only that", async () => {
    await set();
    writeFileSync(join(articles, "b.txt"), text("andere Sache"));
    writeFileSync(join(articles, "d.txt"), text("neue Sache"));
    rmSync(join(out, "c.press.pdf"));
    expect(await writtenDuring(set)).toEqual(["b.press.pdf", "c.press.pdf", "d.press.pdf"]);
  });

  it("sets again what somebody has changed in the folder", async () => {
    await set();
    const before = files();
    writeFileSync(join(out, "a.press.pdf"), "%PDF-1.6 half");
    expect(await writtenDuring(set)).toEqual(["a.press.pdf"]);
    expect(files()).toEqual(before);
  });

  it("sets everything with --force, and to the same bytes", async () => {
    await set();
    const before = files();
    expect(await writtenDuring(() => set("--force"))).toEqual(Object.keys(before));
    expect(files()).toEqual(before);
  });

  it("sets everything where it is ordered otherwise", async () => {
    await set();
    expect(await writtenDuring(() => set("--template", "a4-3"))).toHaveLength(3);
    expect(await writtenDuring(() => set("--template", "a4-3", "--folio", "7"))).toHaveLength(3);
    expect(await writtenDuring(() => set("--template", "a4-3", "--folio", "7"))).toEqual([]);
  });

  it("notices a change of a template's parent", async () => {
    const [parent, child] = [join(root, "parent.json"), join(root, "child.json")];
    const write = (size: string): void =>
      writeFileSync(parent, JSON.stringify({ extends: "a4-3", name: "p", title: "P", styles: { body: { size } } }));
    writeFileSync(child, JSON.stringify({ extends: "./parent.json", name: "c", title: "C" }));
    write("9pt");
    const run = () => set("--template", child);
    await run();
    expect(await writtenDuring(run)).toEqual([]);
    write("8.8pt");
    expect(await writtenDuring(run)).toHaveLength(3);
  });

  it("notices a picture that has come, and one that has changed", async () => {
    const withPicture =
      "---\nsection: Chronik\n---\n# Eine Rakete\n\n![Eine Rakete](rakete.jpg)\nDie Rakete\n© SpaceX\n\nEin Absatz.\n";
    writeFileSync(join(articles, "d.md"), withPicture);
    await set();
    const bytes = readFileSync(projectPath("articles/pictures/rocket.jpg"));
    writeFileSync(join(articles, "rakete.jpg"), bytes);
    expect(await writtenDuring(set)).toEqual(["d.press.pdf"]);
    expect(await writtenDuring(set)).toEqual([]);
    writeFileSync(join(articles, "rakete.jpg"), Buffer.concat([bytes, Buffer.from([0])]));
    expect(await writtenDuring(set)).toEqual(["d.press.pdf"]);
  });

  it("makes both files again where one of them is missing", async () => {
    await set("--for", "press", "archive");
    const before = files();
    rmSync(join(out, "b.archive.pdf"));
    await set("--for", "press", "archive");
    expect(files()).toEqual(before);
  });

  it("still tells of two articles that would be one file, and keeps the first one's", async () => {
    const other = join(articles, "other");
    mkdirSync(other);
    writeFileSync(join(other, "a.txt"), text("ganz andere Sache"));
    const run = () => umbruch("set", articles, other, "--out", out, "--format", "json");
    const first = await run();
    const before = files();
    expect(first.code).toBe(8);
    expect(first.out).toContain("would both become");
    expect(await run()).toEqual(first);
    expect(files()).toEqual(before);
  });
});

describe("a batch that cannot begin", () => {
  it.each([
    ["--template", "berlinr-5", "pipeline/unknown-template", 2],
    ["--condition", "nirgends", "pipeline/unknown-condition", 2],
    ["--icc", "nirgends.icc", "pipeline/unreadable-file", 3],
  ])("for its %s says so once and leaves the folder alone", async (option, value, finding, expected) => {
    const { code, out: said } = await set(option, value);
    expect(code).toBe(expected);
    expect(said.trimEnd().split("\n")).toHaveLength(1);
    expect(said).toContain(finding);
    expect(readdirSync(out)).toEqual([]);
  });

  it("for a template with faults says each of them once, for a check, too", async () => {
    const template = join(root, "fehler.json");
    writeFileSync(template, JSON.stringify({ extends: "a4-3", name: "f", title: "F", grid: { guter: "4mm" } }));
    const { code, out: said } = await umbruch("check", articles, "--template", template);
    expect(code).toBe(3);
    expect(said.match(/did you mean “gutter”/g)).toHaveLength(1);
  });
});

describe("a batch", () => {
  it("sweeps away what killed runs left, and leaves a journal beside the files", async () => {
    writeFileSync(join(out, "a.press.pdf.4194305-1-9.part"), "%PDF-1.6 half");
    await set();
    expect(readdirSync(out)).toEqual([".umbruch-journal.jsonl", "a.press.pdf", "b.press.pdf", "c.press.pdf"]);
  });

  it("leaves a folder alone that another run writes into, and says whose it is", async () => {
    const lock = JSON.stringify({ pid: process.ppid, host: hostname() });
    writeFileSync(join(out, ".umbruch.lock"), lock);
    const { code, out: said } = await set();
    expect(code).toBe(7);
    expect(said).toContain("app/folder-in-use");
    expect(said).toContain(`process ${process.ppid} on ${hostname()}`);
    expect(readdirSync(out)).toEqual([".umbruch.lock"]);
  });

  it("says at once that there can be no folder, and sets nothing", async () => {
    const path = join(root, "no-folder");
    writeFileSync(path, "");
    const { code, out: said } = await umbruch("set", articles, "--out", path);
    expect(code).toBe(7);
    expect(said.match(/app\/cannot-write/g)).toHaveLength(1);
    expect(said).toContain("0 of 3 articles set");
  });

  it("goes on past a file that cannot be written, while the folder takes others", async () => {
    mkdirSync(join(out, "b.press.pdf", "x"), { recursive: true });
    const { code, out: said } = await set();
    expect(code).toBe(8);
    expect(said).toContain("app/cannot-write");
    expect(readdirSync(out).filter((name) => name.includes("pdf"))).toEqual([
      "a.press.pdf",
      "b.press.pdf",
      "c.press.pdf",
    ]);
  });

  it("may have its report in the folder that it writes into", async () => {
    const report = join(out, "run.jsonl");
    const { code, out: said } = await set("--report", report);
    expect(code).toBe(0);
    expect(readFileSync(report, "utf8")).toBe(said);
  });

  it("of one article keeps no journal", async () => {
    await umbruch("set", join(articles, "a.txt"), "--out", out);
    expect(readdirSync(out)).toEqual(["a.press.pdf"]);
  });

  it("takes an input that came to nothing for an article that failed", async () => {
    const { code, out: said } = await umbruch("check", articles, join(articles, "*.md"));
    expect(code).toBe(8);
    expect(said).toContain("app/no-articles");
    expect(said).toContain("3 of 4 articles set");
  });
});

import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GOOD, testFolder, umbruch } from "../../support/command.ts";

const { put, path: folder } = testFolder("report");
const good = put("gut.txt", GOOD);
/** Has a warning, and no error. */
const doubtful = put("zweifel.txt", GOOD.replace("Absatz", "Absatz „ohne Ende"));
const bad = put("schlecht.txt", GOOD.replace("Absatz", "Absatz 漢"));

describe("--report", () => {
  it("writes a JSON object for each article beside what the terminal gets", async () => {
    const path = join(folder, "reports", "run.jsonl");
    const { code, out } = await umbruch("check", good, bad, "--report", path);
    expect(code).toBe(8);
    expect(out).toContain("1 page · ");
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { article: string }).article)).toEqual([good, bad]);
    expect(readdirSync(join(folder, "reports"))).toEqual(["run.jsonl"]);
  });

  it("holds what --format json prints", async () => {
    const path = join(folder, "same.jsonl");
    const { out } = await umbruch("check", doubtful, "--format", "json", "--report", path);
    expect(readFileSync(path, "utf8")).toBe(out);
  });

  it("ends with 7 when it cannot be written, and leaves nothing behind", async () => {
    mkdirSync(join(folder, "mappe"));
    const { code, err } = await umbruch("check", good, "--report", join(folder, "mappe"));
    expect(code).toBe(7);
    expect(err).toContain("app/cannot-report");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("is there for dump, explain, preflight, verify and extract, too", async () => {
    const out = join(folder, "out");
    expect((await umbruch("set", good, "--for", "press", "archive", "--out", out)).code).toBe(0);
    const archived = join(out, "gut.archive.pdf");
    const commands = [
      ["dump", good, "--after", "page"],
      ["explain", good],
      ["explain", "--word", "Atomstreitkräfte"],
      ["preflight", join(out, "gut.press.pdf"), "--no-plates"],
      ["verify", archived],
      ["extract", archived, "--out", join(folder, "extracted")],
    ];
    for (const [index, command] of commands.entries()) {
      const path = join(folder, `command-${index}.jsonl`);
      const { code, out: json } = await umbruch(...command, "--format", "json", "--report", path);
      expect([command[0], code]).toEqual([command[0], 0]);
      expect(readFileSync(path, "utf8")).toBe(json);
      expect(JSON.parse(json)).toMatchObject({ version: expect.any(Number) });
    }
  });
});

describe("--fail-on", () => {
  it("warning ends with 1 where there is a warning, error does not", async () => {
    expect((await umbruch("check", doubtful)).code).toBe(0);
    expect((await umbruch("check", doubtful, "--fail-on", "error")).code).toBe(0);
    expect((await umbruch("check", doubtful, "--fail-on", "warning")).code).toBe(1);
    expect((await umbruch("check", good, "--fail-on", "warning")).code).toBe(0);
  });

  it("does not hide a graver code", async () => {
    expect((await umbruch("check", join(folder, "nichts.txt"), "--fail-on", "warning")).code).toBe(3);
  });

  it("takes no other word", async () => {
    expect((await umbruch("check", good, "--fail-on", "note")).code).toBe(2);
  });
});

describe("--quiet", () => {
  it("says only what fails", async () => {
    const { out } = await umbruch("check", good, doubtful, bad, "--quiet");
    expect(out).not.toContain("gut.txt");
    expect(out).not.toContain("zweifel.txt");
    expect(out).not.toContain("articles set");
    expect(out).toContain("galley/missing-glyph");
  });

  it("says nothing where all is well", async () => {
    expect(await umbruch("check", good, "-q")).toEqual({ code: 0, out: "", err: "" });
  });

  it("does not keep back what was asked for", async () => {
    expect((await umbruch("dump", good, "--after", "article", "--quiet")).out).toContain("Eine Überschrift");
    expect((await umbruch("check", good, "--quiet", "--format", "json")).out).toContain('"version"');
  });
});

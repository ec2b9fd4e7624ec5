import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { variedArticle } from "../../bench/varied-articles.ts";
import { projectPath } from "../support/desk.ts";
import { killBatch } from "../support/killed-batch.ts";

const CLI = projectPath("dist/umbruch.js");
const root = mkdtempSync(join(tmpdir(), "umbruch-batches-"));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder with articles, some of which are bad. */
function newHome(articles: number): string {
  const home = mkdtempSync(join(root, "home-"));
  mkdirSync(join(home, "in", "deep"), { recursive: true });
  for (let number = 0; number < articles; number++) {
    const bytes = number % 7 === 3 ? Buffer.from("kein Text: ä", "latin1") : Buffer.from(variedArticle(number));
    writeFileSync(join(home, "in", number % 2 ? "deep" : "", `${String(number).padStart(3, "0")}.txt`), bytes);
  }
  return home;
}

function command(jobs: number, ...more: string[]): string[] {
  return [CLI, "set", "in/**/*.txt", "--out", "out", "--format", "json", "--jobs", String(jobs), ...more];
}

function set(home: string, jobs: number, ...more: string[]) {
  const { status, stdout } = spawnSync(process.execPath, command(jobs, ...more), { cwd: home, encoding: "utf8" });
  return { status, stdout };
}

/** Names and hashes of what is in the output folder, the journal aside. */
function filesOf(home: string): string[] {
  return readdirSync(join(home, "out"))
    .filter((name) => name !== ".umbruch-journal.jsonl")
    .map(
      (name) =>
        `${name} ${createHash("sha256")
          .update(readFileSync(join(home, "out", name)))
          .digest("hex")}`,
    );
}

/** Starts a batch and ends it with a signal as soon as it has reported some articles. */
function interrupt(home: string, jobs: number, signal: NodeJS.Signals, after: number) {
  const child = spawn(process.execPath, command(jobs), { cwd: home, stdio: ["ignore", "pipe", "pipe"] });
  let [reports, said] = [0, ""];
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    reports += chunk.toString().split("\n").length - 1;
    // Once: whoever asks a second time wants the end without its cleaning up.
    if (reports >= after && !child.killed) child.kill(signal);
  });
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, said })),
  );
}

describe("workers", () => {
  it("make the same files and the same report as one thread, in the same order", () => {
    const home = newHome(12);
    const alone = set(home, 1, "--for", "press", "archive");
    const files = filesOf(home);
    rmSync(join(home, "out"), { recursive: true });
    expect(set(home, 3, "--for", "press", "archive")).toEqual(alone);
    expect(filesOf(home)).toEqual(files);
    expect(alone.status).toBe(8);
    expect(files).toHaveLength(2 * 10);
  });

  it("take over what one thread has on record, and the other way round", () => {
    const home = newHome(8);
    const first = set(home, 2);
    const journal = readFileSync(join(home, "out", ".umbruch-journal.jsonl"), "utf8");
    expect(set(home, 1)).toEqual(first);
    expect(set(home, 3)).toEqual(first);
    expect(readFileSync(join(home, "out", ".umbruch-journal.jsonl"), "utf8")).toBe(journal);
  });

  it("set an article from the standard input", () => {
    const home = newHome(2);
    const input = variedArticle(99);
    const args = [CLI, "set", "-", "in/000.txt", "--stdin-name", "wire/kim.txt", "--out", "out", "--format", "json"];
    const piped = spawnSync(process.execPath, [...args, "--jobs", "2"], { cwd: home, input, encoding: "utf8" });
    expect(piped.status).toBe(0);
    const [name, ...others] = filesOf(home).reverse();
    mkdirSync(join(home, "wire"));
    writeFileSync(join(home, "wire", "kim.txt"), input);
    spawnSync(process.execPath, [CLI, "set", "wire/kim.txt", "--out", "out"], { cwd: home });
    expect(filesOf(home).reverse()).toEqual([name, ...others]);
    expect(name).toMatch(/^kim\.press\.pdf /);
  });
});

describe("a batch that is interrupted", () => {
  it.each([
    ["SIGINT", 130, 1],
    ["SIGINT", 130, 2],
    ["SIGTERM", 143, 2],
    ["SIGHUP", 129, 2],
  ] as const)(
    "by %s ends with %i, leaves nothing half done, and goes on where it was (%i jobs)",
    async (signal, exit, jobs) => {
      // While a worker starts, the others are nearly done with ten.
      const home = newHome(60);
      const { code, said } = await interrupt(home, jobs, signal, 3);
      expect(code).toBe(exit);
      expect(said).toContain("goes on from here");
      expect(said).not.toMatch(/broke-us|bug of ours/);
      const left = readdirSync(join(home, "out")).filter((name) => !name.endsWith(".press.pdf"));
      expect(left).toEqual([".umbruch-journal.jsonl"]);
      const resumed = set(home, jobs);
      const files = filesOf(home);
      rmSync(join(home, "out"), { recursive: true });
      expect(set(home, 1)).toEqual(resumed);
      expect(filesOf(home)).toEqual(files);
    },
  );
});

describe("a batch that is killed", () => {
  it("ends with the files, the hashes and the report of an undisturbed run, and sets nothing twice", async () => {
    const figures = await killBatch({ command: CLI, articles: 24, kills: 6, jobs: [2, 1], seed: 3 });
    expect(figures).toMatchObject({ kills: 6, differences: [], setTwice: 0 });
  }, 600_000);
});

/** Runs the command in a mount of its own: a disk of a size, which may be read-only. */
function setOnDisk(home: string, options: string, ...more: string[]) {
  mkdirSync(join(home, "out"), { recursive: true });
  const script = `mount -t tmpfs -o ${options} tmpfs out && "$@"; code=$?; ls -A out; exit $code`;
  const args = ["-rm", "bash", "-c", script, "bash", process.execPath, ...command(2, ...more)];
  return spawnSync("unshare", args, { cwd: home, encoding: "utf8" });
}

describe("a disk", () => {
  it("that is full ends the batch with the system's reason, and what is done stays whole", () => {
    const { status, stdout } = setOnDisk(newHome(30), "size=400k");
    const lines = stdout.split("\n").filter((line) => line !== "");
    const reports = lines.filter((line) => line.startsWith("{"));
    expect(status).toBe(7);
    expect(reports.length).toBeLessThan(30);
    expect(reports.at(-1)).toContain("ENOSPC");
    expect(reports.filter((line) => line.includes("ENOSPC")).length).toBeLessThan(4);
    const left = lines.filter((line) => !line.startsWith("{"));
    expect(left.filter((name) => !name.endsWith(".press.pdf"))).toEqual([".umbruch-journal.jsonl"]);
  });

  it("that is read-only ends it before it begins", () => {
    const { status, stdout } = setOnDisk(newHome(4), "ro");
    expect(status).toBe(7);
    expect(stdout).toContain("EROFS");
    expect(stdout.trim().split("\n")).toHaveLength(1);
  });
});

describe("a report", () => {
  it("does not take the place of the file that the output goes into", () => {
    const home = newHome(1);
    const script = '"$@" --report /dev/stdout > said.jsonl';
    const { status, stderr } = spawnSync("bash", ["-c", script, "bash", process.execPath, ...command(1)], {
      cwd: home,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([7, expect.stringContaining("the output goes there")]);
    expect(readFileSync(join(home, "said.jsonl"), "utf8")).toContain("in/000.txt");
  });
});

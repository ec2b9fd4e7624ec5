import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { variedArticle } from "../../bench/varied-articles.ts";
import { seeded } from "./damage.ts";

export interface KillPlan {
  /** Path of the built command. */
  readonly command: string;
  readonly articles: number;
  readonly kills: number;
  /** How many workers, for the runs in turn. */
  readonly jobs: readonly number[];
  readonly seed: number;
}

export interface KillFigures {
  /** Differences from an undisturbed run, in words; none is right. */
  readonly differences: readonly string[];
  readonly kills: number;
  /** Batches that it took: when one is done before the last kill, another is begun in an empty folder. */
  readonly batches: number;
  /** How often an article was set again that was on record when its run was killed. */
  readonly setTwice: number;
  /** The most articles that had files and were not on record when a run was killed. */
  readonly mostInFlight: number;
  /** How many kills met a file that was half written, or whole and not yet under its name. */
  readonly killedWriting: number;
  /** How long the undisturbed run took. */
  readonly seconds: number;
}

/**
 * Sets a batch undisturbed; then the same with SIGKILL at seeded moments, started again and again until it is done; and
 * compares the set of files, the hash of each, and the report of the run that came to the end.
 */
export async function killBatch(plan: KillPlan): Promise<KillFigures> {
  const root = mkdtempSync(join(tmpdir(), "umbruch-kill-"));
  try {
    const home = newHome(root, "calm", plan.articles);
    const start = performance.now();
    const { report } = await run(plan.command, home, plan.jobs[0] ?? 1);
    const milliseconds = performance.now() - start;
    return await harass(plan, root, { files: filesOf(home), report: report ?? "", milliseconds });
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** What an undisturbed run came to. */
interface Calm {
  readonly files: ReadonlyMap<string, string>;
  readonly report: string;
  readonly milliseconds: number;
}

async function harass(plan: KillPlan, root: string, calm: Calm): Promise<KillFigures> {
  const random = seeded(plan.seed);
  const differences: string[] = [];
  let [kills, batches, runs, setTwice, mostInFlight, killedWriting] = [0, 0, 0, 0, 0, 0];
  while (kills < plan.kills) {
    const home = newHome(root, `harassed-${++batches}`, plan.articles);
    for (let isDone = false; !isDone;) {
      const before = recorded(home);
      // So that the kills are spread over the whole batch.
      const moment = kills < plan.kills ? random((2 * calm.milliseconds) / plan.kills) : undefined;
      const { report } = await run(plan.command, home, plan.jobs[runs++ % plan.jobs.length] ?? 1, moment);
      isDone = report !== undefined;
      const after = recorded(home);
      setTwice += [...before].filter(([path, inode]) => after.get(path) !== inode).length;
      if (report !== undefined) differences.push(...differencesOf(calm, home, report));
      else {
        kills++;
        const [parts, named] = inFlight(home, after);
        if (parts > 0) killedWriting++;
        mostInFlight = Math.max(mostInFlight, parts + named);
      }
    }
  }
  return { differences, kills, batches, setTwice, mostInFlight, killedWriting, seconds: calm.milliseconds / 1000 };
}

/** A folder with articles: most are good, some are no text, some have a sign that no font has. */
function newHome(root: string, name: string, articles: number): string {
  const home = join(root, name);
  mkdirSync(join(home, "in"), { recursive: true });
  for (let number = 0; number < articles; number++) {
    const text = number % 25 === 7 ? variedArticle(number).replace("Die ", "Die 漢 ") : variedArticle(number);
    const bytes = number % 40 === 11 ? Buffer.from(`ä ${text}`, "latin1") : Buffer.from(text);
    writeFileSync(join(home, "in", `${String(number).padStart(5, "0")}.txt`), bytes);
  }
  return home;
}

/** Runs the command, to its end or to a moment after which it is killed; the report is undefined where it was. */
function run(command: string, home: string, jobs: number, moment?: number): Promise<{ report: string | undefined }> {
  const args = [command, "set", "in/*.txt", "--out", "out", "--format", "json", "--jobs", String(jobs)];
  const child = spawn(process.execPath, args, { cwd: home, stdio: ["ignore", "pipe", "ignore"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const timer = moment === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), moment);
  return new Promise((resolve) => {
    child.on("close", (_, signal) => {
      clearTimeout(timer);
      resolve({ report: signal === null ? Buffer.concat(chunks).toString() : undefined });
    });
  });
}

/** Files of articles that are on record, each with its inode: a file that is written again has another. */
function recorded(home: string): ReadonlyMap<string, number> {
  const journal = join(home, "out", ".umbruch-journal.jsonl");
  const lines = existsSync(journal) ? readFileSync(journal, "utf8").split("\n").slice(0, -1) : [];
  const paths = lines.flatMap((line) => {
    const { entry } = JSON.parse(line) as { entry: { outputs: [string, string][] } };
    return entry.outputs.map(([path]) => path);
  });
  return new Map(paths.map((path) => [path, statSync(join(home, path)).ino]));
}

/** How many files are not yet under their names, and how many are, but not on record. */
function inFlight(home: string, onRecord: ReadonlyMap<string, number>): [parts: number, named: number] {
  const names = existsSync(join(home, "out")) ? readdirSync(join(home, "out")) : [];
  const parts = names.filter((name) => name.includes(".pdf.") && name.endsWith(".part"));
  const named = names.filter((name) => name.endsWith(".pdf") && !onRecord.has(`out/${name}`));
  return [parts.length, named.length];
}

/** Names and hashes of all that is in the folder but the journal, whose lines come in the order of the kills. */
function filesOf(home: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(home, "out")).filter((name) => name !== ".umbruch-journal.jsonl");
  const hash = (name: string): string =>
    createHash("sha256")
      .update(readFileSync(join(home, "out", name)))
      .digest("hex");
  return new Map(names.map((name) => [name, hash(name)]));
}

function differencesOf({ files, report }: Calm, home: string, said: string): string[] {
  const found = filesOf(home);
  const names = [...new Set([...files.keys(), ...found.keys()])];
  return [
    ...names.filter((name) => files.get(name) !== found.get(name)).map((name) => `${name} is another, or not in both`),
    ...(said === report ? [] : ["the report is another"]),
  ];
}

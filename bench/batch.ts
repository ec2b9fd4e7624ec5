// Sets many articles with one job and with two, in turn, and prints articles per second, the time that the processors worked,
// and the most memory that the process with its workers had, after 1,000 articles and at the end: `npm run bench:batch -- 10000 3`
// does so over three rounds (one unless said otherwise), and prints medians.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { inTurn, median, ratio } from "./speed/runs.ts";
import { figure, table } from "./speed/table.ts";
import { variedArticle } from "./varied-articles.ts";

const ARTICLES = Number(process.argv[2] ?? 1000);
const ROUNDS = Number(process.argv[3] ?? 1);
const LOOK_AT = Math.min(1000, ARTICLES);
/** Facts are looked up every so many articles: of a process that has ended there are none any more. */
const EVERY = 20;

const [ONE, TWO, AGAIN] = ["one job", "two jobs", "two jobs, nothing changed"] as const;

const folder = mkdtempSync(join(tmpdir(), "umbruch-batch-"));

/** What a process has taken so far, its workers included, for they are its threads. */
interface Facts {
  /** Most resident memory in MB (proc(5), VmHWM). */
  readonly peak: number;
  /** Seconds that the processors have worked for it (proc(5), fields 14 and 15 of stat, in hundredths on Linux). */
  readonly work: number;
}

/** Undefined when the process has ended. */
function factsOf(pid: number | undefined): Facts | undefined {
  try {
    const [, kilobytes = NaN] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { peak: Number(kilobytes) / 1024, work: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return undefined;
  }
}

interface Result {
  readonly done: number;
  readonly seconds: number;
  readonly early?: Facts;
  readonly last?: Facts;
}

async function bench(jobs: number, out: string): Promise<Result> {
  const args = ["dist/umbruch.js", "set", join(folder, "in"), "--out", join(folder, out), "--format", "json"];
  const start = performance.now();
  const child = spawn(process.execPath, [...args, "--jobs", String(jobs)], { stdio: ["ignore", "pipe", "ignore"] });
  let done = 0;
  let early: Facts | undefined;
  let last: Facts | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== "") done++;
    if (done % EVERY !== 0 && done !== ARTICLES) continue;
    const facts = factsOf(child.pid);
    if (facts === undefined || Number.isNaN(facts.peak)) continue;
    last = facts;
    if (done <= LOOK_AT) early = facts;
  }
  const seconds = (performance.now() - start) / 1000;
  if (done !== ARTICLES) throw new Error(`${done} of ${ARTICLES} articles were reported`);
  return { done, seconds, ...(early && { early }), ...(last && { last }) };
}

/** A run into a folder of its own; ten thousand press files are two gigabytes. */
async function anew(jobs: number): Promise<Result> {
  rmSync(join(folder, "out"), { recursive: true, force: true });
  return bench(jobs, "out");
}

function rowOf(name: string, runs: readonly Result[]): string[] {
  const cell = (value: (run: Result) => number | undefined, decimals = 0): string =>
    figure(median(runs.map((run) => value(run) ?? NaN)), decimals);
  return [
    name,
    cell(({ done, seconds }) => done / seconds, 1),
    cell(({ seconds }) => seconds, 1),
    cell(({ done, last }) => last && (1000 * last.work) / done, 1),
    cell(({ early }) => early?.peak),
    cell(({ last }) => last?.peak),
  ];
}

function writeArticles(): void {
  mkdirSync(join(folder, "in"));
  for (let number = 0; number < ARTICLES; number++)
    writeFileSync(join(folder, "in", `${String(number).padStart(5, "0")}.txt`), variedArticle(number));
}

try {
  writeArticles();
  const turns = new Map([
    [ONE, () => anew(1)],
    [TWO, () => anew(2)],
  ]);
  const results = await inTurn(turns, ROUNDS);
  const again = await bench(2, "out");
  const isLong = ARTICLES > LOOK_AT;
  const head = [
    `${ARTICLES} press files of distinct articles`,
    "articles/s",
    "s",
    "processor ms each",
    `peak MB after ${LOOK_AT}`,
    ...(isLong ? [`after ${ARTICLES}`] : []),
  ];
  const of = (name: string): readonly Result[] => results.get(name) ?? [];
  const rows = [...[ONE, TWO].map((name) => rowOf(name, of(name))), rowOf(AGAIN, [again])];
  const seconds = (name: string): number[] => of(name).map((run) => run.seconds);
  console.log(`${table(head, rows)}\n\ntwo jobs: ${ratio(seconds(ONE), seconds(TWO)).toFixed(2)} times one`);
} finally {
  rmSync(folder, { recursive: true });
}

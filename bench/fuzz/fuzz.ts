// Judges 2,000 damaged files, and the malicious ones, by the preflight: none may bring it down, hang it or fill the
// memory. The files are ours, the good ones made by hand, and what stands in output/foreign (npm run bench:foreign).
// Takes how many, and the first seed.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { bundledCondition } from "../../tests/support/condition.ts";
import { damage } from "../../tests/support/pdf/damage.ts";
import { goodFile } from "../../tests/support/pdf/good-file.ts";
import { LOOPS } from "../../tests/support/pdf/malicious/loops.ts";
import { manyPages, MASSES } from "../../tests/support/pdf/malicious/masses.ts";
import { STRANGERS } from "../../tests/support/pdf/malicious/strangers.ts";
import type { Docket, Judged } from "./judge.ts";

const [count = 2000, first = 1] = process.argv.slice(2).map(Number);
const TIME_LIMIT = 10_000;
/** Milliseconds from which a file is told of at once. */
const TOLD = 2000;
/** Larger samples would make the run long, and have nothing that smaller ones lack. */
const SMALL = 300_000;

interface Case {
  readonly what: string;
  readonly condition: Docket["condition"];
  readonly bytes: () => Buffer;
}

interface Outcome extends Judged {
  readonly what: string;
}

function unanswered(verdict: string): Judged {
  return { verdict, milliseconds: TIME_LIMIT, rules: [] };
}

/** A judge in a thread of its own, which is replaced when it hangs or dies. */
class Court {
  #worker: Worker | undefined;

  judge(docket: Docket): Promise<Judged> {
    const worker = (this.#worker ??= new Worker(new URL("./judge.js", import.meta.url)));
    return new Promise((resolve) => {
      const end = (judged: Judged, keep: boolean): void => {
        clearTimeout(timer);
        worker.off("message", answered).off("error", died);
        if (!keep) {
          this.#worker = undefined;
          void worker.terminate();
        }
        resolve(judged);
      };
      const answered = (judged: Judged): void => end(judged, true);
      const died = (error: unknown): void => end(unanswered(`threw ${String(error)}`), false);
      const timer = setTimeout(() => end(unanswered("over 10 s"), false), TIME_LIMIT);
      worker.on("message", answered).on("error", died);
      worker.postMessage(docket);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }
}

interface Sample {
  readonly name: string;
  readonly condition: Docket["condition"];
  readonly bytes: Buffer;
}

function samples(): Sample[] {
  const files = ["output", "output/foreign"].filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".pdf"))
      .map((file) => join(folder, file)),
  );
  const small = files.filter((file) => statSync(file).size < SMALL).sort();
  const good = (["coated", "austria-newsprint"] as const).map((name) => ({
    name: `good file, ${name}`,
    condition: name,
    bytes: goodFile(bundledCondition(name)),
  }));
  return [
    ...good,
    ...small.map((file) => ({ name: file, condition: "austria-newsprint" as const, bytes: readFileSync(file) })),
  ];
}

function* damagedCases(): Generator<Case> {
  const from = samples();
  console.log(`${from.length} sound files under ${SMALL / 1000} kB`);
  for (let seed = first; seed < first + count; seed++) {
    const sample = from[seed % from.length];
    if (sample === undefined) return;
    const { kinds, bytes } = damage(sample.bytes, seed);
    const what = `${sample.name}, seed ${seed}: ${kinds.join(", ")}`;
    yield { what, condition: sample.condition, bytes: () => bytes };
  }
}

function maliciousCases(): Case[] {
  const good = goodFile(bundledCondition("coated"));
  const all = [...STRANGERS, ...LOOPS, ...MASSES].map(({ that, make }) => ({
    what: that,
    condition: "coated" as const,
    bytes: () => make(good),
  }));
  return [...all, { what: "has 5,000 pages", condition: "coated", bytes: () => manyPages(good, 5000) }];
}

async function run(title: string, cases: Iterable<Case>): Promise<void> {
  const court = new Court();
  const outcomes: Outcome[] = [];
  for (const { what, condition, bytes } of cases) {
    const outcome = { what, ...(await court.judge({ bytes: bytes(), condition })) };
    outcomes.push(outcome);
    if (outcome.milliseconds > TOLD) console.log(`  ${Math.round(outcome.milliseconds)} ms: ${what}`);
  }
  await court.close();
  console.log(`\n${title}: ${outcomes.length} files`);
  const verdicts = [...new Set(outcomes.map(({ verdict }) => verdict))];
  for (const verdict of verdicts)
    console.log(`  ${verdict}: ${outcomes.filter((outcome) => outcome.verdict === verdict).length}`);
  const slowest = outcomes.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  for (const { what, milliseconds, rules } of slowest)
    console.log(`  slow: ${Math.round(milliseconds)} ms, ${what} (${rules.join(" ")})`);
  // What is accepted though damaged deserves a look: the damage may be where it does no harm.
  for (const { what, verdict, rules } of outcomes)
    if (verdict === "accepted") console.log(`  accepted: ${what} (${rules.join(" ")})`);
  const failed = outcomes.filter(({ verdict }) => verdict !== "refused" && verdict !== "accepted");
  for (const { what, verdict } of failed) console.log(`  FAILED: ${what}: ${verdict}`);
  if (failed.length > 0) process.exitCode = 1;
}

await run("Malicious", maliciousCases());
console.log(
  `  peak memory so far ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, our making of the files included`,
);
await run("Damaged", damagedCases());
console.log(`\npeak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

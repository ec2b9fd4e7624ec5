// Sets many articles with one worker and with two and prints articles per second, the time that the processors worked, and
// the most memory that the process with its workers had, after 1,000 articles and at the end. `npm run bench:batch -- 10000`.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { variedArticle } from "./varied-articles.ts";

const ARTICLES = Number(process.argv[2] ?? 1000);
const LOOK_AT = 1000;

const folder = mkdtempSync(join(tmpdir(), "umbruch-batch-"));
mkdirSync(join(folder, "in"));
for (let number = 0; number < ARTICLES; number++) {
  writeFileSync(join(folder, "in", `${String(number).padStart(5, "0")}.txt`), variedArticle(number));
}

/** A process's most resident memory so far, workers included, for they are its threads (proc(5), VmHWM); in MB. */
function peakOf(pid: number | undefined): number {
  const [, kilobytes = NaN] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** Seconds that the processors have worked for a process so far (proc(5), fields 14 and 15, in hundredths on Linux). */
function workOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function bench(jobs: number, purpose: string, isAgain = false): Promise<number> {
  const out = join(folder, `out-${jobs}-${purpose}`);
  const args = ["dist/umbruch.js", "set", join(folder, "in"), "--out", out, "--for", purpose, "--format", "json"];
  const start = performance.now();
  const child = spawn(process.execPath, [...args, "--jobs", String(jobs)], { stdio: ["ignore", "pipe", "ignore"] });
  let [done, early, peak, work] = [0, 0, 0, 0];
  for await (const line of createInterface({ input: child.stdout })) {
    done += line === "" ? 0 : 1;
    if (done !== LOOK_AT && done !== ARTICLES) continue;
    [peak, work] = [peakOf(child.pid), workOf(child.pid)];
    if (done === LOOK_AT) early = peak;
  }
  const seconds = (performance.now() - start) / 1000;
  const what = isAgain ? `${jobs} jobs, ${purpose}, nothing changed` : `${jobs} jobs, ${purpose}`;
  console.log(
    `${what}: ${(done / seconds).toFixed(1)} articles/s (${done} in ${seconds.toFixed(1)} s, ${((1000 * work) / done).toFixed(1)} ms of processor each), ` +
      `peak ${early} MB after ${Math.min(LOOK_AT, done)}, ${peak} MB after ${done}`,
  );
  return done / seconds;
}

try {
  const one = await bench(1, "press");
  const two = await bench(2, "press");
  console.log(`two workers: ${(two / one).toFixed(2)} times one`);
  await bench(2, "press", true);
} finally {
  rmSync(folder, { recursive: true });
}

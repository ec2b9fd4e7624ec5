/**
 * From a save to the new proof: `umbruch watch` runs as a desk runs it, a word of the article is changed and saved twenty times, and
 * each time it is measured how long the proof takes to change. The processor time of the command is printed beside, for
 * on a machine that has other things to do the clock says more of those.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";

const SAVES = 20;
/** Saves before the first one that counts: whoever writes for an hour has saved more often. */
const WARM_UP = 8;

const CASES = [
  ["a short article, one picture", "hubble-archivaufnahme.txt", "Team"],
  ["half a page, no picture", "gemeindebudgets-sparpaket.txt", "Gemeinden"],
  ["half a page, two pictures", "raumfahrt-frauen.json", "Frauen"],
  ["a whole page, one picture to come", "gletscher-reportage.md", "September"],
] as const;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until a file is another one than before; gives the moment. */
async function replaced(path: string, before: number): Promise<number> {
  for (;;) {
    const now = statSync(path, { throwIfNoEntry: false });
    if (now !== undefined && now.ino !== before) return performance.now();
    await pause(1);
  }
}

/** Seconds of processor time that a process has used, where the system says so. */
function processorTime({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

async function measure(title: string, article: string, word: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "umbruch-bench-watch-"));
  cpSync("articles", folder, { recursive: true });
  const path = join(folder, article);
  const proof = join(folder, `${basename(article, extname(article))}.proof.png`);
  const text = readFileSync(path, "utf8");
  const command = spawn(process.execPath, ["dist/umbruch.js", "watch", path, "--out", folder], { stdio: "ignore" });
  await replaced(proof, 0);
  await pause(300);
  const times: number[] = [];
  let used = 0;
  for (let save = 0; save < WARM_UP + SAVES; save++) {
    const before = statSync(proof).ino;
    const [began, worked] = [performance.now(), processorTime(command)];
    writeFileSync(path, text.replace(word, `${word}${"abcdefghijklmnopqrstuvwxyzäöüß".charAt(save)}`));
    const took = (await replaced(proof, before)) - began;
    await pause(100);
    if (save < WARM_UP) continue;
    times.push(took);
    used += processorTime(command) - worked;
  }
  command.kill("SIGINT");
  rmSync(folder, { recursive: true });
  const [fast, slow] = [Math.min(...times), Math.max(...times)];
  const facts = [median(times), fast, slow, (1000 * used) / SAVES].map((ms) => `${Math.round(ms)} ms`.padStart(9));
  process.stdout.write(`${title.padEnd(36)}${facts.join("")}\n`);
}

process.stdout.write(`from save to new proof, ${SAVES} saves       median  fastest  slowest  processor\n`);
for (const [title, article, word] of CASES) await measure(title, article, word);

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a process took as a whole. */
export interface Run {
  readonly ms: number;
  /** Time that processors worked for it, kernel included, in milliseconds; to the hundredth of a second. */
  readonly work?: number;
  /** Most resident memory in MB. */
  readonly peak?: number;
  readonly stdout: string;
}

const TIME = "/usr/bin/time";

/** Whether GNU time is there, which alone knows a child's memory and work. */
export const knowsMemory = existsSync(TIME);

/** Runs a process to its end. Throws with what it said when it fails. */
export function run(program: string, args: readonly string[], cwd = process.cwd()): Run {
  const folder = mkdtempSync(join(tmpdir(), "run-"));
  try {
    const facts = join(folder, "facts");
    const [command, ...rest] = knowsMemory
      ? [TIME, "-f", "%U %S %M", "-o", facts, program, ...args]
      : [program, ...args];
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(command ?? program, rest, { cwd, encoding: "utf8" });
    const ms = performance.now() - start;
    if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}: ${stdout}${stderr}`);
    if (!knowsMemory) return { ms, stdout };
    const [user = NaN, system = NaN, kilobytes = NaN] = readFileSync(facts, "utf8").trim().split(" ").map(Number);
    return { ms, work: 1000 * (user + system), peak: kilobytes / 1024, stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * What several give in turn, round after round, so that a slow moment of the machine hits them alike; every second round
 * goes backwards, so that none always comes after the same other. Results by contestant, each in the order of the rounds.
 */
export async function inTurn<Result>(
  contestants: ReadonlyMap<string, () => Result | Promise<Result>>,
  rounds: number,
): Promise<ReadonlyMap<string, readonly Result[]>> {
  const results = new Map([...contestants.keys()].map((name): [string, Result[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [...contestants] : [...contestants].reverse();
    for (const [name, one] of order) results.get(name)?.push(await one());
  }
  return results;
}

/** The median over the rounds of one figure divided by another of the same round. */
export function ratio(figures: readonly number[], others: readonly number[]): number {
  return median(figures.map((figure, round) => figure / (others[round] ?? NaN)));
}

// The thread in which a file is judged.
import { parentPort } from "node:worker_threads";
import { preflight } from "../../src/preflight/index.ts";
import { bundledCondition } from "../../tests/support/condition.ts";

/** What became of a file. */
export interface Judged {
  readonly verdict: string;
  readonly milliseconds: number;
  readonly rules: readonly string[];
}

const condition = bundledCondition("coated");

parentPort?.on("message", (bytes: Uint8Array) => {
  const start = performance.now();
  const judged = (verdict: string, rules: readonly string[]): void => {
    parentPort?.postMessage({ verdict, milliseconds: performance.now() - start, rules } satisfies Judged);
  };
  try {
    const { verdict, findings } = preflight(bytes, { condition });
    judged(
      verdict,
      findings.map(({ rule }) => rule.id),
    );
  } catch (error) {
    judged(`threw ${error instanceof Error ? error.message : String(error)}`, []);
  }
});

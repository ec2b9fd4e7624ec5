// The thread in which a file is judged.
import { parentPort } from "node:worker_threads";
import { preflight } from "../../src/preflight/index.ts";
import { bundledCondition } from "../../tests/support/condition.ts";

/** A file and the print condition that it was made for. */
export interface Docket {
  readonly bytes: Uint8Array;
  readonly condition: Parameters<typeof bundledCondition>[0];
}

/** What became of a file. */
export interface Judged {
  readonly verdict: string;
  readonly milliseconds: number;
  readonly rules: readonly string[];
}

parentPort?.on("message", ({ bytes, condition }: Docket) => {
  const start = performance.now();
  const judged = (verdict: string, rules: readonly string[]): void => {
    parentPort?.postMessage({ verdict, milliseconds: performance.now() - start, rules } satisfies Judged);
  };
  try {
    const { verdict, findings } = preflight(bytes, { condition: bundledCondition(condition) });
    judged(
      verdict,
      findings.map(({ rule }) => rule.id),
    );
  } catch (error) {
    judged(`threw ${error instanceof Error ? error.message : String(error)}`, []);
  }
});

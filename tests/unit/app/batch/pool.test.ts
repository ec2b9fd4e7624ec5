import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkers } from "../../../../src/app/batch/pool.ts";
import type { Hand } from "../../../../src/app/batch/setter.ts";
import type { WorkerData } from "../../../../src/app/batch/work.ts";

/** Sets one article after the other, in no time; „fatal“ is the end of it. */
const WORKER = `
let last = Promise.resolve();
export default (article) => (last = last.then(() => set(article)));
async function set(article) {
  await new Promise((resolve) => setTimeout(resolve, 5));
  if (article === "fatal") {
    setImmediate(() => {
      throw new Error("out of memory");
    });
    await new Promise(() => undefined);
  }
  const report = JSON.stringify({ article, template: "a4-3", outputs: [], diagnostics: [] });
  return { report, code: 0, drafts: [], reads: new Map() };
}
`;

describe("openWorkers", () => {
  const folder = mkdtempSync(join(tmpdir(), "umbruch-pool-"));
  const data = { order: { template: "a4-3" }, lasting: [] } as unknown as WorkerData;
  let workers: Hand;

  beforeAll(async () => {
    const file = join(folder, "worker.mjs");
    writeFileSync(file, WORKER);
    workers = await openWorkers(1, data, pathToFileURL(file));
  });

  afterAll(async () => {
    await workers.setter.stop();
    rmSync(folder, { recursive: true });
  });

  it("reports an article that a worker died of, and sets those that lay ready there", async () => {
    const sets = await Promise.all(["a", "fatal", "b", "c"].map(workers.setter.set));
    expect(sets.map(({ report, code }) => [report.article, code])).toEqual([
      ["a", 0],
      ["fatal", 70],
      ["b", 0],
      ["c", 0],
    ]);
    const [diagnostic] = sets[1]?.report.diagnostics ?? [];
    expect(diagnostic?.code).toBe("app/article-broke-us");
    expect(diagnostic?.message).toContain("out of memory");
  });
});

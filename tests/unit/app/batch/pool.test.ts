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
  if (article.startsWith("fatal")) {
    setImmediate(() => {
      throw new Error("out of memory");
    });
    await new Promise(() => undefined);
  }
  const report = JSON.stringify({ article, template: "a4-3", outputs: [], diagnostics: [] });
  return { report, code: 0, drafts: [], reads: new Map() };
}
`;

const ARTICLES = ["a", "b", "fatal 1", "c", "d", "fatal 2", "e"];

describe("openWorkers", () => {
  const folder = mkdtempSync(join(tmpdir(), "umbruch-pool-"));
  const file = join(folder, "worker.mjs");
  const data = { order: { template: "a4-3" }, lasting: [] } as unknown as WorkerData;
  const opened: Hand[] = [];
  const open = async (count: number): Promise<Hand> => {
    const workers = await openWorkers(count, data, pathToFileURL(file));
    opened.push(workers);
    return workers;
  };

  beforeAll(() => {
    writeFileSync(file, WORKER);
  });

  afterAll(async () => {
    await Promise.all(opened.map(({ setter }) => setter.stop()));
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["idle", 1, 0],
    ["busy", 1, 200],
    ["busy, with two workers", 2, 200],
  ])(
    "reports each article that a worker died of, and no other, while the thread that deals out is %s",
    async (_, count, ms) => {
      const { setter } = await open(count);
      const all = Promise.all(ARTICLES.map(setter.set));
      await new Promise(setImmediate);
      for (const end = Date.now() + ms; Date.now() < end;);
      const sets = await all;
      expect(sets.map(({ report, code }) => [report.article, code])).toEqual(
        ARTICLES.map((article) => [article, article.startsWith("fatal") ? 70 : 0]),
      );
      const [diagnostic] = sets[2]?.report.diagnostics ?? [];
      expect(diagnostic?.code).toBe("app/article-broke-us");
      expect(diagnostic?.message).toContain("out of memory");
    },
  );

  it("sets nothing any more when it has been stopped", async () => {
    const { setter } = await open(1);
    await setter.set("a");
    await setter.stop();
    const told = setter.set("b").then(() => "set");
    const later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => "nothing");
    expect(await Promise.race([told, later])).toBe("nothing");
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkers } from "../../../../src/app/batch/pool.ts";
import type { Diagnostic } from "../../../../src/base/index.ts";
import type { Hand } from "../../../../src/app/batch/setter.ts";
import type { WorkerData } from "../../../../src/app/batch/work.ts";

/** Sets one article after the other, in no time; „fatal“ is the end of it. */
const WORKER = `
let last = Promise.resolve();
export default (article) => (last = last.then(() => set(article)));
async function set(article) {
  if (article === undefined) return;
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
  const complaints: string[] = [];
  /** What sets where no worker does. */
  const instead = {
    setter: {
      set: (article: string) => {
        const report = { article, template: "here", outputs: [], diagnostics: [] };
        return Promise.resolve({ report, code: 0, drafts: [], reads: new Map<string, string>() } as const);
      },
    },
    complain: ({ code, message }: Diagnostic) => complaints.push(`${code} ${message}`),
  };
  const open = async (count: number, worker = file): Promise<Hand> => {
    const workers = await openWorkers(count, data, instead, pathToFileURL(worker));
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
      expect(complaints).toEqual([]);
    },
  );

  it.each([
    ["is missing", undefined, "Cannot find module"],
    ["is faulty", "throw new Error('no room for it')", "no room for it"],
  ])("goes on without workers where their file %s, and says so once", async (state, text, reason) => {
    const other = join(folder, `${state}.mjs`);
    if (text !== undefined) writeFileSync(other, text);
    complaints.length = 0;
    const { setter } = await open(2, other);
    const sets = await Promise.all(["a", "b", "c", "d"].map(setter.set));
    expect(sets.map(({ report }) => `${report.article} ${report.template}`)).toEqual([
      "a here",
      "b here",
      "c here",
      "d here",
    ]);
    expect(complaints).toEqual([expect.stringContaining(reason)]);
    expect(complaints[0]).toContain("app/no-workers");
  });

  it("sets nothing any more when it has been stopped", async () => {
    const { setter } = await open(1);
    await setter.set("a");
    await setter.stop();
    const told = setter.set("b").then(() => "set");
    const later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => "nothing");
    expect(await Promise.race([told, later])).toBe("nothing");
  });
});

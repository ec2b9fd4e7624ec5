import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkers } from "../../../../src/app/batch/pool.ts";
import type { Diagnostic } from "../../../../src/base/index.ts";
import type { Hand } from "../../../../src/app/batch/setter.ts";
import type { WorkerData } from "../../../../src/app/batch/work.ts";

/** Sets one article after the other, in no time; „fatal“ is the end of it, „silent“ one without a word. */
const WORKER = `
import { parentPort } from "node:worker_threads";
let last = Promise.resolve();
parentPort.on("message", (task) => (last = last.then(() => set(task))));
parentPort.postMessage("ready");
async function set({ number, article }) {
  await new Promise((resolve) => setTimeout(resolve, 5));
  if (article.startsWith("silent")) process.exit(0);
  if (article.startsWith("fatal")) {
    setImmediate(() => {
      throw new Error("out of memory");
    });
    await new Promise(() => undefined);
  }
  const report = JSON.stringify({ article, template: "a4-3", outputs: [], diagnostics: [] });
  parentPort.postMessage({ number, parcel: { report, code: 0, drafts: [], reads: new Map() } });
}
`;

const ARTICLES = ["a", "b", "fatal 1", "c", "d", "silent", "e"];
const isDeadly = (article: string): boolean => /^(?:fatal|silent)/.test(article);

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
  const open = (count: number, worker = file): Hand => {
    const workers = openWorkers(count, data, instead, pathToFileURL(worker));
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
      const { setter } = open(count);
      const all = Promise.all(ARTICLES.map(setter.set));
      await new Promise(setImmediate);
      for (const end = Date.now() + ms; Date.now() < end;);
      const sets = await all;
      expect(sets.map(({ report, code }) => [report.article, code])).toEqual(
        ARTICLES.map((article) => [article, isDeadly(article) ? 70 : 0]),
      );
      const found = sets.flatMap(({ report: { diagnostics } }) => diagnostics);
      expect(found.map(({ code }) => code)).toEqual(["app/article-broke-us", "app/article-broke-us"]);
      expect(found[0]?.message).toContain("out of memory");
      expect(found[1]?.message).toContain("the worker ended by itself, with exit code 0");
      expect(complaints).toEqual([]);
    },
  );

  it.each([
    ["is missing", undefined, "Cannot find module"],
    ["is faulty", "throw new Error('no room for it')", "no room for it"],
    ["ends at once", "process.exit(0)", "the worker ended by itself, with exit code 0"],
  ])("goes on without workers where their file %s, and says so once", async (state, text, reason) => {
    const other = join(folder, `${state}.mjs`);
    if (text !== undefined) writeFileSync(other, text);
    complaints.length = 0;
    const sets = await Promise.all(["a", "b", "c", "d"].map(open(2, other).setter.set));
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
    const { setter } = open(1);
    await setter.set("a");
    await setter.stop();
    const told = setter.set("b").then(() => "set");
    const later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => "nothing");
    expect(await Promise.race([told, later])).toBe("nothing");
  });
});

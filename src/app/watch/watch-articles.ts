import { dirname, resolve } from "node:path";
import type { World } from "../../pipeline.ts";
import { runBatch } from "../batch/run-batch.ts";
import type { RightsOrder } from "../rights.ts";
import type { RunOrder, RunResult } from "../run.ts";
import { articlesAt, isArticle } from "../workspace.ts";
import { FolderWatch } from "./folder-watch.ts";
import { rememberingWorld } from "./remembering-world.ts";

/** What a watch is asked to do, each time it sets. */
export interface WatchOrder extends Omit<RunOrder, "rights"> {
  /** How rights are judged now: while one watches, an embargo may end. */
  readonly rights: () => RightsOrder;
}

/** What became of an article that was set again. */
export interface SetAgain extends RunResult {
  /** From the first look at its files until all its pages were written. */
  readonly milliseconds: number;
}

/**
 * Sets articles, and each of them again whenever one of the files it is made from changes: its own, its pictures, template and
 * print condition with those they extend, a profile; also one that was looked for and not found. Ends when `signal` says so.
 */
export async function* watchArticles(world: World, order: WatchOrder, signal: AbortSignal): AsyncGenerator<SetAgain> {
  const memory = rememberingWorld(world);
  const madeFrom = new Map<string, ReadonlySet<string>>();
  const folders = new FolderWatch((path) => isArticle(path) || [...madeFrom.values()].some((files) => files.has(path)));
  signal.addEventListener("abort", () => {
    folders.close();
  });
  for (let changed: ReadonlySet<string> = new Set(); !signal.aborted; changed = await folders.changed()) {
    for (const path of changed) memory.forget(path);
    // Followed before anything is read: what is saved meanwhile is set once more.
    folders.follow(foldersOf(order, madeFrom));
    const articles = order.articles.flatMap((path) => articlesAt(path));
    for (const article of articles.filter((one) => isTouched(madeFrom.get(one), changed))) {
      if (signal.aborted) return;
      const began = performance.now();
      const files = memory.begin();
      madeFrom.set(article, files);
      for await (const result of runBatch(memory.world, { ...order, rights: order.rights(), articles: [article] }))
        yield { ...result, milliseconds: performance.now() - began };
      folders.follow(foldersOf(order, madeFrom));
    }
  }
}

function isTouched(files: ReadonlySet<string> | undefined, changed: ReadonlySet<string>): boolean {
  return files === undefined || [...changed].some((path) => files.has(path));
}

/** Where articles may come, and where the files lie that they were made from. */
function foldersOf({ articles }: WatchOrder, madeFrom: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const given = articles.map((path) => (articlesAt(path)[0] === path ? dirname(resolve(path)) : resolve(path)));
  const files = [...madeFrom.values()].flatMap((paths) => [...paths]);
  return new Set([...given, ...files.map((path) => dirname(path))]);
}

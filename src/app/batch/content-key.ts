import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { VERSION, type Outcome } from "../../base/index.ts";
import { DEFAULT_CONDITION, openPress, openTemplate, type World } from "../../pipeline.ts";
import type { RunOrder } from "../run.ts";
import { packageRoot } from "../workspace.ts";
import { hashOf } from "./drafts.ts";
import { traceReads, type Reads } from "./trace-reads.ts";

/** All that two articles of a run have in common, and that their pages depend on. */
export interface Common {
  /** Hash of the engine and of how the run was ordered, without its articles. */
  readonly order: string;
  /** The files of the design and of the print condition. */
  readonly reads: Reads;
}

/** What the articles of a run have in common; undefined with the reasons when its design or print condition cannot be used. */
export function commonOf(world: World, order: RunOrder): Outcome<Common | undefined> {
  const traced = traceReads(world);
  const template = openTemplate(traced.world, order.template);
  const press = openPress(traced.world, order.condition ?? DEFAULT_CONDITION, order.icc);
  const diagnostics = [...template.diagnostics, ...press.diagnostics];
  if (template.value === undefined || press.value === undefined) return { value: undefined, diagnostics };
  return { value: { order: hashOf(JSON.stringify([engine(), lastingOf(order)])), reads: traced.take() }, diagnostics };
}

/**
 * What of an order must be the same for the same result. The moment of a run need not be: an embargo that is over stays over,
 * and an article that is held back is on no record.
 */
function lastingOf({ rights, ...order }: RunOrder): object {
  const { now, ignoreEmbargo } = rights;
  return { ...order, articles: [], ignoreEmbargo, ...(now.kind === "day" && { day: now.day }) };
}

/** What a journal knows an article by: the same article, ordered in the same way, whatever stands in it. */
export function orderKey({ order }: Common, article: string): string {
  return hashOf(`${order} ${article}`).slice(0, 32);
}

/** What an article's files and report follow from, as one hash: the same key, the same bytes. */
export function contentKey({ order }: Common, article: string, reads: Reads): string {
  const sorted = [...reads].sort(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(JSON.stringify([order, article, sorted]));
}

/** The files that were read for an article, as they are now. */
export function readAgain(world: World, paths: readonly string[]): Reads {
  const traced = traceReads(world);
  for (const path of paths) traced.world.read(path);
  return traced.take();
}

/**
 * The engine to the byte: its version, its code and bundled data, and Node, whose zlib packs the files. What V8 made of the code
 * when it was built is no part of it: no two builds have the same, and no page depends on it.
 */
function engine(): readonly string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = packageRoot(here);
  const folders = [here, ...["fonts", "templates", "conditions"].map((folder) => join(root, folder))];
  return [VERSION, process.version, ...folders.flatMap(hashesIn)];
}

function hashesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".code"))
    .map(({ name }) => `${name} ${hashOf(readFileSync(join(folder, name)))}`)
    .sort();
}

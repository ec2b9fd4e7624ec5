import { cannotWrite } from "../cannot-write.ts";
import { report } from "../../base/index.ts";
import type { World } from "../../pipeline.ts";
import { EXIT, gravest } from "../exit-codes.ts";
import { failed, type RunOrder, type RunResult } from "../run.ts";
import { takesFiles, type BatchFolder } from "./batch-folder.ts";
import type { Common } from "./content-key.ts";
import { discardDrafts, settleDrafts } from "./drafts.ts";
import { NO_ARTICLES } from "./findings.ts";
import type { JournalEntry } from "./journal.ts";
import { unpackReport } from "./pack-report.ts";
import { publish, type Taken } from "./publish.ts";
import { onRecord, record } from "./record.ts";
import type { SetArticle, Setter } from "./setter.ts";

/** What a run works with. */
export interface Run {
  readonly world: World;
  readonly order: RunOrder;
  readonly setter: Setter;
  /** Only where a batch is written. */
  readonly batch?: { readonly folder: BatchFolder; readonly common: Common; readonly isForced: boolean };
}

/** An article's path, or an input that is no article. */
export type Item = { readonly article: string } | { readonly nothing: string };

/** An item whose turn has not come: what is to be told of it, what is on record, or what was set. */
export type Begun =
  | { readonly kind: "told"; readonly result: RunResult }
  | { readonly kind: "kept"; readonly entry: JournalEntry }
  | { readonly kind: "set"; readonly set: SetArticle };

export interface Finished extends RunResult {
  /** Whether it is on record from an earlier run, and was not set again. */
  readonly isKept: boolean;
  /** Whether going on is of no use: the folder takes nothing more, or the run cannot even begin. */
  readonly isBlocked: boolean;
}

/** What can be done before those in front are finished: look the article up, or else set it. */
export async function begin(item: Item, { world, order, setter, batch }: Run): Promise<Begun> {
  if ("nothing" in item) {
    const none = report(NO_ARTICLES, `${item.nothing} holds no articles`);
    return { kind: "told", result: failed(item.nothing, order.template, EXIT.input, none) };
  }
  if (batch === undefined) return { kind: "set", set: await setter.set(item.article) };
  // However many are on record, signals are heard between them.
  await new Promise(setImmediate);
  const entry = batch.isForced ? undefined : onRecord(batch.folder.journal, batch.common, world, item.article);
  if (entry !== undefined) return { kind: "kept", entry };
  return { kind: "set", set: await setDurably(setter, item.article) };
}

/** What has a name must have its bytes, also after a power cut. */
async function setDurably(setter: Setter, article: string): Promise<SetArticle> {
  const set = await setter.set(article);
  try {
    await settleDrafts(set.drafts);
    return set;
  } catch (error) {
    discardDrafts(set.drafts);
    return { ...set, ...unwritten(set, article, error), drafts: [] };
  }
}

function unwritten({ report: told, code }: RunResult, path: string, error: unknown): RunResult {
  const diagnostics = [...told.diagnostics, cannotWrite(path, error)];
  return { report: { ...told, outputs: [], diagnostics }, code: gravest([EXIT.output, code]) };
}

/** What is done in the order of the inputs: files get their names, the journal its line. */
export async function finish(begun: Begun, run: Run, taken: Taken): Promise<Finished> {
  if (begun.kind === "told") return { ...begun.result, isKept: false, isBlocked: false };
  if (begun.kind === "set") return conclude(begun.set, run, taken);
  const { article, outputs, code, report: packed } = begun.entry;
  // An article in front has just taken its file.
  if (outputs.some(([path]) => taken.has(path))) return conclude(await run.setter.set(article), run, taken);
  for (const [path] of outputs) taken.set(path, article);
  return { report: unpackReport(packed), code, isKept: true, isBlocked: false };
}

function conclude(set: SetArticle, { batch }: Run, taken: Taken): Finished {
  const published = publish(set, taken);
  const result = batch ? recorded(batch, set, published) : published;
  const isBlocked = batch !== undefined && result.code === EXIT.output && !takesFiles(batch.folder.path);
  return { ...result, isKept: false, isBlocked };
}

/** Without a line in the journal the article is set again next time, which is a pity and no harm. */
function recorded({ folder, common }: NonNullable<Run["batch"]>, set: SetArticle, result: RunResult): RunResult {
  try {
    record(folder.journal, common, set, result);
    return result;
  } catch (error) {
    const diagnostics = [...result.report.diagnostics, cannotWrite(folder.path, error)];
    return { report: { ...result.report, diagnostics }, code: gravest([EXIT.output, result.code]) };
  }
}

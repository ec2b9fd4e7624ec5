import type { World } from "../../pipeline.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { RunResult } from "../run.ts";
import { contentKey, orderKey, readAgain, type Common } from "./content-key.ts";
import { hashOf } from "./drafts.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import { packReport } from "./pack-report.ts";
import type { SetArticle } from "./setter.ts";

/**
 * What may be kept of a run for the next: what follows from the article and the order alone. That a file was taken or could not
 * be written, that the day had not come yet, or a bug of ours is found out anew.
 */
const LASTING: ReadonlySet<ExitCode> = new Set([EXIT.done, EXIT.findings, EXIT.doesNotFit, EXIT.input]);

/** Puts a finished article on record. Throws the system's error when it cannot. */
export function record(journal: Journal, common: Common, set: SetArticle, { report, code }: RunResult): void {
  if (!LASTING.has(code)) return;
  const { article } = report;
  journal.add({
    order: orderKey(common, article),
    key: contentKey(common, article, set.reads),
    article,
    reads: [...set.reads.keys()].filter((path) => !common.reads.has(path)),
    outputs: set.drafts.map(({ path, hash }) => [path, hash]),
    code,
    report: packReport(report),
  });
}

/** What is on record of an article, if all that it followed from is as it was, and its files are as they were written. */
export function onRecord(journal: Journal, common: Common, world: World, article: string): JournalEntry | undefined {
  const entry = journal.find(orderKey(common, article));
  if (entry === undefined) return undefined;
  const reads = new Map([...common.reads, ...readAgain(world, entry.reads)]);
  if (contentKey(common, article, reads) !== entry.key) return undefined;
  const isThere = ([path, hash]: JournalEntry["outputs"][number]): boolean => {
    const bytes = world.read(path);
    return bytes !== undefined && hashOf(bytes) === hash;
  };
  return entry.outputs.every(isThere) ? entry : undefined;
}

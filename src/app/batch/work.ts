import type { RunOrder } from "../run.ts";
import { openWorld } from "../workspace.ts";
import { draftAsThread } from "./drafts.ts";
import { packReport } from "./pack-report.ts";
import { withPiped, type PipedArticle } from "./piped.ts";
import { setHere, tracedSetter, type SetArticle } from "./setter.ts";

/** What every worker of a batch is told at its beginning. */
export interface WorkerData {
  readonly order: RunOrder;
  /** Paths of the files that are read once for all articles. */
  readonly lasting: readonly string[];
  readonly piped?: PipedArticle;
}

/** What a worker hands back; reports travel packed, for each of their findings holds the article's whole text. */
export type Parcel = Omit<SetArticle, "report"> & { readonly report: string };

/** How a worker sets one article; `thread` is its number. */
export function openWorker(
  { order, lasting, piped }: WorkerData,
  thread: number,
): (article: string) => Promise<Parcel> {
  draftAsThread(thread);
  // Several articles lie ready here, and what one of them reads must not count as another's.
  const { set } = setHere(tracedSetter(withPiped(openWorld(), piped), order, new Set(lasting)));
  return async (article) => {
    const { report, ...made } = await set(article);
    return { ...made, report: packReport(report) };
  };
}

import { unpackReport } from "./pack-report.ts";
import { broken, never, type Hand, type SetArticle } from "./setter.ts";
import type { Parcel, WorkerData } from "./work.ts";

/** The file of the workers, which the build puts beside this one. */
const WORKER = "./batch-worker.js";

/**
 * How many articles a worker may have: the next ones lie ready while the thread that deals them out, and sets as well, has its hands
 * full; the more lie there, the longer the others wait for the last worker.
 */
const ROOM = 3;

/** Workers that set, each with a world of its own. One that dies takes the article with it that it was setting, and another takes its place. */
export async function openWorkers(
  count: number,
  data: WorkerData,
  worker = new URL(WORKER, import.meta.url),
): Promise<Hand> {
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename: worker.href,
    workerData: data,
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: ROOM,
    isolateWorkers: false,
    // A worker that waits by blocking would never turn its loop, and pdfkit's documents would stay alive.
    useAtomics: false,
  });
  let isStopped = false;
  const causes = new WeakSet<object>();
  const set = async (article: string): Promise<SetArticle> => {
    try {
      const { report, ...made } = (await pool.run(article)) as Parcel;
      return { ...made, report: unpackReport(report) };
    } catch (error) {
      if (isStopped) return never();
      // Workers set in the order of their articles, and all articles of one that dies hear of the same cause: the first was under way,
      // the others lay ready.
      if (error instanceof Error && causes.has(error)) return set(article);
      if (error instanceof Error) causes.add(error);
      return { ...broken(article, data.order, error), reads: new Map() };
    }
  };
  const stop = (): Promise<void> => {
    isStopped = true;
    return pool.destroy();
  };
  return { setter: { set, stop }, room: ROOM * count };
}

import type { Tinypool } from "tinypool";
import { unpackReport } from "./pack-report.ts";
import { broken, never, type Hand, type SetArticle } from "./setter.ts";
import type { Parcel, WorkerData } from "./work.ts";

/** The file of the workers, which the build puts beside this one. */
const WORKER = "./batch-worker.js";

/**
 * How many articles a worker may have: the next ones lie ready while the thread that deals them out sets one itself; the more lie
 * there, the longer the others wait for the last worker.
 */
const ROOM = 3;

/** Workers that set, each with a world of its own. One that dies takes its article with it, and another takes its place. */
export async function openWorkers(
  count: number,
  data: WorkerData,
  worker = new URL(WORKER, import.meta.url),
): Promise<Hand> {
  const { Tinypool } = await import("tinypool");
  const open = (room: number): Tinypool =>
    new Tinypool({
      filename: worker.href,
      workerData: data,
      minThreads: count,
      maxThreads: count,
      concurrentTasksPerWorker: room,
      isolateWorkers: false,
      // A worker that waits by blocking would never turn its loop, and pdfkit's documents would stay alive.
      useAtomics: false,
    });
  let isStopped = false;
  const pool = open(ROOM);
  // Which of its articles a worker died of cannot be told. From then on others get one at a time, also those that it had.
  let careful: Tinypool | undefined;
  const loseOne = (): void => {
    if (!isStopped) careful ??= open(1);
  };
  // A result that comes when its worker is dead already.
  pool.on("error", loseOne);

  const set = async (article: string): Promise<SetArticle> => {
    if (isStopped) return never();
    const present = careful ?? pool;
    try {
      const { report, ...made } = (await present.run(article)) as Parcel;
      return { ...made, report: unpackReport(report) };
    } catch (error) {
      if (isStopped) return never();
      if (present !== pool) return { ...broken(article, data.order, error), reads: new Map() };
      loseOne();
      return set(article);
    }
  };
  const stop = async (): Promise<void> => {
    isStopped = true;
    await Promise.all([pool.destroy(), careful?.destroy()]);
  };
  return { setter: { set, stop }, room: ROOM * count };
}

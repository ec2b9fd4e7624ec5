import { unpackReport } from "./pack-report.ts";
import { broken, never, type SetArticle, type Setter } from "./setter.ts";
import type { Parcel, WorkerData } from "./work.ts";

/** The file of the workers, which the build puts beside this one. */
const WORKER = "./batch-worker.js";

/** Sets in workers, each with a world of its own. One that dies takes its article with it, and another takes its place. */
export async function setInWorkers(jobs: number, data: WorkerData): Promise<Setter> {
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename: new URL(WORKER, import.meta.url).href,
    workerData: data,
    minThreads: jobs,
    maxThreads: jobs,
    isolateWorkers: false,
    // A worker that waits by blocking would never turn its loop, and pdfkit's documents would stay alive.
    useAtomics: false,
  });
  let isStopped = false;
  const set = async (article: string): Promise<SetArticle> => {
    try {
      const { report, ...made } = (await pool.run(article)) as Parcel;
      return { ...made, report: unpackReport(report) };
    } catch (error) {
      if (isStopped) return never();
      return { ...broken(article, data.order, error), reads: new Map() };
    }
  };
  return {
    set,
    stop: () => {
      isStopped = true;
      return pool.destroy();
    },
  };
}

import type { Tinypool } from "tinypool";
import { report, type Diagnostic } from "../../base/index.ts";
import { NO_WORKERS } from "./findings.ts";
import { unpackReport } from "./pack-report.ts";
import { broken, never, type Hand, type SetArticle, type Setter } from "./setter.ts";
import type { Parcel, WorkerData } from "./work.ts";

/** The file of the workers, which the build puts beside this one. */
const WORKER = "./batch-worker.js";

/**
 * How many articles a worker may have: the next ones lie ready while the thread that deals them out sets one itself; the more lie
 * there, the longer the others wait for the last worker.
 */
const ROOM = 3;

/** What is done where workers cannot be had. */
export interface Instead {
  /** Who sets then. */
  readonly setter: Pick<Setter, "set">;
  readonly complain: (finding: Diagnostic) => void;
}

/**
 * Workers that set, each with a world of its own. One that dies takes its article with it, and another takes its place. Where none can
 * start, that is said, and others set.
 */
export async function openWorkers(
  count: number,
  data: WorkerData,
  instead: Instead,
  worker = new URL(WORKER, import.meta.url),
): Promise<Hand> {
  const { Tinypool } = await import("tinypool");
  let isStopped = false;
  // Which of its articles a worker died of cannot be told. From then on others get one at a time, also those that it had.
  let careful: Crew | undefined;
  const loseOne = (): void => {
    if (!isStopped) careful ??= openCrew(1);
  };
  const openCrew = (room: number): Crew => {
    const pool = new Tinypool({
      filename: worker.href,
      workerData: data,
      minThreads: count,
      maxThreads: count,
      concurrentTasksPerWorker: room,
      isolateWorkers: false,
      // A worker that waits by blocking would never turn its loop, and pdfkit's documents would stay alive.
      useAtomics: false,
    });
    let isAtWork = false;
    // As of a result that comes when its worker is dead already.
    pool.on("error", () => {
      if (isAtWork) loseOne();
    });
    const hasStarted = pool.run(undefined).then(
      () => (isAtWork = true),
      (error: unknown) => {
        // The pool would try again without end.
        void pool.destroy();
        if (!isStopped) instead.complain(report(NO_WORKERS, `a worker cannot start: ${firstLine(error)}`));
        return false;
      },
    );
    return { pool, hasStarted };
  };
  const crew = openCrew(ROOM);

  const set = async (article: string): Promise<SetArticle> => {
    const present = careful ?? crew;
    const hasStarted = await present.hasStarted;
    if (isStopped) return never();
    if (!hasStarted) return instead.setter.set(article);
    try {
      const { report: packed, ...made } = (await present.pool.run(article)) as Parcel;
      return { ...made, report: unpackReport(packed) };
    } catch (error) {
      if (isStopped) return never();
      if (present !== crew) return { ...broken(article, data.order, error), reads: new Map() };
      loseOne();
      return set(article);
    }
  };
  const stop = async (): Promise<void> => {
    isStopped = true;
    await Promise.all([crew.pool.destroy(), careful?.pool.destroy()]);
  };
  return { setter: { set, stop }, room: ROOM * count };
}

/** Workers, and whether they have come to be. */
interface Crew {
  readonly pool: Tinypool;
  readonly hasStarted: Promise<boolean>;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

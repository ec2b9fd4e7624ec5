import { Worker } from "node:worker_threads";
import { report, type Diagnostic } from "../../base/index.ts";
import { NO_WORKERS } from "./findings.ts";
import { READY, type FromWorker, type ToWorker } from "./messages.ts";
import { unpackReport } from "./pack-report.ts";
import { broken, never, type Hand, type SetArticle, type Setter } from "./setter.ts";
import type { WorkerData } from "./work.ts";

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
 * Workers that set, each with a world of its own. One that ends, for whatever reason, takes its article with it, and another takes
 * its place. Where none can be started, or goes on as soon as it has, that is said once and others set.
 */
export function openWorkers(
  count: number,
  data: WorkerData,
  instead: Instead,
  file = new URL(WORKER, import.meta.url),
): Hand {
  const pool = new Pool(file, data, instead);
  for (let number = 0; number < count; number++) pool.start();
  return { setter: { set: (article) => pool.set(article), stop: () => pool.stop() }, room: ROOM * count };
}

/** An article that is to be set, and who waits for it. */
interface Task {
  readonly article: string;
  readonly done: (set: SetArticle | Promise<SetArticle>) => void;
}

interface Thread {
  readonly worker: Worker;
  /** What it has, by number. */
  readonly tasks: Map<number, Task>;
  isReady: boolean;
  hasSet: boolean;
  /** Whether it was given the one article that it has when it had none: then it can have died of no other. */
  isAlone: boolean;
}

class Pool {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Task[] = [];
  private room = ROOM;
  private tasks = 0;
  private isStopped = false;
  private hasFailed = false;

  constructor(
    private readonly file: URL,
    private readonly data: WorkerData,
    private readonly instead: Instead,
  ) {}

  set(article: string): Promise<SetArticle> {
    if (this.isStopped) return never();
    return new Promise((done) => {
      this.waiting.push({ article, done });
      this.deal();
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(Array.from(this.threads, ({ worker }) => worker.terminate()));
  }

  start(): void {
    let reason: unknown;
    try {
      const worker = new Worker(this.file, { workerData: this.data });
      const thread = { worker, tasks: new Map<number, Task>(), isReady: false, hasSet: false, isAlone: false };
      this.threads.add(thread);
      worker.on("message", (message: FromWorker) => {
        this.hear(thread, message);
      });
      worker.on("error", (error) => {
        reason = error;
      });
      // What it said before it ended has been heard by then.
      worker.on("exit", (code) => {
        this.bury(thread, reason ?? new Error(`the worker ended by itself, with exit code ${code}`));
      });
    } catch (error) {
      this.doWithout(error);
    }
  }

  /** Gives the articles that wait to the threads that have least. */
  private deal(): void {
    while (this.waiting.length > 0) {
      const free = [...this.threads].filter(({ isReady, tasks }) => isReady && tasks.size < this.room);
      const [thread] = free.sort((a, b) => a.tasks.size - b.tasks.size);
      if (thread === undefined) break;
      const task = this.waiting.shift();
      if (task === undefined) break;
      const number = ++this.tasks;
      thread.isAlone = thread.tasks.size === 0 && this.room === 1;
      thread.tasks.set(number, task);
      thread.worker.postMessage({ number, article: task.article } satisfies ToWorker);
    }
    if (this.hasFailed && this.threads.size === 0)
      for (const { article, done } of this.waiting.splice(0)) done(this.instead.setter.set(article));
  }

  private hear(thread: Thread, message: FromWorker): void {
    if (message === READY) thread.isReady = true;
    else {
      const { report: packed, ...made } = message.parcel;
      thread.hasSet = true;
      thread.tasks.get(message.number)?.done({ ...made, report: unpackReport(packed) });
      thread.tasks.delete(message.number);
    }
    this.deal();
  }

  /** Which of several articles a worker died of cannot be told. From then on each gets one at a time, also those that it had. */
  private bury(thread: Thread, reason: unknown): void {
    this.threads.delete(thread);
    if (this.isStopped) return;
    const left = [...thread.tasks.values()];
    if (thread.isAlone)
      for (const { article, done } of left) done({ ...broken(article, this.data.order, reason), reads: new Map() });
    else this.waiting.unshift(...left);
    if (thread.hasSet || left.length > 0) {
      this.room = 1;
      this.start();
    } else this.doWithout(reason);
    this.deal();
  }

  private doWithout(reason: unknown): void {
    if (!this.hasFailed) {
      const message = reason instanceof Error ? reason.message : String(reason);
      this.instead.complain(report(NO_WORKERS, `a worker cannot start: ${message.split("\n")[0]}`));
    }
    this.hasFailed = true;
  }
}

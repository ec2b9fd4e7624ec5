import { parentPort, threadId, workerData } from "node:worker_threads";
import { loadBundle } from "../launch/load-bundle.ts";
import { READY, type FromWorker, type ToWorker } from "./messages.ts";
import type { WorkerData } from "./work.ts";

const set = loadBundle().openWorker(workerData as WorkerData, threadId);
const say = (message: FromWorker): void => parentPort?.postMessage(message);

parentPort?.on("message", ({ number, article }: ToWorker) => {
  // What cannot be set is a result, too; a worker that fails at giving one is none.
  void set(article).then((parcel) => {
    say({ number, parcel });
  });
});
say(READY);

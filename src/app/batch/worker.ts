import { threadId } from "node:worker_threads";
import Tinypool from "tinypool";
import { loadBundle } from "../launch/load-bundle.ts";
import type { WorkerData } from "./work.ts";

const set = loadBundle().openWorker(Tinypool.workerData as WorkerData, threadId);

/** Sets one article in a worker; asked for none, it says that it has started. */
export default (article?: string) => (article === undefined ? undefined : set(article));

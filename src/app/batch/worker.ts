import { threadId } from "node:worker_threads";
import Tinypool from "tinypool";
import { loadBundle } from "../launch/load-bundle.ts";
import type { WorkerData } from "./work.ts";

/** Sets one article in a worker. */
export default loadBundle().openWorker(Tinypool.workerData as WorkerData, threadId);

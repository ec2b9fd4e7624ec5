/** What the bundle of the command holds; the launchers (umbruch.ts, batch/worker.ts) load it by `launch/load-bundle.ts`. */
export { openWorker } from "./batch/work.ts";
export { main } from "./cli.ts";

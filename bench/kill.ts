// Kills a batch with SIGKILL at 50 seeded moments, starts it again each time, and compares what it ends with to an
// undisturbed run. Ends with 1 where there is a difference. `npm run test:kill -- ARTICLES KILLS`.
import { resolve } from "node:path";
import { killBatch } from "../tests/support/killed-batch.ts";

const [articles = 1000, kills = 50] = process.argv.slice(2).map(Number);
const figures = await killBatch({ command: resolve("dist/umbruch.js"), articles, kills, jobs: [2, 1, 3], seed: 7 });
console.log(`a batch of ${articles} articles, undisturbed ${figures.seconds.toFixed(1)} s with 2 jobs`);
console.log(`${figures.kills} kills at random moments, in ${figures.batches} batches, with 2, 1 and 3 jobs in turn`);
console.log(`${figures.killedWriting} of them met files that had no names yet, ${figures.mostInFlight} at the most`);
console.log(`articles set again that were on record: ${figures.setTwice}`);
console.log(`differences from the undisturbed run in files, hashes or report: ${figures.differences.length}`);
for (const difference of figures.differences.slice(0, 20)) console.log(`  ${difference}`);
process.exitCode = figures.differences.length > 0 || figures.setTwice > 0 ? 1 : 0;

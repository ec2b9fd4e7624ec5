// Prints how fast we are beside our peers, a table for each question; docs/speed.md says what they mean. `npm run bench:speed -- cold warm`
// asks some of them alone.
import { cpus } from "node:os";
import { cold } from "./cold.ts";
import { document, memory } from "./in-processes.ts";
import { paragraphs } from "./paragraphs.ts";
import { warm } from "./warm.ts";

const QUESTIONS: Readonly<Record<string, () => string | Promise<string>>> = {
  cold,
  warm,
  document,
  memory,
  paragraphs,
};

const asked = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(QUESTIONS);
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`);
for (const name of asked) {
  const question = QUESTIONS[name];
  if (question === undefined)
    throw new Error(`there is no question ${name}; there are ${Object.keys(QUESTIONS).join(", ")}`);
  console.log(`\n${await question()}`);
}

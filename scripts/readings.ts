// Reads and checks the package's own templates and print conditions, and prints what came of it. Part of the build: a run takes it
// from there as long as the files are what they were.
import { openWorld } from "../src/app/workspace.ts";
import { readingsOf } from "../src/pipeline.ts";

process.stdout.write(JSON.stringify(readingsOf(openWorld())));

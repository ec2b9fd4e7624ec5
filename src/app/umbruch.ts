#!/usr/bin/env node
import { EXIT } from "./exit-codes.ts";
import { optimiseLater } from "./launch/bundle-script.ts";
import { endProcess } from "./launch/end-process.ts";
import { loadBundle } from "./launch/load-bundle.ts";

/** What the bundle imports of Node. */
declare const OF_NODE: readonly string[];

// A reader that has seen enough (`umbruch … | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  process.stderr.write(`the output cannot be written: ${error.message}\n`);
  process.exit(EXIT.output);
});

// V8 takes the code that Node brings of its own modules only under the flags that it was made for: with others each is compiled anew.
for (const name of OF_NODE) process.getBuiltinModule(name);
optimiseLater();

const { main } = loadBundle();
await endProcess(await main(process.argv.slice(2)));

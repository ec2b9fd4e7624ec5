#!/usr/bin/env node
import { EXIT } from "./exit-codes.ts";
import { main } from "./cli.ts";

// A reader that has seen enough (`umbruch … | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));

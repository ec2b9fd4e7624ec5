#!/usr/bin/env node
import { optimiseLater } from "./launch/bundle-script.ts";
import { loadBundle } from "./launch/load-bundle.ts";

optimiseLater();
const { EXIT, main } = loadBundle();

// A reader that has seen enough (`umbruch … | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));

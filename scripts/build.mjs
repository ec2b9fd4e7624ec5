// Bundles the command and the library into dist/, dependencies included: one start reads a few files instead of hundreds.
// With --bench the benchmarks are bundled beside them.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

const bench = process.argv.includes("--bench");

const NEVER_USED = ["brotli/decompress.js", "linebreak", "png-js"];

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: {
    umbruch: "src/app/umbruch.ts",
    "batch-worker": "src/app/batch/worker.ts",
    index: "src/index.ts",
    ...(bench && {
      "bench-speed": "bench/speed/speed.ts",
      "bench-task": "bench/speed/task.ts",
      "bench-typst-once": "bench/speed/typst-once.ts",
      "bench-setting": "bench/setting.ts",
      "bench-fit": "bench/fit.ts",
      "bench-batch": "bench/batch.ts",
      "bench-kill": "bench/kill.ts",
      "bench-archive": "bench/archive.ts",
      "bench-peers": "bench/peers/peers.ts",
      "bench-foreign": "bench/foreign/foreign.ts",
      "bench-watch": "bench/watch.ts",
      "bench-pictures": "bench/pictures/pictures.ts",
    }),
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  platform: "node",
  // Prefer modules to UMD: wrapped requires cannot be bundled.
  mainFields: ["module", "main"],
  format: "esm",
  target: "node20",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  // Some dependencies are CommonJS and ask for Node's own modules with require.
  banner: {
    js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);',
  },
  // A native library cannot be bundled, nor one that starts workers from its own files; each is loaded when it is needed.
  external: ["sharp", "tinypool"],
  // See there: they were a fifth of what is read at every start.
  alias: Object.fromEntries(NEVER_USED.map((name) => [name, "./scripts/never-used.mjs"])),
  logLevel: "warning",
});

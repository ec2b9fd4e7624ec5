// Bundles the command and the library into dist/, dependencies included: one start reads a few files instead of hundreds.
//
//   umbruch.js, batch-worker.js   launchers of the command and of a batch's workers: they load
//   late-HASH.cjs                 what the command loads only when it is needed (late.mjs)
//   command-HASH.cjs              the rest of the command, one script, with
//   command-HASH.cjs.NODE.code    what V8 compiles of it to set an article
//   NAME-HASH.packed              what it divides words with (beside.mjs)
//   index.js, chunk-*.js          the library
//
// With --bench the benchmarks are bundled beside them.
import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { basename } from "node:path";
import { build } from "esbuild";
import { beside } from "./beside.mjs";
import { late, lateParts } from "./late.mjs";

const bench = process.argv.includes("--bench");

const NEVER_USED = ["brotli/decompress.js", "linebreak", "png-js", "@noble/ciphers/aes"];

const common = {
  outdir: "dist",
  bundle: true,
  platform: "node",
  // Prefer modules to UMD: wrapped requires cannot be bundled.
  mainFields: ["module", "main"],
  target: "node20",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  // A native library cannot be bundled, nor one that starts workers from its own files; each is loaded when it is needed.
  external: ["sharp", "tinypool"],
  // See there: they were a fifth of what is read at every start.
  alias: Object.fromEntries(NEVER_USED.map((name) => [name, "./scripts/never-used.mjs"])),
  logLevel: "warning",
};

const modules = {
  ...common,
  format: "esm",
  // Some dependencies are CommonJS and ask for Node's own modules with require.
  banner: {
    js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);',
  },
};

await rm("dist", { recursive: true, force: true });

await build({ ...modules, entryPoints: { readings: "scripts/readings.ts" } });
const READINGS = execFileSync(process.execPath, ["dist/readings.js"], { encoding: "utf8" });
await rm("dist/readings.js");

const script = {
  ...common,
  entryNames: "[name]-[hash]",
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  // What is loaded when it is needed is required then: a script of node:vm may not import without a warning.
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "bundleUrl", READINGS },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  metafile: true,
};

const rest = await build({ ...script, entryNames: "late-[hash]", stdin: { ...lateParts, sourcefile: "late.js" } });
const lateFile = `./${basename(outputOf(rest))}`;
const command = await build({
  ...script,
  entryPoints: { command: "src/app/command.ts" },
  plugins: [late(lateFile), beside(common.outdir)],
});
const bundle = outputOf(command);
await writeFile(bundle, inAscii(await readFile(bundle, "utf8")));

await build({
  ...modules,
  entryPoints: {
    umbruch: "src/app/umbruch.ts",
    "batch-worker": "src/app/batch/worker.ts",
    "code-cache": "scripts/code-cache.ts",
  },
  banner: {},
  define: { BUNDLE: JSON.stringify(basename(bundle)), OF_NODE: JSON.stringify(ofNode(command)) },
});

execFileSync(process.execPath, ["dist/code-cache.js", bundle], { stdio: ["ignore", "ignore", "inherit"] });
await rm("dist/code-cache.js");

await build({
  ...modules,
  define: { READINGS },
  entryPoints: {
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
  splitting: true,
});

function outputOf({ metafile }) {
  return Object.keys(metafile.outputs)[0] ?? "";
}

/** What the modules of a bundle import of Node itself, but for what they ask for only when they need it. */
function ofNode({ metafile }) {
  const imports = Object.values(metafile.inputs).flatMap((module) => module.imports);
  const found = imports.filter(
    ({ path, external, kind }) => external && kind === "import-statement" && isBuiltin(path),
  );
  return [...new Set(found.map(({ path }) => path))];
}

/**
 * The launcher reads the bundle byte by byte, which takes a third of the time. esbuild escapes what is not ASCII but in regular
 * expressions and raw templates; there, too, an escape means the same, for our raw templates are the sources of expressions.
 */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

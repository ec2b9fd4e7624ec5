import type { Script } from "node:vm";
import type * as Command from "../command.ts";

// Asked for by name: for what a module imports of Node itself, Node makes wrappers that cost a start 5 ms.
const { readFileSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { dirname } = process.getBuiltinModule("node:path");
const vm = process.getBuiltinModule("node:vm");

/** What the bundle of the command exports. */
export type Bundle = typeof Command;

/**
 * Compiles the bundle as Node would, in a form that V8 can keep. Where `code` was made by the same V8 of the same bytes, nothing is
 * compiled; other code V8 does not take, and compiles.
 */
export function compileBundle(path: string, code?: Uint8Array): Script {
  // The build writes ASCII: a string of single bytes, which is read fastest and takes half the memory.
  const source = readFileSync(path, "latin1");
  return new vm.Script(`(function (exports, require, module, __filename, __dirname) { ${source}\n})`, {
    filename: path,
    ...(code && { cachedData: code }),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

/** Runs a compiled bundle as a CommonJS module. */
export function runBundle(script: Script, path: string): Bundle {
  const module = { exports: {} };
  const wrapper = script.runInThisContext() as (...parts: readonly unknown[]) => void;
  wrapper(module.exports, createRequire(path), module, path, dirname(path));
  return module.exports as Bundle;
}

/** Where the code of a bundle lies: V8 takes only its own, and says nothing of the machine that it was made for. */
export function codePath(path: string): string {
  const { version, platform, arch } = process;
  return `${path}.${version}-${platform}-${arch}.code`;
}

import type { Script } from "node:vm";
import type * as Command from "../command.ts";

// Asked for by name: for what a module imports of Node itself, Node makes wrappers that cost a start 5 ms.
const { readFileSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { dirname } = process.getBuiltinModule("node:path");
const v8 = process.getBuiltinModule("node:v8");
const vm = process.getBuiltinModule("node:vm");
const { crc32 } = process.getBuiltinModule("node:zlib");

/** What the bundle of the command exports. */
export type Bundle = typeof Command;

/** The V8 of Node 20, for which the budget was measured; later ones do not know the flag, and complain. */
const MEASURED = /^11\.3\./;

/** Bytes of bytecode that a function runs before V8 thinks of optimising it. */
const BUDGET = 1_000_000;

/**
 * Lets V8 optimise later. By its own measure (66 KB) a seventh of the processor's time for one page goes into machine code that is ready
 * when the page is, and where the workers of a batch take all processors, a tenth of theirs. One job alone, with a processor to
 * spare for V8, takes a twentieth longer for it. To be called before anything is compiled: code is kept for the flags that it was
 * made under.
 */
export function optimiseLater(): void {
  if (MEASURED.test(process.versions.v8)) v8.setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}

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

const SUM_BYTES = 4;

/** Code with its checksum behind it: V8 runs whatever it is given, and damaged code ends the process. */
export function withSum(code: Uint8Array): Uint8Array {
  const whole = Buffer.alloc(code.length + SUM_BYTES);
  whole.set(code);
  whole.writeUInt32BE(crc32(code), code.length);
  return whole;
}

/** The code that `withSum` closed; undefined when it is not what it was. */
export function withoutSum(bytes: Buffer): Uint8Array | undefined {
  const length = bytes.length - SUM_BYTES;
  if (length < 0) return undefined;
  const code = bytes.subarray(0, length);
  return crc32(code) === bytes.readUInt32BE(length) ? code : undefined;
}

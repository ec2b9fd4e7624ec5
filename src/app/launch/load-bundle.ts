import { codePath, compileBundle, runBundle, withoutSum, type Bundle } from "./bundle-script.ts";

/** File name of the bundle, which has a hash of its content in it: no other bundle's code is ever taken for its own. */
declare const BUNDLE: string;

const { readFileSync } = process.getBuiltinModule("node:fs");
const nodeModule = process.getBuiltinModule("node:module");
const { fileURLToPath } = process.getBuiltinModule("node:url");

/**
 * The bundle of the command, beside this file unless said otherwise, with the code that the build compiled (`scripts/code-cache.ts`).
 * A Node that it has no code for compiles the bundle, and remembers it where it can do so itself (from 22.1 on).
 */
export function loadBundle(path = fileURLToPath(new URL(BUNDLE, import.meta.url))): Bundle {
  const code = codeOf(path);
  if (code !== undefined) return runBundle(compileBundle(path, code), path);
  const { createRequire, enableCompileCache } = nodeModule as NodeModule;
  enableCompileCache?.();
  return createRequire(path)(path) as Bundle;
}

type NodeModule = typeof nodeModule & { readonly enableCompileCache?: () => void };

function codeOf(path: string): Uint8Array | undefined {
  try {
    return withoutSum(readFileSync(codePath(path)));
  } catch {
    // Built by another Node, or thinned out: it starts all the same.
    return undefined;
  }
}

// Sets an article with the bundle that is named, and keeps V8's code of what that took: a start then compiles nothing of it. Part of
// the build, in a process of its own: code is kept of functions that have run.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { codePath, compileBundle, optimiseLater, runBundle, withSum } from "../src/app/launch/bundle-script.ts";

const path = resolve(process.argv[2] ?? "");
const out = mkdtempSync(join(tmpdir(), "umbruch-build-"));
optimiseLater();
try {
  const script = compileBundle(path);
  const { main } = runBundle(script, path);
  for (const article of ["nordkorea-atomare-aufruestung", "nachtzug-wien-triest"]) {
    const code = await main(["set", `articles/${article}.txt`, "--out", out]);
    if (code !== 0) throw new Error(`${article} cannot be set: exit code ${code}`);
  }
  writeFileSync(codePath(path), withSum(script.createCachedData()));
} finally {
  rmSync(out, { recursive: true });
}

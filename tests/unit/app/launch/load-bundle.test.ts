import { existsSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codePath, compileBundle, runBundle, withoutSum, withSum } from "../../../../src/app/launch/bundle-script.ts";
import { loadBundle } from "../../../../src/app/launch/load-bundle.ts";
import { testFolder } from "../../../support/command.ts";

const folder = testFolder("launch");

/** A bundle that says where it is, what it was given, and can load what lies beside it. */
const BUNDLE = `
const { basename } = require("node:path");
exports.word = () => "ready";
exports.file = basename(__filename);
exports.beside = () => require("./beside.cjs");
`;

interface Probe {
  readonly word: () => string;
  readonly file: string;
  readonly beside: () => string;
}

function load(path: string): Probe {
  return loadBundle(path) as unknown as Probe;
}

/** Keeps the code of a bundle, as the build does, and gives what was kept. */
function keepCode(path: string): Buffer {
  const script = compileBundle(path);
  (runBundle(script, path) as unknown as Probe).word();
  const kept = withSum(script.createCachedData());
  writeFileSync(codePath(path), kept);
  return Buffer.from(kept);
}

describe("loading the bundle", () => {
  it("takes the code that was kept of it", () => {
    const path = folder.put("kept.cjs", BUNDLE);
    const code = withoutSum(keepCode(path));
    expect(compileBundle(path, code).cachedDataRejected).toBe(false);
    expect(load(path).word()).toBe("ready");
  });

  it("compiles it where no code was kept", () => {
    const path = folder.put("none.cjs", BUNDLE);
    expect(existsSync(codePath(path))).toBe(false);
    expect(load(path)).toMatchObject({ file: "none.cjs" });
  });

  it.each([
    ["empty", () => Buffer.alloc(0)],
    ["no code at all", () => Buffer.from("no code at all")],
    ["cut off", (kept: Buffer) => kept.subarray(0, kept.length >> 1)],
    ["damaged in one bit", (kept: Buffer) => kept.map((byte, index) => (index === kept.length >> 1 ? byte ^ 1 : byte))],
  ])("compiles it where what was kept is %s", (name, spoil) => {
    const path = folder.put(`${name}.cjs`, BUNDLE);
    const spoiled = spoil(keepCode(path));
    writeFileSync(codePath(path), spoiled);
    // Another text, for what V8 has compiled in this process it does not compile again.
    writeFileSync(path, BUNDLE.replace("ready", "other"));
    expect(withoutSum(Buffer.from(spoiled))).toBeUndefined();
    expect(load(path).word()).toBe("other");
  });

  it("compiles it where what was kept is of another V8", () => {
    const path = folder.put("foreign.cjs", BUNDLE);
    const code = withoutSum(keepCode(path))?.map((byte, index) => (index === 4 ? byte ^ 255 : byte));
    writeFileSync(codePath(path), withSum(code ?? new Uint8Array()));
    writeFileSync(path, BUNDLE.replace("ready", "other"));
    expect(compileBundle(path, code).cachedDataRejected).toBe(true);
    expect(load(path).word()).toBe("other");
  });

  it("lets it load what lies beside it, whether compiled or kept", () => {
    const path = folder.put("loads.cjs", BUNDLE);
    folder.put("beside.cjs", 'module.exports = "beside";');
    keepCode(path);
    expect(load(path).beside()).toBe("beside");
    rmSync(codePath(path));
    expect(load(path).beside()).toBe("beside");
  });

  it("names in a trace the file and the line of the bundle", () => {
    const path = folder.put("throws.cjs", "\nexports.word = () => { throw new Error('a fault'); };");
    const script = compileBundle(path);
    const { word } = runBundle(script, path) as unknown as Probe;
    try {
      word();
      expect.unreachable();
    } catch (error) {
      expect((error as Error).stack).toContain("throws.cjs:2:");
    }
  });
});

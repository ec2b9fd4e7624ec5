import { mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SteadyFiles } from "../../../src/app/steady-files.ts";

let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "umbruch-steady-"));
  path = join(folder, "data.json");
  writeFileSync(path, "one");
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** As if the file had rested for so many milliseconds. */
function rest(milliseconds: number): void {
  vi.useFakeTimers({ now: Date.now() + milliseconds });
}

const textIn = (files: SteadyFiles): string => new TextDecoder().decode(files.read(path));

describe("files of the package", () => {
  it("come as the very same bytes as long as they rest", () => {
    const files = new SteadyFiles();
    rest(10_000);
    expect(files.read(path)).toBe(files.read(path));
  });

  it("are read again after a change of the same length whose times were set back", () => {
    const files = new SteadyFiles();
    const { atime, mtime } = statSync(path);
    rest(10_000);
    expect(textIn(files)).toBe("one");
    writeFileSync(path, "two");
    utimesSync(path, atime, mtime);
    expect(textIn(files)).toBe("two");
  });

  it("are read again when another file was put in their place", () => {
    const files = new SteadyFiles();
    writeFileSync(join(folder, "other.json"), "two");
    rest(10_000);
    expect(textIn(files)).toBe("one");
    renameSync(join(folder, "other.json"), path);
    expect(textIn(files)).toBe("two");
  });

  it("are read at every look while a change may hide behind the one before it", () => {
    const files = new SteadyFiles();
    const first = files.read(path);
    expect(files.read(path)).not.toBe(first);
    expect(files.read(path)).toEqual(first);
  });

  it("are not there when they are gone, and there when they are back", () => {
    const files = new SteadyFiles();
    rest(10_000);
    expect(textIn(files)).toBe("one");
    rmSync(path);
    expect(() => files.read(path)).toThrow("ENOENT");
    writeFileSync(path, "two");
    expect(textIn(files)).toBe("two");
  });
});

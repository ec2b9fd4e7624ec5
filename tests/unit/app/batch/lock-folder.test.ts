import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lockFolder } from "../../../../src/app/batch/lock-folder.ts";

const root = mkdtempSync(join(tmpdir(), "umbruch-lock-"));
afterAll(() => rmSync(root, { recursive: true }));

function folderLockedBy(text: string): string {
  const folder = mkdtempSync(join(root, "f-"));
  writeFileSync(join(folder, ".umbruch.lock"), text);
  return folder;
}

/** The number of a process that was and is no more. */
const dead = spawnSync(process.execPath, ["-e", "0"]).pid;

describe("lockFolder", () => {
  it("is had by one at a time, and leaves nothing behind", () => {
    const folder = mkdtempSync(join(root, "f-"));
    const first = lockFolder(folder);
    expect(lockFolder(folder)).toMatchObject({ holder: { pid: process.pid, host: hostname() } });
    if ("release" in first) first.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(lockFolder(folder)).toHaveProperty("release");
  });

  it.each([
    ["whose process is no more", JSON.stringify({ pid: dead, host: hostname() })],
    ["whose process's number another has now", JSON.stringify({ pid: process.pid, host: hostname(), begun: "1" })],
    ["that nobody can read", "{"],
  ])("takes over a lock %s", (_, text) => {
    expect(lockFolder(folderLockedBy(text))).toHaveProperty("release");
  });

  it("does not take over the lock of another machine, of whose processes it knows nothing", () => {
    const holder = { pid: dead, host: "anderswo" };
    expect(lockFolder(folderLockedBy(JSON.stringify(holder)))).toEqual({ holder });
  });

  it("does not release a lock that another has meanwhile", () => {
    const folder = mkdtempSync(join(root, "f-"));
    const first = lockFolder(folder);
    writeFileSync(join(folder, ".umbruch.lock"), JSON.stringify({ pid: 1, host: "anderswo" }));
    if ("release" in first) first.release();
    expect(readdirSync(folder)).toEqual([".umbruch.lock"]);
  });
});

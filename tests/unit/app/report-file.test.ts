import { execFile, execFileSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openReportFile } from "../../../src/app/report-file.ts";
import { testFolder } from "../../support/command.ts";

const { path: folder } = testFolder("report-file");

/** Has a signal reach the process without what it would do to it; gives what the process would send itself. */
function receive(signal: NodeJS.Signals): unknown[] {
  const kill = vi.spyOn(process, "kill").mockReturnValue(true);
  process.emit(signal);
  return kill.mock.calls.flat();
}

afterEach(() => vi.restoreAllMocks());

describe("a report file", () => {
  it("has its name when it is closed, and another one before", () => {
    const path = join(folder, "fertig.jsonl");
    const file = openReportFile(path);
    file.write("{}\n");
    expect(existsSync(path)).toBe(false);
    expect(file.close()).toBeUndefined();
    expect(readFileSync(path, "utf8")).toBe("{}\n");
  });

  it("is written where a link leads, and the link stays one", () => {
    writeFileSync(join(folder, "ziel.jsonl"), "alt");
    symlinkSync("ziel.jsonl", join(folder, "verweis.jsonl"));
    const file = openReportFile(join(folder, "verweis.jsonl"));
    file.write("{}\n");
    expect(file.close()).toBeUndefined();
    expect(readFileSync(join(folder, "ziel.jsonl"), "utf8")).toBe("{}\n");
    expect(lstatSync(join(folder, "verweis.jsonl")).isSymbolicLink()).toBe(true);
  });

  it("may be a pipe, and takes nobody's place then", async () => {
    const pipe = join(folder, "rohr");
    execFileSync("mkfifo", [pipe]);
    const read = promisify(execFile)("cat", [pipe]);
    const file = openReportFile(pipe);
    file.write("{}\n");
    expect(file.close()).toBeUndefined();
    expect((await read).stdout).toBe("{}\n");
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  it("is no folder", () => {
    expect(openReportFile(folder).close()).toBe("it is a folder");
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "leaves nothing behind on %s, which then ends the process",
    (signal) => {
      const path = join(folder, signal, "halb.jsonl");
      const file = openReportFile(path);
      file.write("{}\n");
      expect(readdirSync(join(folder, signal))).toHaveLength(1);
      expect(receive(signal)).toEqual([process.pid, signal]);
      expect(readdirSync(join(folder, signal))).toEqual([]);
      expect(file.close()).toMatch(/ENOENT/);
    },
  );

  it("leaves a signal to those who end the work in good order, and is then complete", () => {
    const path = join(folder, "geordnet.jsonl");
    const file = openReportFile(path);
    const own = vi.fn();
    process.once("SIGINT", own);
    expect(receive("SIGINT")).toEqual([]);
    expect(own).toHaveBeenCalledOnce();
    file.write("{}\n");
    expect(file.close()).toBeUndefined();
    expect(readFileSync(path, "utf8")).toBe("{}\n");
  });

  it("that cannot be, below something that is a file, says why when it is closed", () => {
    writeFileSync(join(folder, "datei"), "");
    const file = openReportFile(join(folder, "datei", "bericht.jsonl"));
    file.write("{}\n");
    expect(file.close()).toMatch(/EEXIST|ENOTDIR|EBADF/);
  });

  it("listens to nothing any more when it is closed", () => {
    const before = [process.listenerCount("SIGINT"), process.listenerCount("exit")];
    openReportFile(join(folder, "still.jsonl")).close();
    expect([process.listenerCount("SIGINT"), process.listenerCount("exit")]).toEqual(before);
  });
});

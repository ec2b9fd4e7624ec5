import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { draftOf } from "./draft-name.ts";
import { onEnd } from "./on-end.ts";
import { makeFolder } from "./workspace.ts";

/** A file of lines that is whole under its name, or not there at all. */
export interface ReportFile {
  readonly write: (line: string) => void;
  /** Gives the file its name, or the system's reason why it cannot be written. */
  readonly close: () => string | undefined;
}

/** Opens such a file. Until it is closed it has a temporary name, and it is gone when the process is ended before. */
export function openReportFile(path: string): ReportFile {
  const draft = draftOf(path);
  let file: number | undefined;
  let reason: string | undefined;
  const attempt = (act: () => void): void => {
    if (reason !== undefined) return;
    try {
      act();
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  };
  const discard = (): void => {
    try {
      rmSync(draft, { force: true });
    } catch {
      // Where no draft can be, none is left behind.
    }
  };
  const settled = onEnd(discard);
  attempt(() => {
    makeFolder(dirname(path));
    file = openSync(draft, "w");
  });
  return {
    write: (line) => {
      attempt(() => file !== undefined && writeSync(file, line));
    },
    close: () => {
      attempt(() => file !== undefined && closeSync(file));
      attempt(() => {
        renameSync(draft, path);
      });
      discard();
      settled();
      return reason;
    },
  };
}

import { closeSync, fstatSync, openSync, realpathSync, renameSync, rmSync, writeSync, type Stats } from "node:fs";
import { dirname } from "node:path";
import { whyUnwritten } from "./cannot-write.ts";
import { draftOf } from "./draft-name.ts";
import { onEnd } from "./on-end.ts";
import { makeFolder, statsOf } from "./workspace.ts";

/** A file of lines that is whole under its name, or not there at all. */
export interface ReportFile {
  readonly write: (line: string) => void;
  /** Gives the file its name, or the system's reason why it cannot be written. */
  readonly close: () => string | undefined;
}

/**
 * Opens such a file. Until it is closed it has a temporary name, and it is gone when the process is ended before. What is there
 * and is no file (a pipe, a terminal, /dev/null) is written into as it is: a file in its place would be the end of it.
 */
export function openReportFile(path: string): ReportFile {
  const stats = statsOf(path);
  if (stats?.isDirectory() === true) return unwritable("it is a folder");
  if (stats !== undefined && isOutput(stats))
    return unwritable("the output goes there; --format json says the same in it");
  const isStream = stats !== undefined && !stats.isFile();
  return isStream ? openLines(path) : openDraft(stats === undefined ? path : realpathSync(path));
}

/** Whether it is the file that the standard output or error is led into: as another file's place it would be lost. */
function isOutput({ dev, ino }: Stats): boolean {
  const outputs = [1, 2].map((stream) => fstatSync(stream));
  return outputs.some((output) => output.isFile() && output.dev === dev && output.ino === ino);
}

function unwritable(reason: string): ReportFile {
  return { write: () => undefined, close: () => reason };
}

function openDraft(path: string): ReportFile {
  const draft = draftOf(path);
  const discard = (): void => {
    try {
      rmSync(draft, { force: true });
    } catch {
      // Where no draft can be, none is left behind.
    }
  };
  const settled = onEnd(discard);
  const lines = openLines(draft, () => {
    makeFolder(dirname(path));
  });
  return {
    write: lines.write,
    close: () => {
      const reason =
        lines.close() ??
        reasonAgainst(() => {
          renameSync(draft, path);
        });
      discard();
      settled();
      return reason;
    },
  };
}

/** Lines that go where a path leads, as it is; the first reason against it is the last. */
function openLines(path: string, prepare?: () => void): ReportFile {
  let file: number | undefined;
  let reason: string | undefined;
  const attempt = (act: () => void): void => {
    reason ??= reasonAgainst(act);
  };
  attempt(() => {
    prepare?.();
    file = openSync(path, "w");
  });
  return {
    write: (line) => {
      attempt(() => file !== undefined && writeSync(file, line));
    },
    close: () => {
      if (file !== undefined)
        attempt(() => {
          closeSync(file as number);
        });
      return reason;
    },
  };
}

function reasonAgainst(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return whyUnwritten(error).reason;
  }
}

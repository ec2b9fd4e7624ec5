import { join } from "node:path";
import { cannotWrite } from "../cannot-write.ts";
import { report, type Diagnostic } from "../../base/index.ts";
import { makeFolder } from "../workspace.ts";
import { discardDrafts, sweepDrafts, writeDraft } from "./drafts.ts";
import { FOLDER_IN_USE } from "./findings.ts";
import { openJournal, type Journal } from "./journal.ts";
import { lockFolder, type Holder } from "./lock-folder.ts";

/** A folder that a batch writes into, as long as it does. */
export interface BatchFolder {
  readonly path: string;
  readonly journal: Journal;
  /** Lets go of it: nothing half done stays there. */
  readonly close: () => void;
}

/** Takes a folder for a batch, or says why that cannot be. */
export function openBatchFolder(folder: string): BatchFolder | Diagnostic {
  try {
    makeFolder(folder);
    const lock = lockFolder(folder);
    if ("holder" in lock) return inUse(folder, lock.holder);
    return hold(folder, lock.release);
  } catch (error) {
    return cannotWrite(folder, error);
  }
}

function inUse(folder: string, { pid, host }: Holder): Diagnostic {
  return report(FOLDER_IN_USE, `${folder} is being written to by process ${pid} on ${host}`);
}

/** However the process ends, short of being killed, the folder is tidied. */
function hold(folder: string, release: () => void): BatchFolder {
  const tidy = (): void => {
    sweepDrafts(folder, true);
    release();
  };
  process.on("exit", tidy);
  sweepDrafts(folder);
  const journal = openJournal(folder);
  const close = (): void => {
    process.off("exit", tidy);
    journal.close();
    tidy();
  };
  return { path: folder, journal, close };
}

/** More than most articles come to: where this finds no room, the next ones will not either. */
const PROBE = 1 << 20;

/** Whether a folder takes files at all, so that it is worth going on after one could not be written. */
export function takesFiles(folder: string): boolean {
  try {
    discardDrafts([writeDraft(join(folder, ".umbruch-probe"), new Uint8Array(PROBE))]);
    return true;
  } catch {
    return false;
  }
}

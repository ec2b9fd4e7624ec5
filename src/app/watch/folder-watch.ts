import { watch, type FSWatcher } from "node:fs";
import { join } from "node:path";
import { statsOf } from "../workspace.ts";

/** Milliseconds of quiet after which a save is taken for done. */
const QUIET = 20;

/** The same where a file is gone or empty: an editor is about to put another in its place. */
const UNFINISHED = 150;

/**
 * Watches folders for saves. Whole folders, for editors do not write into a file: they write another and rename it, and
 * whoever watched the file would watch what is no longer there. Events that come together are one change.
 */
export class FolderWatch {
  private readonly watchers = new Map<string, FSWatcher>();
  private pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private isSettled = false;
  private isClosed = false;
  private wake: (() => void) | undefined;

  /** `matters` tells the files whose changes count: pages that are written beside their articles, and what editors leave, do not. */
  constructor(private readonly matters: (path: string) => boolean) {}

  /** Watches these folders, and no others any more; one that is not there is left out. */
  follow(folders: Iterable<string>): void {
    const wanted = new Set(folders);
    for (const folder of this.watchers.keys()) if (!wanted.has(folder)) this.drop(folder);
    for (const folder of wanted) if (!this.watchers.has(folder)) this.open(folder);
  }

  /** The paths that changed since the last call, as soon as there are any and they have come to rest; none when it was closed. */
  async changed(): Promise<ReadonlySet<string>> {
    if (!this.isSettled && !this.isClosed) await new Promise<void>((resolve) => (this.wake = resolve));
    const found = this.isClosed ? new Set<string>() : this.pending;
    this.pending = new Set();
    this.isSettled = false;
    return found;
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    for (const folder of this.watchers.keys()) this.drop(folder);
    this.wake?.();
  }

  private open(folder: string): void {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name !== null) this.note(join(folder, name));
      });
      // A folder that is taken away ends its watch; the articles in it are reported as not there.
      watcher.on("error", () => {
        this.drop(folder);
      });
      this.watchers.set(folder, watcher);
    } catch {
      // Not there: what is looked for in it is reported where it is asked for.
    }
  }

  private drop(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private note(path: string): void {
    if (!this.matters(path)) return;
    this.pending.add(path);
    this.isSettled = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if ([...this.pending].some(isUnfinished)) this.timer = setTimeout(this.settle, UNFINISHED);
      else this.settle();
    }, QUIET);
  }

  private readonly settle = (): void => {
    this.isSettled = true;
    this.wake?.();
    this.wake = undefined;
  };
}

function isUnfinished(path: string): boolean {
  const found = statsOf(path);
  return found === undefined || found.size === 0;
}

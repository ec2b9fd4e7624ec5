import { readFileSync, statSync } from "node:fs";

/** Milliseconds that a file must have rested before it is read: the coarsest file systems count time in steps of two seconds. */
const REST = 3_000;

interface Kept {
  readonly state: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads files of the package, which hardly ever change: the very same bytes as long as the file system says that a file is as it was.
 * One that was changed just before it was read is read again, for the next change may not show. What is read is kept: do not change it.
 */
export class SteadyFiles {
  private readonly kept = new Map<string, Kept>();

  /** Throws the system's error when there is no such file. */
  read(path: string): Uint8Array {
    const { size, ino, mtimeMs, ctimeMs } = statSync(path);
    const state = `${size} ${ino} ${mtimeMs} ${ctimeMs}`;
    const known = this.kept.get(path);
    if (known?.state === state) return known.bytes;
    const began = Date.now();
    const bytes = readFileSync(path);
    if (began - Math.max(mtimeMs, ctimeMs) > REST) this.kept.set(path, { state, bytes });
    else this.kept.delete(path);
    return bytes;
  }
}

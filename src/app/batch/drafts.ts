import { createHash } from "node:crypto";
import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DRAFT, draftOf } from "../draft-name.ts";
import { makeFolder } from "../workspace.ts";
import { isRunning } from "./is-running.ts";

/** A file that is written whole, but not yet under its name. */
export interface Draft {
  readonly path: string;
  /** Where it is until then: `path.PID-THREAD-NUMBER.part`. */
  readonly draft: string;
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly hash: string;
}

let thread = 0;
let drafts = 0;

/** Says which thread this is, for a worker: threads of one process must not write the same draft. Nobody else need ask Node for it. */
export function draftAsThread(id: number): void {
  thread = id;
}

/** Writes a draft. Throws the system's error when it cannot, and leaves nothing behind. */
export function writeDraft(path: string, bytes: Uint8Array): Draft {
  makeFolder(dirname(path));
  const draft = draftOf(path, `${thread}-${++drafts}`);
  try {
    writeFileSync(draft, bytes);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return { path, draft, hash: hashOf(bytes) };
}

/** Waits until the drafts' bytes are on the disk: a name must not outlive a power cut that its bytes did not. */
export async function settleDrafts(all: readonly Draft[]): Promise<void> {
  await Promise.all(
    all.map(async ({ draft }) => {
      const file = await open(draft, "r+");
      await file.datasync().finally(() => file.close());
    }),
  );
}

/** Gives a draft its name, in place of what had it. */
export function publishDraft({ draft, path }: Draft): void {
  renameSync(draft, path);
}

/** Takes drafts away that get no name after all. */
export function discardDrafts(all: readonly Draft[]): void {
  for (const { draft } of all) rmSync(draft, { force: true });
}

/**
 * Removes what processes left in a folder that are no more; with `own`, this one's drafts of articles, too. Its report may be on
 * the way there as well, and is still to get its name.
 */
export function sweepDrafts(folder: string, own = false): void {
  for (const file of readdirSync(folder)) {
    const { pid, article } = DRAFT.exec(file)?.groups ?? {};
    if (pid === undefined) continue;
    const isOver = Number(pid) === process.pid ? own && article !== undefined : !isRunning(Number(pid));
    if (isOver) rmSync(join(folder, file), { force: true });
  }
}

/** The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal digits. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

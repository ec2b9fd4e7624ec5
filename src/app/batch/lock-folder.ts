import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { draftOf } from "../draft-name.ts";
import { isRunning } from "./is-running.ts";

/** Who writes into a folder. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the system's own count, where it tells: a number may come again, the two together do not. */
  readonly begun?: string;
}

/** A folder that is ours until we let it go, or who has it. */
export type Locked = { readonly release: () => void } | { readonly holder: Holder };

const LOCK = ".umbruch.lock";

/**
 * Takes a folder for this process: a file in it that says who has it. That of a process that is no more is taken over; of one on
 * another machine nobody can know, so it stands. Throws the system's error when the folder cannot be written to.
 */
export function lockFolder(folder: string): Locked {
  const path = join(folder, LOCK);
  const own = JSON.stringify(thisProcess());
  for (let tries = 0; tries < 5; tries++) {
    if (claim(path, own)) return { release: () => release(path, own) };
    const text = textOf(path);
    const holder = text === undefined ? undefined : holderOf(text);
    if (holder !== undefined && mayLive(holder)) return { holder };
    if (text !== undefined) takeAway(path, text);
  }
  throw new Error(`${path} changes hands too fast`);
}

/** Puts the lock there, whole, if there is none: a link has its content from the first moment, and does not replace. */
function claim(path: string, own: string): boolean {
  const draft = draftOf(path);
  writeFileSync(draft, own);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    // Some file systems (exFAT, some network shares) know no links.
    return claimWithoutLinks(path, own);
  } finally {
    rmSync(draft, { force: true });
  }
}

function claimWithoutLinks(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Two may find the same stale lock: who takes away a fresh one by mistake puts it back. */
function takeAway(path: string, stale: string): void {
  const aside = draftOf(path);
  try {
    renameSync(path, aside);
  } catch {
    // Another was faster.
    return;
  }
  const taken = textOf(aside);
  if (taken !== undefined && taken !== stale) claimWithoutLinks(path, taken);
  rmSync(aside, { force: true });
}

function release(path: string, own: string): void {
  if (textOf(path) === own) rmSync(path, { force: true });
}

function thisProcess(): Holder {
  const begun = beginningOf(process.pid);
  return { pid: process.pid, host: hostname(), ...(begun !== undefined && { begun }) };
}

function mayLive({ pid, host, begun }: Holder): boolean {
  if (host !== hostname()) return true;
  return isRunning(pid) && (begun === undefined || begun === beginningOf(pid));
}

/** Field 22 of Linux's /proc/PID/stat, counted behind the name, which may have spaces and brackets in it (proc(5)). */
function beginningOf(pid: number): string | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}

function holderOf(text: string): Holder | undefined {
  try {
    const { pid, host, begun } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== "number" || typeof host !== "string") return undefined;
    return { pid, host, ...(typeof begun === "string" && { begun }) };
  } catch {
    return undefined;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

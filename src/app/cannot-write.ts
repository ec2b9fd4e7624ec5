import { report, type Diagnostic, type Finding } from "../base/index.ts";

export const CANNOT_WRITE = {
  code: "app/cannot-write",
  severity: "error",
  when: "A file cannot be written; the message says why.",
  hint: "check that the folder exists, is a folder, may be written to, and that its disk has room",
} as const satisfies Finding;

/** Why a file cannot be written. */
interface Unwritten {
  readonly reason: string;
  /** What to try, where it is not what the finding says. */
  readonly hint?: string;
}

const RIGHTS = {
  reason: "its folder may not be written to",
  hint: "ask for the right to write there, or name another folder",
};
const FULL = { reason: "its disk is full", hint: "make room, and start the same command again" };
const IS_FILE = { reason: "a part of its path is a file, and no folder", hint: "name another folder" };
const IS_FOLDER = { reason: "there is a folder of that name", hint: "name another folder, or take that one away" };
const OPEN = { reason: "too many files are open", hint: "try it with fewer --jobs" };

/** What the system's errors mean (errno(3)). */
const REASONS: Readonly<Record<string, Unwritten>> = {
  EACCES: RIGHTS,
  EPERM: RIGHTS,
  EROFS: { reason: "its disk can only be read", hint: "name a folder on another" },
  ENOSPC: FULL,
  EDQUOT: FULL,
  EEXIST: IS_FILE,
  ENOTDIR: IS_FILE,
  EISDIR: IS_FOLDER,
  ENOTEMPTY: IS_FOLDER,
  ENOENT: { reason: "there is no such folder, and none can be made", hint: "name another folder" },
  ENAMETOOLONG: { reason: "its name is too long", hint: "shorten the article's name, or that of the folder" },
  EMFILE: OPEN,
  ENFILE: OPEN,
};

/** Why the system does not take a file, with its own word for it behind. */
export function whyUnwritten(error: unknown): Unwritten {
  const { code = "", message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) };
  const known = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return known ? { ...known, reason: `${known.reason} (${code})` } : { reason: message };
}

/** What is said of a file that the system does not take. */
export function cannotWrite(path: string, error: unknown): Diagnostic {
  const { reason, hint } = whyUnwritten(error);
  return report(CANNOT_WRITE, `${path} cannot be written: ${reason}`, undefined, hint);
}

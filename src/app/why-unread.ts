import { accessSync, constants, statSync, type Stats } from "node:fs";
import type { Unread } from "../pipeline.ts";

/** More bytes Node does not read at once. */
const MOST_BYTES = 2 ** 31 - 1;

/** Why the file system gives no bytes of a path, and what to try. */
export function whyUnread(path: string): Unread {
  try {
    const stats = statSync(path);
    accessSync(path, constants.R_OK);
    const other = otherThanFile(stats);
    if (other !== undefined) return { ...other, isMissing: false };
    return unread(
      stats.size > MOST_BYTES ? `has ${(stats.size / 1e9).toFixed(1)} GB, and at most 2.1 are read` : "cannot be read",
      "is it the right file?",
    );
  } catch (error) {
    return reasonOf(error as NodeJS.ErrnoException);
  }
}

function otherThanFile(stats: Stats): Omit<Unread, "isMissing"> | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return { reason: "is a folder, where a file is asked for", hint: "name a file in it" };
  if (stats.isFIFO()) return { reason: "is a pipe, which can be read only once", hint: INSTEAD_OF_PIPE };
  return { reason: `is a ${stats.isSocket() ? "socket" : "device"}, and no file`, hint: "name a file" };
}

const INSTEAD_OF_PIPE =
  "save it as a file; an article can come through the standard input: umbruch set - --stdin-name kim.txt";

function reasonOf({ code = "", message }: NodeJS.ErrnoException): Unread {
  switch (code) {
    case "ENOENT":
      return { ...unread("is not there", "check the path, and the name with its capitals"), isMissing: true };
    case "ENOTDIR":
      return unread("is not there: a part of its path is a file, and no folder", "check the path");
    case "EACCES":
    case "EPERM":
      return unread("may not be read", "give whoever runs the command the right to read it, and to enter its folders");
    case "ELOOP":
      return unread("is a link that leads back to itself", "name the file that is meant");
    default:
      return unread(`cannot be read: ${message}`, "check the path and its disk");
  }
}

function unread(reason: string, hint: string): Unread {
  return { reason, hint, isMissing: false };
}

import { closeSync, existsSync, fdatasyncSync, ftruncateSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { ExitCode } from "../exit-codes.ts";
import { writeWhole } from "../workspace.ts";
import { hashOf } from "./drafts.ts";

/** What is on record of a finished article. */
export interface JournalEntry {
  /** What it is found by: the article and how it was ordered. */
  readonly order: string;
  /** What it followed from; another key, another result. */
  readonly key: string;
  readonly article: string;
  /** Paths of the files that were read for it alone. */
  readonly reads: readonly string[];
  /** Paths of the files that were written, with the SHA-256 of each. */
  readonly outputs: readonly (readonly [path: string, hash: string])[];
  readonly code: ExitCode;
  /** The report, packed. */
  readonly report: string;
}

/** The record of a folder's batches: a line for each finished article, only ever added to. */
export interface Journal {
  /** The newest entry of an order. */
  readonly find: (order: string) => JournalEntry | undefined;
  /** Adds an entry. Throws the system's error when it cannot. */
  readonly add: (entry: JournalEntry) => void;
  readonly close: () => void;
}

const JOURNAL = ".umbruch-journal.jsonl";

/** Where lines that are still of use stand: only that is kept in memory. */
interface Stretch {
  readonly from: number;
  readonly length: number;
}

/**
 * Opens a folder's journal. What a killed run left unfinished at its end is cut off, and a line that is not as it was written is
 * as none: its article is set again. Where most lines have been superseded, the rest is written anew.
 */
export function openJournal(folder: string): Journal {
  const path = join(folder, JOURNAL);
  if (existsSync(path)) compact(path);
  const file = openSync(path, "a+");
  const { lines, end } = scan(file);
  if (fstatSync(file).size > end) ftruncateSync(file, end);
  let size = end;
  return {
    find: (order) => {
      const line = lines.get(order);
      return line && entryOf(textAt(file, line));
    },
    add: (entry) => {
      const bytes = Buffer.from(lineOf(entry));
      writeAll(file, bytes);
      lines.set(entry.order, { from: size, length: bytes.length });
      size += bytes.length;
    },
    close: () => {
      fdatasyncSync(file);
      closeSync(file);
    },
  };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

/** A line vouches for itself: it begins with a hash of the rest. */
function lineOf(entry: JournalEntry): string {
  const text = JSON.stringify(entry);
  return `{"sum":"${hashOf(text).slice(0, 16)}","entry":${text}}\n`;
}

const LINE = /^\{"sum":"([0-9a-f]{16})","entry":(.*)\}\n$/s;

function entryOf(line: string): JournalEntry | undefined {
  const [, sum, text = ""] = LINE.exec(line) ?? [];
  return sum !== undefined && hashOf(text).startsWith(sum) ? (JSON.parse(text) as JournalEntry) : undefined;
}

function textAt(file: number, { from, length }: Stretch): string {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, from);
  return bytes.toString("utf8");
}

const CHUNK = 1 << 20;

/** The newest good line of each order, and where the last whole line ends. */
function scan(file: number): { readonly lines: Map<string, Stretch>; readonly end: number } {
  const lines = new Map<string, Stretch>();
  let [end, rest] = [0, Buffer.alloc(0)];
  for (let at = 0, chunk = Buffer.alloc(CHUNK), got; (got = readSync(file, chunk, 0, CHUNK, at)) > 0; at += got) {
    rest = Buffer.concat([rest, chunk.subarray(0, got)]);
    let start = 0;
    for (let stop; (stop = rest.indexOf("\n", start)) >= 0; start = stop + 1) {
      const entry = entryOf(rest.toString("utf8", start, stop + 1));
      if (entry !== undefined) lines.set(entry.order, { from: end, length: stop + 1 - start });
      end += stop + 1 - start;
    }
    rest = rest.subarray(start);
  }
  return { lines, end };
}

/** Half of it and a megabyte may be of no use any more before it is worth the writing. */
function compact(path: string): void {
  const file = openSync(path, "r");
  try {
    const { lines, end } = scan(file);
    const useful = [...lines.values()].sort((a, b) => a.from - b.from);
    const kept = useful.reduce((sum, { length }) => sum + length, 0);
    if (end - kept < Math.max(kept, CHUNK)) return;
    writeWhole(path, Buffer.from(useful.map((line) => textAt(file, line)).join("")));
  } finally {
    closeSync(file);
  }
}

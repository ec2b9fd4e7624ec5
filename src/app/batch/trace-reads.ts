import type { World } from "../../pipeline.ts";
import { hashOf } from "./drafts.ts";

/** Files that were read, by path: the SHA-256 of their bytes, or why there are none. */
export type Reads = ReadonlyMap<string, string>;

/** A world that remembers what was read of it. */
export interface TracedWorld {
  readonly world: World;
  /** What has been read since this was asked last. */
  readonly take: () => Reads;
}

interface Seen {
  readonly bytes: Uint8Array | undefined;
  readonly hash: string;
}

/**
 * Writes down every file that is read through a world, also those that are missing: what an article's pages depend on is what
 * was read for them, and nobody need list it. Within an article a file is the same at every look. What stands in `lasting` (the
 * design and the print condition) is read once for all: a batch is of one design, though someone saves another meanwhile.
 */
export function traceReads(world: World, lasting: ReadonlySet<string> = new Set()): TracedWorld {
  const kept = new Map<string, Seen>();
  const seen = new Map<string, Seen>();
  const look = (path: string): Seen => {
    const known = seen.get(path) ?? kept.get(path) ?? freshly(world, path);
    (lasting.has(path) ? kept : seen).set(path, known);
    return known;
  };
  const take = (): Reads => {
    const reads = new Map([...kept, ...seen].map(([path, { hash }]) => [path, hash]));
    seen.clear();
    return reads;
  };
  return { world: { ...world, read: (path) => look(path).bytes }, take };
}

function freshly(world: World, path: string): Seen {
  const bytes = world.read(path);
  return { bytes, hash: bytes === undefined ? world.whyUnread(path).reason : hashOf(bytes) };
}

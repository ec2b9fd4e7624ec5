import type { World } from "../../pipeline.ts";

/** An article that came through the standard input, and the path that it is to have. */
export interface PipedArticle {
  readonly path: string;
  /** Undefined when the standard input cannot be read. */
  readonly bytes: Uint8Array | undefined;
}

const UNREAD = {
  reason: "was to come through the standard input, which cannot be read",
  hint: "what stands before the pipe, or behind “<”, must be a text",
  isMissing: false,
};

/** A world in which that article is a file at its path. */
export function withPiped(world: World, piped: PipedArticle | undefined): World {
  if (piped === undefined) return world;
  const whole = world.resolve("here", piped.path);
  const isPiped = (path: string): boolean => world.resolve("here", path) === whole;
  return {
    ...world,
    read: (path) => (isPiped(path) ? piped.bytes : world.read(path)),
    whyUnread: (path) => (isPiped(path) ? UNREAD : world.whyUnread(path)),
  };
}

import type { World } from "../../pipeline.ts";

/** An article that came through the standard input, and the path that it is to have. */
export interface PipedArticle {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A world in which that article is a file at its path. */
export function withPiped(world: World, piped: PipedArticle | undefined): World {
  if (piped === undefined) return world;
  const whole = world.resolve("here", piped.path);
  return {
    ...world,
    read: (path) => (world.resolve("here", path) === whole ? piped.bytes : world.read(path)),
  };
}

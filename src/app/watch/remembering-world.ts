import { resolve } from "node:path";
import type { World } from "../../pipeline.ts";

/** A world that keeps what it has read until it is told to forget it, and knows what an article was made from. */
export interface RememberingWorld {
  readonly world: World;
  /** Begins to note which files are read, those that are not there with them. Gives whole paths, and goes on until the next begin. */
  readonly begin: () => ReadonlySet<string>;
  readonly forget: (path: string) => void;
}

type Found = ReturnType<World["template"]>;

/** Files that have not changed come as the very same bytes, so that what was made of them can be kept beside them. */
export function rememberingWorld(world: World): RememberingWorld {
  const kept = new Map<string, Uint8Array | undefined>();
  let noted = new Set<string>();
  const keep = (path: string, read: () => Uint8Array | undefined): Uint8Array | undefined => {
    const whole = resolve(path);
    noted.add(whole);
    if (!kept.has(whole)) kept.set(whole, read());
    return kept.get(whole);
  };
  const find = (found: Found): Found => {
    const bytes = found && keep(found.path, () => found.bytes);
    return found && bytes && { path: found.path, bytes };
  };
  return {
    world: {
      ...world,
      read: (path) => keep(path, () => world.read(path)),
      template: (name) => find(world.template(name)),
      condition: (name) => find(world.condition(name)),
    },
    begin: () => (noted = new Set()),
    forget: (path) => kept.delete(resolve(path)),
  };
}

import type { Source } from "../base/index.ts";
import type { Parents } from "../template/index.ts";

/** The same parents, which tell of each that is found, and by what name it is extended. */
export function notingParents(parents: Parents, note: (name: string, found: Source) => void): Parents {
  return {
    ...parents,
    find: (name, from) => {
      const found = parents.find(name, from);
      if (found !== undefined) note(name, found);
      return found;
    },
  };
}

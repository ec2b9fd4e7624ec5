import { report, type Diagnostic, type Place } from "../base/index.ts";
import { UNREADABLE_FILE } from "./findings.ts";
import type { World } from "./world.ts";

/** What is said of a file that the desk names and that cannot be read; `what` calls it something else than its path. */
export function unreadable(world: World, path: string, place?: Place, what = path): Diagnostic {
  const { reason, hint } = world.whyUnread(path);
  return report(UNREADABLE_FILE, `${what} ${reason}`, place, hint);
}

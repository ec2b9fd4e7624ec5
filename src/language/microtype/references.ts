import type { Edit } from "../../base/index.ts";
import { guarded, narrow, replaceAll } from "./rule.ts";

/** § 5, Abs. 2, Nr. 3: what is counted holds on to its number with a narrow space (DIN 5008). */
export function references(text: string): readonly Edit[] {
  return replaceAll(text, reference, "references", narrow);
}

const reference = guarded(
  /[§.] \d/,
  String.raw`(?<=§|(?<![\p{L}\p{N}])(?:Nr|Nrn|Art|Abs|S|Bd|Kap|Abb|Tab|Z|Pkt|Rz|Rn)\.) (?=\d)`,
);

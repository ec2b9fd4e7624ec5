import { preflight, type PlateMaker, type PreflightReport } from "../../../src/preflight/index.ts";
import type { Condition } from "../../../src/condition/index.ts";
import { bundledCondition } from "../condition.ts";
import { onePage, type PageOrder } from "./build.ts";

/** What a built page cannot have: it names no press and has no metadata. */
const OF_THE_FILE = /^(META|OI)-/;

/** Rules that a built page breaks, each once, by order of the report; those of metadata and output intent left out. */
export function rulesBrokenBy(
  order: PageOrder,
  condition: Condition = bundledCondition("austria-newsprint"),
): string[] {
  const { findings } = judge(order, condition);
  return [...new Set(findings.map(({ rule }) => rule.id))].filter((id) => !OF_THE_FILE.test(id));
}

export function judge(order: PageOrder, condition: Condition, plates?: PlateMaker): PreflightReport {
  return preflight(onePage(order), { condition, ...(plates && { plates }) });
}

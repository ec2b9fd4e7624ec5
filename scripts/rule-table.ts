import { RULES } from "../src/preflight/index.ts";

/** The rules of the preflight as a table for docs/preflight.md; a test holds that it stands there as it is here. */
export function ruleTable(): string {
  const rows = RULES.map(({ id, when, severity, clause }) => `| ${id} | ${severity} | ${when} | ${clause} |`);
  return ["| rule | severity | it is broken when | from |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { ruleTable } from "./rule-table.ts";

// Writes the table of rules in docs/preflight.md anew; run it after every change of a rule in src/preflight/rules.
const path = "docs/preflight.md";
const text = readFileSync(path, "utf8").replace(
  /(<!-- rules -->\n)[\s\S]*?(<!-- end of rules -->)/,
  (_, begin: string, end: string) => `${begin}\n${ruleTable()}\n\n${end}`,
);
writeFileSync(path, await format(text, { parser: "markdown", printWidth: 120 }));

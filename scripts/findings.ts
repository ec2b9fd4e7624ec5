import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { findingTables } from "./finding-table.ts";

// Writes the tables of docs/findings.md anew; run it after every change of a finding's declaration.
const path = "docs/findings.md";
const text = readFileSync(path, "utf8").replace(
  /(<!-- findings -->\n)[\s\S]*?(<!-- end of findings -->)/,
  (_, begin: string, end: string) => `${begin}\n${findingTables()}\n\n${end}`,
);
writeFileSync(path, await format(text, { parser: "markdown", printWidth: 120 }));

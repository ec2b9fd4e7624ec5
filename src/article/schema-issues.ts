import { schemaFindings, type Diagnostic, type SchemaIssue } from "../base/index.ts";
import { findings } from "./findings.ts";
import { articleJsonSchema } from "./json-schema.ts";
import type { Tree } from "./tree.ts";

/** What the schema of articles refused, as diagnostics at the keys and values concerned. */
export function schemaDiagnostics(tree: Tree, issues: readonly SchemaIssue[]): readonly Diagnostic[] {
  return schemaFindings(issues, tree, {
    invalidValue: findings.schema,
    unknownKey: findings.unknownKey,
    jsonSchema: articleJsonSchema,
  });
}

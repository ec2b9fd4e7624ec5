import type * as z from "zod";
import { schemaFindings, schemaWords, type LocatedJson, type Outcome, type Source } from "../base/index.ts";
import type { DataFindings } from "./findings.ts";
import { inherit, locateData, type Parents } from "./inherit.ts";

/** How data are to be read: by which schema, what they may extend, and what is said when they are wrong. */
export interface DataKind<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly jsonSchema: () => object;
  readonly parents: Parents;
  readonly findings: DataFindings;
}

/**
 * Reads data of a kind from JSON: syntax, what they inherit, schema. Every finding has its line and column, in this file
 * also for what was inherited; the value is undefined when there is one.
 */
export function readData<Schema extends z.ZodType>(
  source: Source,
  { schema, jsonSchema, parents, findings }: DataKind<Schema>,
): Outcome<{ readonly data: z.output<Schema>; readonly json: LocatedJson } | undefined> {
  const { value: json, diagnostics: faults } = locateData(source, findings);
  if (json === undefined) return { value: undefined, diagnostics: faults };
  const whole = inherit(source, json, { parents, findings });
  if (whole.value === undefined) return { value: undefined, diagnostics: whole.diagnostics };
  const parsed = schema.safeParse(whole.value, { error: schemaWords });
  if (parsed.success) return { value: { data: parsed.data, json }, diagnostics: [] };
  const checked = { ...json, value: whole.value };
  return { value: undefined, diagnostics: schemaFindings(parsed.error.issues, checked, { ...findings, jsonSchema }) };
}

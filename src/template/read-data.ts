import type { z } from "zod";
import {
  nearestWord,
  report,
  type Diagnostic,
  type JsonPath,
  type LocatedJson,
  type Outcome,
  type Source,
} from "../base/index.ts";
import type { DataFindings } from "./findings.ts";
import { inherit, locateData, type Parents } from "./inherit.ts";

/** How data are to be read: by which schema, what they may extend, and what is said when they are wrong. */
export interface DataKind<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly parents: Parents;
  readonly findings: DataFindings;
}

/**
 * Reads data of a kind from JSON: syntax, what they inherit, schema. Every finding has its line and column, in this file
 * also for what was inherited; the value is undefined when there is one.
 */
export function readData<Schema extends z.ZodType>(
  source: Source,
  { schema, parents, findings }: DataKind<Schema>,
): Outcome<{ readonly data: z.output<Schema>; readonly json: LocatedJson } | undefined> {
  const { value: json, diagnostics: faults } = locateData(source, findings);
  if (json === undefined) return { value: undefined, diagnostics: faults };
  const whole = inherit(source, json, { parents, findings });
  if (whole.value === undefined) return { value: undefined, diagnostics: whole.diagnostics };
  const parsed = schema.safeParse(whole.value);
  if (parsed.success) return { value: { data: parsed.data, json }, diagnostics: [] };
  return { value: undefined, diagnostics: schemaFindings(parsed.error.issues, json, schema, findings) };
}

/** Data that know the places of their values. */
type Located = Pick<LocatedJson, "placeAt" | "placeOfKey">;

type SchemaFindings = Pick<DataFindings, "invalidValue" | "unknownKey">;

/** What a schema refuses, as findings at the keys and values concerned, with the key that was meant where one is near. */
export function schemaFindings(
  issues: readonly z.core.$ZodIssue[],
  located: Located,
  schema: z.ZodType,
  findings: SchemaFindings,
): readonly Diagnostic[] {
  return issues.flatMap((issue) => describe(issue, located, schema, findings));
}

function describe(issue: z.core.$ZodIssue, json: Located, schema: z.ZodType, findings: SchemaFindings): Diagnostic[] {
  const path = issue.path as JsonPath;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => unknownKey(key, { path, json, known: keysAt(schema, path) }, findings));
  const name = path.length > 0 ? `“${path.join(".")}”: ` : "";
  const message = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return [report(findings.invalidValue, `${name}${message}`, json.placeAt(path))];
}

function unknownKey(
  key: string,
  { path, json, known }: { readonly path: JsonPath; readonly json: Located; readonly known: readonly string[] },
  findings: SchemaFindings,
): Diagnostic {
  const near = nearestWord(key, known);
  const hint = near ? `did you mean “${near}”?` : known.length > 0 ? `known here: ${known.join(", ")}` : undefined;
  const where = path.length > 0 ? ` in “${path.join(".")}”` : "";
  return report(findings.unknownKey, `the key “${key}” means nothing${where}`, json.placeOfKey(path, key), hint);
}

/** The keys that the schema knows at a path, by walking zod's own definition. */
function keysAt(root: z.ZodType, path: JsonPath): readonly string[] {
  let schema: unknown = root;
  for (const step of path) schema = child(unwrap(schema), step);
  const shape = shapeOf(unwrap(schema));
  return shape ? Object.keys(shape) : [];
}

type Definition = { readonly _zod?: { readonly def?: Readonly<Record<string, unknown>> } };

function definition(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  return (schema as Definition | undefined)?._zod?.def;
}

function unwrap(schema: unknown): unknown {
  const inner = definition(schema)?.["innerType"];
  return inner === undefined ? schema : unwrap(inner);
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  return definition(schema)?.["shape"] as Readonly<Record<string, unknown>> | undefined;
}

function child(schema: unknown, step: string | number): unknown {
  if (typeof step === "number") return definition(schema)?.["element"] ?? items(schema)[step];
  return shapeOf(schema)?.[step] ?? definition(schema)?.["valueType"];
}

function items(schema: unknown): readonly unknown[] {
  const found = definition(schema)?.["items"];
  return Array.isArray(found) ? found : [];
}

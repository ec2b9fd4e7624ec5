import type { z } from "zod";
import {
  hasErrors,
  nearestWord,
  report,
  type Diagnostic,
  type JsonPath,
  type LocatedJson,
  type Outcome,
  type Source,
} from "../base/index.ts";
import { contradictions } from "./contradictions.ts";
import { unknownFaces } from "./faces.ts";
import { INVALID_VALUE, UNKNOWN_KEY } from "./findings.ts";
import { inherit, locateTemplate, NO_PARENTS, type Parents } from "./inherit.ts";
import { templateSchema } from "./schema.ts";
import { resolveTemplate, type Template } from "./template.ts";

/**
 * Reads a template from JSON: syntax, what it inherits, schema, then what only the whole can tell (the type area fits the
 * page, faces exist). Every finding has its line and column, in this file also for what was inherited. `faces` are the
 * names of the faces that can be had.
 */
export function readTemplate(
  source: Source,
  faces: readonly string[],
  parents: Parents = NO_PARENTS,
): Outcome<Template | undefined> {
  const { value: json, diagnostics: faults } = locateTemplate(source);
  if (json === undefined) return { value: undefined, diagnostics: faults };
  const whole = inherit(source, json, parents);
  if (whole.value === undefined) return { value: undefined, diagnostics: whole.diagnostics };
  const parsed = templateSchema.safeParse(whole.value);
  if (!parsed.success) {
    return { value: undefined, diagnostics: parsed.error.issues.flatMap((issue) => describe(issue, json)) };
  }
  const template = resolveTemplate(parsed.data);
  const diagnostics = [...contradictions(template, parsed.data, json), ...unknownFaces(template, faces, json)];
  return { value: hasErrors(diagnostics) ? undefined : template, diagnostics };
}

function describe(issue: z.core.$ZodIssue, json: LocatedJson): Diagnostic[] {
  const path = issue.path as JsonPath;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, path, json));
  const name = path.length > 0 ? `“${path.join(".")}”: ` : "";
  const message = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return [report(INVALID_VALUE, `${name}${message}`, json.placeAt(path))];
}

function unknownKey(key: string, path: JsonPath, json: LocatedJson): Diagnostic {
  const known = keysAt(path);
  const near = nearestWord(key, known);
  const hint = near ? `did you mean “${near}”?` : known.length > 0 ? `known here: ${known.join(", ")}` : undefined;
  const where = path.length > 0 ? ` in “${path.join(".")}”` : "";
  return report(UNKNOWN_KEY, `the key “${key}” means nothing${where}`, json.placeOfKey(path, key), hint);
}

/** The keys that the schema knows at a path, by walking zod's own definition. */
function keysAt(path: JsonPath): readonly string[] {
  let schema: unknown = templateSchema;
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

import { report, type Diagnostic, type Finding } from "./diagnostics.ts";
import type { JsonPath, LocatedData } from "./json.ts";
import { keysAt, valueAt } from "./json-schema-keys.ts";
import { nearestWord } from "./nearest.ts";

/** What a schema refused, as zod tells it, in the words of `schemaWords`. */
export interface SchemaIssue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Keys that nobody knows. */
  readonly keys?: readonly string[];
  /** What each of several schemas has to say, of which none takes the value. */
  readonly errors?: readonly (readonly SchemaIssue[])[];
  /** What is wrong with a key itself. */
  readonly issues?: readonly SchemaIssue[];
  /** The only values that may stand there. */
  readonly values?: readonly unknown[];
}

/** How faults of a kind of data are reported, and the JSON Schema that knows its keys. */
export interface CheckedKind {
  readonly invalidValue: Finding;
  readonly unknownKey: Finding;
  readonly jsonSchema: () => object;
}

/** What a schema refused of data, as findings at the keys and values concerned, with the key that was meant where one is near. */
export function schemaFindings(
  issues: readonly SchemaIssue[],
  data: LocatedData,
  kind: CheckedKind,
  above: JsonPath = [],
): readonly Diagnostic[] {
  return issues.flatMap((issue) => findingsOf(issue, data, kind, above));
}

function findingsOf(issue: SchemaIssue, data: LocatedData, kind: CheckedKind, above: JsonPath): readonly Diagnostic[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];
  if (issue.keys !== undefined) return issue.keys.map((key) => unknownKey(key, path, data, kind));
  const branch = issue.errors?.find(
    (errors) => !errors.some((error) => isOfOtherKind(error, valueAt(data.value, path))),
  );
  if (branch !== undefined) return schemaFindings(branch, data, kind, path);
  const words = issue.issues?.[0]?.message ?? issue.message;
  return [report(kind.invalidValue, `${nameOf(path, words)}${words}`, data.placeAt(path))];
}

/** A schema that asks for another kind of value altogether has nothing to say about this one. */
function isOfOtherKind({ code, path, values = [] }: SchemaIssue, value: unknown): boolean {
  if (path.length > 0) return false;
  return code === "invalid_type" || (code === "invalid_value" && !values.some((one) => typeof one === typeof value));
}

function unknownKey(key: string, path: JsonPath, data: LocatedData, { unknownKey: finding, jsonSchema }: CheckedKind) {
  const known = keysAt(jsonSchema(), path, data.value);
  const near = nearestWord(key, known);
  const hint = near ? `did you mean “${near}”?` : known.length > 0 ? `known here: ${known.join(", ")}` : undefined;
  const where = path.length > 0 ? ` in ${quoted(path)}` : "";
  return report(finding, `the key “${key}” means nothing${where}`, data.placeOfKey(path, key), hint);
}

/** What is said stands behind the name, or goes on from it: “headline” is missing. The whole has no name. */
function nameOf(path: JsonPath, words: string): string {
  if (path.length === 0) return "";
  return /^(?:is|has) /.test(words) ? `${quoted(path)} ` : `${quoted(path)}: `;
}

/** A path as people write it: “pictures[0].caption”. */
function quoted(path: JsonPath): string {
  const name = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return `“${name.replace(/^\./, "")}”`;
}

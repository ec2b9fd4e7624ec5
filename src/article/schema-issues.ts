import type * as z from "zod";
import { nearestWord, report, type Diagnostic, type JsonPath } from "../base/index.ts";
import { findings } from "./findings.ts";
import { articleJsonSchema } from "./json-schema.ts";
import type { Tree } from "./tree.ts";

type Issue = z.core.$ZodIssue;

/** What a schema refused, as diagnostics at the keys and values concerned. */
export function schemaDiagnostics(tree: Tree, issues: readonly Issue[]): readonly Diagnostic[] {
  return issues.flatMap((issue) => diagnosticsOf(tree, issue, []));
}

function diagnosticsOf(tree: Tree, issue: Issue, above: JsonPath): readonly Diagnostic[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(tree, path, key));
  if (issue.code === "invalid_union") {
    const [branch] = issue.errors.filter((errors) => !errors.some((error) => isWrongRoot(error)));
    if (branch !== undefined) return branch.flatMap((error) => diagnosticsOf(tree, error, path));
  }
  const words = wordsOf(tree, path, issue);
  const message = `${nameOf(path)}: ${words.endsWith("?") ? words : `${words}.`}`;
  return [report(findings.schema, message, tree.placeAt(path))];
}

/** A branch of a union that asks for another kind of value altogether says nothing about this one. */
function isWrongRoot(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.path.length === 0;
}

function unknownKey(tree: Tree, path: JsonPath, key: string): Diagnostic {
  const known = knownKeys(path, valueAt(tree.value, path));
  const near = nearestWord(key, known);
  const hint = near === undefined ? `known here: ${known.join(", ")}` : `did you mean "${near}"?`;
  return report(findings.unknownKey, `"${key}" is nothing that ${ownerOf(path)} has`, tree.placeOfKey(path, key), hint);
}

function wordsOf(tree: Tree, path: JsonPath, issue: Issue): string {
  const value = valueAt(tree.value, path);
  if (issue.code === "invalid_type") {
    return value === undefined
      ? "is missing"
      : `expected ${KINDS[issue.expected] ?? issue.expected}, found ${kindOf(value)}`;
  }
  if (issue.code === "invalid_union" && issue.discriminator !== undefined) return unknownKind(value);
  if (issue.code === "invalid_union") return `${issue.message}, found ${kindOf(value)}`;
  if (issue.code === "too_big") return `${String(value)} is more than ${issue.maximum}`;
  if (issue.code === "too_small") return `${String(value)} is less than ${issue.minimum}`;
  return issue.message.replace(/\.$/, "");
}

const BLOCK_KINDS = ["paragraph", "crosshead", "quotation", "list", "box", "table"];

function unknownKind(value: unknown): string {
  if (typeof value !== "string") return `expected one of ${BLOCK_KINDS.join(", ")}`;
  const near = nearestWord(value, BLOCK_KINDS);
  return near === undefined || near === value
    ? `no "${value}" can stand here`
    : `there is no "${value}"; did you mean "${near}"?`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "nothing",
};

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  return (Array.isArray(value) ? KINDS["array"] : KINDS[typeof value]) ?? typeof value;
}

function nameOf(path: JsonPath): string {
  const name = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return name.replace(/^\./, "") || "the article";
}

function ownerOf(path: JsonPath): string {
  return path.length === 0 ? "an article" : nameOf(path);
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

function isRecord(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === "object" && value !== null;
}

/** The keys that the published schema has at a path, for the value that stands there. */
function knownKeys(path: JsonPath, value: unknown): readonly string[] {
  const root = articleJsonSchema();
  const here = path.reduce<readonly unknown[]>(
    (nodes, step) => nodes.flatMap((node) => childrenOf(root, node, step)),
    [root],
  );
  const kind = isRecord(value) ? value["kind"] : undefined;
  const shapes = here
    .flatMap((node) => shapesOf(root, node))
    .filter((shape) => kind === undefined || hasKind(shape, kind));
  return [...new Set(shapes.flatMap((shape) => Object.keys(shape)))].filter((key) => key !== "$schema");
}

function childrenOf(root: unknown, node: unknown, step: string | number): readonly unknown[] {
  return alternatives(root, node).map((one) =>
    typeof step === "number" ? valueAt(one, ["items"]) : valueAt(one, ["properties", step]),
  );
}

function shapesOf(root: unknown, node: unknown): readonly Readonly<Record<string, unknown>>[] {
  return alternatives(root, node)
    .map((one) => valueAt(one, ["properties"]))
    .filter(isRecord);
}

function hasKind(shape: Readonly<Record<string, unknown>>, kind: unknown): boolean {
  return valueAt(shape, ["kind", "const"]) === kind;
}

/** A node of a JSON Schema with its references followed and its choices spread out. */
function alternatives(root: unknown, node: unknown): readonly unknown[] {
  const reference = valueAt(node, ["$ref"]);
  if (typeof reference === "string") return alternatives(root, valueAt(root, reference.slice(2).split("/")));
  const choices = valueAt(node, ["anyOf"]) ?? valueAt(node, ["oneOf"]);
  return Array.isArray(choices) ? choices.flatMap((choice) => alternatives(root, choice)) : [node];
}

import type { JsonPath } from "./json.ts";

/** The keys that a JSON Schema knows at a path of some data; where it has several shapes, those of the kind that stands there. */
export function keysAt(schema: object, path: JsonPath, data: unknown): readonly string[] {
  const here = path.reduce<readonly unknown[]>(
    (nodes, step) => nodes.flatMap((node) => childrenOf(schema, node, step)),
    [schema],
  );
  const kind = valueAt(data, [...path, "kind"]);
  const shapes = here
    .flatMap((node) => shapesOf(schema, node))
    .filter((shape) => kind === undefined || hasKind(shape, kind));
  return [...new Set(shapes.flatMap((shape) => Object.keys(shape)))].filter((key) => key !== "$schema");
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (inner, key) => (isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === "object" && value !== null;
}

function childrenOf(root: unknown, node: unknown, step: string | number): readonly unknown[] {
  return alternatives(root, node).map((one) => {
    if (typeof step === "number") return valueAt(one, ["prefixItems", step]) ?? valueAt(one, ["items"]);
    return valueAt(one, ["properties", step]) ?? valueAt(one, ["additionalProperties"]);
  });
}

function shapesOf(root: unknown, node: unknown): readonly Readonly<Record<string, unknown>>[] {
  return alternatives(root, node)
    .map((one) => valueAt(one, ["properties"]))
    .filter(isRecord);
}

/** A shape without kinds is of every kind. */
function hasKind(shape: Readonly<Record<string, unknown>>, kind: unknown): boolean {
  const own = valueAt(shape, ["kind", "const"]);
  return own === undefined || own === kind;
}

/** A node of a JSON Schema with its references followed and its choices spread out. */
function alternatives(root: unknown, node: unknown): readonly unknown[] {
  const reference = valueAt(node, ["$ref"]);
  if (typeof reference === "string") return alternatives(root, valueAt(root, reference.slice(2).split("/")));
  const choices = valueAt(node, ["anyOf"]) ?? valueAt(node, ["oneOf"]) ?? valueAt(node, ["allOf"]);
  return Array.isArray(choices) ? choices.flatMap((choice) => alternatives(root, choice)) : [node];
}

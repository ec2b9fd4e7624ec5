import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import { sourcePlace, type Place } from "./diagnostics.ts";
import type { Source } from "./source.ts";

/** Where a value of a JSON text stands, by its path of keys and indices. */
export type JsonPath = readonly (string | number)[];

/** Data of a text, in whatever notation, that remember where each of their values came from. */
export interface LocatedData {
  readonly value: unknown;
  /** The place of the value at a path; of the nearest enclosing value when there is none. */
  placeAt(path: JsonPath): Place;
  /** The place of a key inside the object at a path. */
  placeOfKey(path: JsonPath, key: string): Place;
}

/** Those of a JSON text. */
export interface LocatedJson extends LocatedData {
  /** The parse tree's node at a path, for readers that need offsets inside strings. */
  nodeAt(path: JsonPath): Node | undefined;
}

/** The first syntax error of a JSON text. */
export interface JsonSyntaxError {
  readonly message: string;
  readonly place: Place;
}

/** Parses JSON (comments allowed, as people write them into templates) with places, or says where it breaks. */
export function locateJson(source: Source): LocatedJson | JsonSyntaxError {
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { allowTrailingComma: false });
  const error = errors[0];
  if (error !== undefined) {
    return {
      message: sentence(printParseErrorCode(error.error)),
      place: sourcePlace(source, error.offset, error.length),
    };
  }
  if (root === undefined) return { message: "the file holds no value", place: sourcePlace(source, 0) };
  const nodeAt = (path: JsonPath): Node | undefined => findNodeAtLocation(root, [...path]);
  const nearest = (path: JsonPath): Node => nodeAt(path) ?? (path.length === 0 ? root : nearest(path.slice(0, -1)));
  return {
    value: valueOf(root),
    nodeAt,
    placeAt: (path) => placeOfNode(source, nearest(path)),
    placeOfKey: (path, key) => placeOfNode(source, keyNode(nearest(path), key) ?? nearest(path)),
  };
}

/** Keys that an object of a JSON text has already, each at its second place: JSON's readers take now the one, now the other. */
export function repeatedKeys(
  source: Source,
  { nodeAt }: LocatedJson,
): readonly { readonly key: string; readonly place: Place }[] {
  const found: { readonly key: string; readonly place: Place }[] = [];
  const visit = (node: Node | undefined): void => {
    const seen = new Set<unknown>();
    for (const child of node?.children ?? []) {
      const key = child.type === "property" ? child.children?.[0] : undefined;
      if (key !== undefined && seen.has(key.value))
        found.push({ key: String(key.value), place: sourcePlace(source, key.offset, key.length) });
      if (key !== undefined) seen.add(key.value);
      visit(child);
    }
  };
  visit(nodeAt([]));
  return found;
}

function placeOfNode(source: Source, node: Node): Place {
  return sourcePlace(source, node.offset, node.length);
}

function keyNode(object: Node, key: string): Node | undefined {
  return object.children?.find((property) => property.children?.[0]?.value === key)?.children?.[0];
}

function valueOf(node: Node): unknown {
  if (node.type === "array") return (node.children ?? []).map(valueOf);
  if (node.type !== "object") return node.value;
  const entries = (node.children ?? []).map(({ children }) => [String(children?.[0]?.value), children?.[1]] as const);
  return Object.fromEntries(entries.map(([key, value]) => [key, value && valueOf(value)]));
}

function sentence(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

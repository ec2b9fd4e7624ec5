import { isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";
import { sourcePlace, type JsonPath, type LocatedJson, type Place, type Source } from "../../base/index.ts";

/** Values of a YAML text that know their places. JSON is YAML, too. */
export type LocatedYaml = Pick<LocatedJson, "value" | "placeAt" | "placeOfKey">;

/** The first syntax error of a YAML text. */
export interface YamlSyntaxError {
  readonly message: string;
  readonly place: Place;
}

/** Parses YAML (1.2, core schema) with places, or says where it breaks. An empty text is an empty map. */
export function locateYaml(source: Source): LocatedYaml | YamlSyntaxError {
  const document = parseDocument(source.text, { logLevel: "silent" });
  const [error] = document.errors;
  if (error !== undefined) {
    const [from, to] = error.pos;
    const message = error.message.replace(/ at line \d+, column \d+:[\s\S]*$/, "");
    return { message, place: sourcePlace(source, from, to - from) };
  }
  const root = document.contents ?? undefined;
  const nearest = (path: JsonPath): Node | undefined =>
    nodeAt(root, path) ?? (path.length === 0 ? root : nearest(path.slice(0, -1)));
  return {
    value: document.toJS({ maxAliasCount: 0 }) ?? {},
    placeAt: (path) => placeOfNode(source, nearest(path)),
    placeOfKey: (path, key) => placeOfNode(source, keyNode(nodeAt(root, path), key) ?? nearest(path)),
  };
}

function nodeAt(root: Node | undefined, path: JsonPath): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => {
    const child: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    return isMap(child) || isSeq(child) || isScalar(child) ? child : undefined;
  }, root);
}

function keyNode(node: Node | undefined, key: string): Node | undefined {
  if (!isMap(node)) return undefined;
  const found = node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key;
  return isScalar(found) ? found : undefined;
}

function placeOfNode(source: Source, node: Node | undefined): Place {
  const [from, to] = [node?.range?.[0] ?? 0, node?.range?.[1] ?? 0];
  return sourcePlace(source, from, to - from);
}

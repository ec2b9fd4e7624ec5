import { isMap, isScalar, isSeq, parseDocument, visit, type Document, type Node, type YAMLError } from "yaml";
import {
  encodingFault,
  sourcePlace,
  type DataFault,
  type JsonPath,
  type LocatedData,
  type Place,
  type Source,
} from "../../base/index.ts";

const NO_ALIASES = { message: "a configuration has no aliases", hint: "write the value out in both places" };

const ONE_DOCUMENT = {
  message: "a configuration is one document, and here begins another",
  hint: "put all settings above this line, and take the line out",
};

/** Parses YAML (1.2, core schema) with places, or says where it breaks. An empty text is an empty map. */
export function locateYaml(source: Source): LocatedData | DataFault {
  const foreign = encodingFault(source);
  if (foreign !== undefined) return foreign;
  // Were it to keep silent altogether, a second document would go unseen.
  const document = parseDocument(source.text, { logLevel: "error" });
  const [error] = document.errors;
  if (error !== undefined) return faultOf(source, error);
  const [alias] = aliasesIn(document);
  if (alias !== undefined) return { ...NO_ALIASES, place: placeOfNode(source, alias) };
  const root = document.contents ?? undefined;
  const nearest = (path: JsonPath): Node | undefined =>
    nodeAt(root, path) ?? (path.length === 0 ? root : nearest(path.slice(0, -1)));
  return {
    value: document.toJS() ?? {},
    placeAt: (path) => placeOfNode(source, nearest(path)),
    placeOfKey: (path, key) => placeOfNode(source, keyNode(nodeAt(root, path), key) ?? nearest(path)),
  };
}

function faultOf(source: Source, { code, message, pos: [from, to] }: YAMLError): DataFault {
  if (code === "MULTIPLE_DOCS") return { ...ONE_DOCUMENT, place: sourcePlace(source, from, "---".length) };
  const words = message.replace(/ at line \d+, column \d+:[\s\S]*$/, "");
  return { message: words, place: sourcePlace(source, from, to - from) };
}

/** Aliases, which would let a few lines of YAML become gigabytes. */
function aliasesIn(document: Document.Parsed): readonly Node[] {
  const found: Node[] = [];
  visit(document, { Alias: (_, alias) => void found.push(alias) });
  return found;
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

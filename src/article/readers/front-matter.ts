import { isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from "yaml";
import {
  copyFrom,
  report,
  schemaWords,
  sourcePlace,
  type Diagnostic,
  type JsonPath,
  type Source,
} from "../../base/index.ts";
import { findings } from "../findings.ts";
import { schemaDiagnostics } from "../schema-issues.ts";
import { frontMatterSchema, type JsonFields } from "../schema.ts";
import type { Tree } from "../tree.ts";
import { alignCopy } from "./align.ts";

/** The front matter of a Markdown article: its checked values with places, and where the text behind it begins. */
export interface FrontMatter {
  readonly tree: Tree;
  readonly fields: JsonFields;
  readonly end: number;
  readonly diagnostics: readonly Diagnostic[];
}

const OPENING = /^---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;

/** Reads the YAML between two lines of --- at the head of a text; without it, everything is empty. */
export function readFrontMatter(source: Source): FrontMatter {
  const opening = OPENING.exec(source.text)?.[0].length;
  if (opening === undefined) return nothing(source, 0, []);
  const closing = CLOSING.exec(source.text.slice(opening));
  if (closing === null) {
    return nothing(source, 0, [report(findings.frontMatter, "the front matter has no end", sourcePlace(source, 0, 3))]);
  }
  const end = opening + closing.index + closing[0].length;
  const document = parseDocument(source.text.slice(opening, opening + closing.index), { logLevel: "silent" });
  const errors = document.errors.map((error) =>
    report(
      findings.syntax,
      `the front matter is not YAML: ${firstLine(error.message)}`,
      sourcePlace(source, opening + error.pos[0], error.pos[1] - error.pos[0]),
      "put a text that holds a colon, a hash or quotation marks between single quotes: 'Wien: \"Ja\"'",
    ),
  );
  if (errors.length > 0) return nothing(source, end, errors);
  return check(source, yamlTree(source, document, opening), end);
}

function check(source: Source, tree: Tree, end: number): FrontMatter {
  const checked = frontMatterSchema.safeParse(tree.value ?? {}, { error: schemaWords });
  if (checked.success) return { tree, fields: checked.data, end, diagnostics: [] };
  return nothing(source, end, schemaDiagnostics(tree, checked.error.issues));
}

function nothing(source: Source, end: number, diagnostics: readonly Diagnostic[]): FrontMatter {
  const place = sourcePlace(source, 0);
  const tree = {
    source,
    value: {},
    offsetAt: () => 0,
    copyAt: () => copyFrom(source, 0, 0),
    placeAt: () => place,
    placeOfKey: () => place,
  };
  return { tree, fields: {}, end, diagnostics };
}

function firstLine(message: string): string {
  return message.replace(/ at line \d+, column \d+:[\s\S]*$/, "");
}

function yamlTree(source: Source, document: Document.Parsed, shift: number): Tree {
  const nodeAt = (path: JsonPath): Node | undefined =>
    path.reduce<Node | undefined>(childOf, document.contents ?? undefined);
  const nearest = (path: JsonPath): Node | undefined =>
    nodeAt(path) ?? (path.length === 0 ? undefined : nearest(path.slice(0, -1)));
  const rangeOf = (node: Node | undefined) => ({
    from: shift + (node?.range?.[0] ?? 0),
    to: shift + (node?.range?.[1] ?? 0),
  });
  const placeOfNode = (node: Node | undefined) => {
    const { from, to } = rangeOf(node);
    return sourcePlace(source, from, to - from);
  };
  return {
    source,
    value: valueOf(document.contents),
    offsetAt: (path) => rangeOf(nearest(path)).from,
    copyAt: (path) => {
      const node = nodeAt(path);
      const { from, to } = rangeOf(node);
      return isScalar(node)
        ? alignCopy(source, from, to, textOf(node.value, node.source))
        : copyFrom(source, from, from);
    },
    placeAt: (path) => placeOfNode(nearest(path)),
    placeOfKey: (path, key) => placeOfNode(keyNode(nodeAt(path), key) ?? nearest(path)),
  };
}

function childOf(node: Node | undefined, step: string | number): Node | undefined {
  if (isMap(node)) return asNode(pairOf(node.items, step)?.value);
  return isSeq(node) && typeof step === "number" ? asNode(node.items[step]) : undefined;
}

function keyNode(node: Node | undefined, key: string): Node | undefined {
  return isMap(node) ? asNode(pairOf(node.items, key)?.key) : undefined;
}

function pairOf(pairs: readonly Pair[], key: string | number): Pair | undefined {
  return pairs.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function asNode(value: unknown): Node | undefined {
  return isMap(value) || isSeq(value) || isScalar(value) ? value : undefined;
}

/** An article's front matter has four levels; what lies deeper is refused by the schema anyway. */
const DEEPEST = 8;

/**
 * Numbers where the schema has numbers, text elsewhere: a headline "2024" is a text. A key without value is absent;
 * what an article cannot have (aliases, binary data) is null, for the schema to refuse.
 */
function valueOf(node: unknown, key?: string, depth = 0): unknown {
  if (depth > DEEPEST) return null;
  if (isSeq(node)) return node.items.map((item) => valueOf(item, undefined, depth + 1) ?? null);
  if (isScalar(node)) return scalarOf(node.value, node.source, key);
  if (!isMap(node)) return node === null || node === undefined ? undefined : null;
  const entries = node.items.map((pair) => {
    const name = isScalar(pair.key) ? String(pair.key.value) : "";
    return [name, valueOf(pair.value, name, depth + 1)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function scalarOf(value: unknown, written: string | undefined, key: string | undefined): unknown {
  if (value === null) return undefined;
  if (typeof value === "boolean") return value;
  return key === "x" || key === "y" ? value : textOf(value, written);
}

function textOf(value: unknown, written: string | undefined): string {
  return typeof value === "string" ? value : (written ?? String(value));
}

import type { Emphasis, Nodes, PhrasingContent, Strong } from "mdast";
import { copyFrom, Pattern, placeOf, report, type Copy, type Diagnostic, type Source } from "../../base/index.ts";
import { findings } from "../findings.ts";
import { joinCopy, markCopy } from "../join-copy.ts";
import { alignCopy } from "./align.ts";

/** Emphasis within emphasis, deeper than anybody means it; what lies deeper is taken as it is written. */
const DEEPEST = 16;

/** The text inside a Markdown node, with its emphasis as marks and every character's place. */
export function inlineCopy(
  source: Source,
  node: { readonly children: readonly PhrasingContent[] } & Nodes,
  diagnostics: Diagnostic[],
  depth = 0,
): Copy {
  const at = startOf(node);
  return joinCopy(
    source,
    at,
    node.children.map((child) => phraseCopy(source, child, diagnostics, depth)),
  );
}

/** A node just as it is written in the source. */
export function nodeCopy(source: Source, node: Nodes): Copy {
  return copyFrom(source, startOf(node), endOf(node));
}

function phraseCopy(source: Source, node: PhrasingContent, diagnostics: Diagnostic[], depth: number): Copy {
  if (depth > DEEPEST) return asWritten(source, node, diagnostics);
  switch (node.type) {
    case "text":
      return alignCopy(source, startOf(node), endOf(node), node.value);
    case "emphasis":
    case "strong":
      return emphasised(source, node, diagnostics, depth);
    case "break":
      return alignCopy(source, startOf(node), endOf(node), "\n");
    case "link":
      return linked(source, node, diagnostics, depth);
    default:
      return asWritten(source, node, diagnostics);
  }
}

/**
 * Stars with a letter before the first and behind the last one are no emphasis in German copy but gender stars:
 * CommonMark would read "Kolleg*innen und Schüler*innen" as "Kolleginnen und Schülerinnen" with a middle in italics.
 */
function emphasised(source: Source, node: Emphasis | Strong, diagnostics: Diagnostic[], depth: number): Copy {
  const inner = inlineCopy(source, node, diagnostics, depth + 1);
  const [start, end] = [startOf(node), endOf(node)];
  if (!isLetter(source.text[start - 1]) || !isLetter(source.text[end])) return markCopy(inner, node.type);
  const width = node.type === "strong" ? 2 : 1;
  return joinCopy(source, start, [copyFrom(source, start, start + width), inner, copyFrom(source, end - width, end)]);
}

function linked(
  source: Source,
  node: Extract<PhrasingContent, { type: "link" }>,
  diagnostics: Diagnostic[],
  depth: number,
): Copy {
  const text = inlineCopy(source, node, diagnostics, depth + 1);
  // An autolink <https://…> prints its address anyway.
  if (text.text !== node.url) {
    diagnostics.push(report(findings.simplified, `the address of the link is not printed: ${node.url}`, placeOf(text)));
  }
  return text;
}

function asWritten(source: Source, node: PhrasingContent, diagnostics: Diagnostic[]): Copy {
  const text = nodeCopy(source, node);
  if (node.type === "html" && node.value.startsWith("<!--")) return copyFrom(source, startOf(node), startOf(node));
  diagnostics.push(report(findings.markup, "this is no part of a text and is printed as written", placeOf(text)));
  return text;
}

const LETTER = new Pattern(String.raw`\p{L}`);

function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

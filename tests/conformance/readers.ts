import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { ask } from "./judges.ts";

/** Programs that take the text out of a PDF, each in the way in which its users have it. */
export const READERS: Readonly<Record<string, (pdf: string) => string | Promise<string>>> = {
  pdftotext: (pdf) => ask("pdftotext", pdf, "-").stdout,
  "pdftotext -raw": (pdf) => ask("pdftotext", "-raw", pdf, "-").stdout,
  mutool: (pdf) => ask("mutool", "draw", "-q", "-F", "txt", pdf).stdout,
  "structure (poppler)": (pdf) => structureText(ask("pdfinfo", "-struct-text", pdf).stdout),
  "structure (pdf.js)": pdfJsStructure,
};

/** The strings of poppler's outline of the structure; what is inline goes on with the text before it. */
function structureText(outline: string): string {
  return outline
    .split("\n")
    .map((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? (line.includes("(inline)") ? "" : "\n"))
    .join("");
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly StructureNode[];
}

/** What pdf.js hands to a screen reader: the structure tree, a span's own words in place of its pieces. */
async function pdfJsStructure(path: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const pieces = new Map<string, string>();
    let open = "";
    for (const item of items) {
      if ("id" in item && item.type === "beginMarkedContentProps") open = item.id ?? "";
      if ("str" in item) pieces.set(open, (pieces.get(open) ?? "") + item.str + (item.hasEOL ? "\n" : ""));
    }
    texts.push(textOfNode((await page.getStructTree()) as StructureNode, pieces));
  }
  await task.destroy();
  return texts.join("\n");
}

function textOfNode(node: StructureNode, pieces: ReadonlyMap<string, string>): string {
  if (node.type === "content") return pieces.get(node.id ?? "") ?? "";
  const inside = (node.children ?? []).map((child) => textOfNode(child, pieces)).join("");
  // pdf.js counts the space before a word to the word's own piece.
  if (node.role === "Span" && node.alt !== undefined) return (/^\s+/.exec(inside)?.[0] ?? "") + node.alt;
  return node.role === "Span" ? inside : `${inside}\n`;
}

/** What pdf.js gives without the structure: it leaves soft hyphens out, so that the parts of divided words lie apart. */
export async function pdfJsText(path: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    texts.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
  }
  await task.destroy();
  return texts.join("\n");
}

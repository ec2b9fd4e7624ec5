import type { Copy, Diagnostic } from "../../../src/base/index.ts";
import { readArticle, type Article, type Block } from "../../../src/article/index.ts";
import { defaultHouse } from "../../../src/language/index.ts";

/** Reads an article from text, in the form that the file name says. */
export function read(name: string, text: string) {
  return readArticle(name, new TextEncoder().encode(text), defaultHouse);
}

/** The article of a text that must give one. */
export function articleOf(name: string, text: string): Article {
  const { value, diagnostics } = read(name, text);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

/** Diagnostics as one reads them: code, then line:column. */
export function summary(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ code, place }) => `${code} ${place?.kind === "source" ? `${place.line}:${place.column}` : "-"}`,
  );
}

/** An agency text around a body, for tests that are about the body. */
export const agencyText = (body: string): string => `Chronik\n\nEine Fähre fährt\n\n${body}`;

/** A Markdown article around a body. */
export const markdownText = (body: string): string => `---\nsection: Chronik\n---\n\n# Eine Fähre fährt\n\n${body}`;

/** An article, or a part of one, without the places it came from. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  const places = ["source", "origins", "sourceOffset", "id", "at"];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !places.includes(key))
      .map(([key, inner]) => [key, withoutPlaces(inner)]),
  );
}

/** Blocks in short: kind and text, with ordinary spaces. */
export function outline(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case "list":
        return block.items.map((item) => `${block.ordered ? "number" : "bullet"}: ${plain(item)}`);
      case "box":
        return [`box: ${block.title ? plain(block.title) : ""}`, ...outline(block.blocks).map((line) => `  ${line}`)];
      case "quotation":
        return [`quotation: ${plain(block.text)}`, ...(block.attribution ? [`by: ${plain(block.attribution)}`] : [])];
      case "table":
        return [
          `table: ${block.title ? plain(block.title) : ""}`,
          ...(block.header ? [`  header: ${block.header.map(plain).join(" | ")}`] : []),
          ...block.rows.map((row) => `  row: ${row.map(plain).join(" | ")}`),
        ];
      default:
        return [`${block.kind}: ${plain(block.text)}`];
    }
  });
}

/** The text of copy with ordinary spaces for fixed ones. */
export function plain(copy: Copy): string {
  return copy.text.replace(/[\u00A0\u202F]/g, " ").replaceAll("\u2011", "-");
}

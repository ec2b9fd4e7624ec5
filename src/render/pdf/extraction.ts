import type { GlyphsOperation } from "../display/index.ts";

/**
 * What a glyph reads as when text is taken out of the page. A word that is divided at a line's end must come out whole, a
 * compound that merely ends a line at its own hyphen must keep it. Readers join lines at U+002D, and at nothing
 * else: the hyphen of a division reads as U+002D, an author's own at a line's end as U+2010. (With U+00AD, which names
 * the thing more exactly, poppler's pdftotext leaves the word in two.) Both are drawn with the same glyph.
 */
export function extractedText({ glyphs, lineEnd }: GlyphsOperation, index: number): string {
  const text = glyphs[index]?.text ?? "";
  if (text === "\u00AD") return "-";
  if (text !== "-" || lineEnd === undefined) return text;
  return glyphs.slice(index + 1).every((after) => after.text === " ") ? "\u2010" : text;
}

import type { GlyphsOperation, WordPart } from "../display/index.ts";

/**
 * What a glyph reads as when text is taken out of the page. A word that is divided at a line's end must come out whole, a
 * compound that merely ends a line at its own hyphen must keep it. Readers that join lines do so at U+002D, and at nothing
 * else: the hyphen of a division reads as U+002D, an author's own at a line's end as U+2010. (With U+00AD, which names
 * the thing more exactly, poppler's pdftotext leaves the word in two.) Both are drawn with the same glyph.
 */
export function extractedText({ glyphs, lineEnd }: GlyphsOperation, index: number): string {
  const text = glyphs[index]?.text ?? "";
  if (text === "\u00AD") return "-";
  if (text !== "-" || lineEnd === undefined) return text;
  return glyphs.slice(index + 1).every((after) => after.text === " ") ? "\u2010" : text;
}

/**
 * What the parts of a divided word read as together (ActualText, ISO 32000-1, 14.9.4): the first is the whole word, the
 * second the space behind it. pdftotext joins words within a column without it, but not where the word goes on in the
 * next column, nor in its raw order. The second part must not be empty: PDFium, in Chrome, would then read its glyphs
 * as well, and the end of the word would stand there twice. Readers that know no ActualText still have the hyphen.
 */
export function actualText({ part, word }: WordPart): string {
  return part === "first" ? word : " ";
}

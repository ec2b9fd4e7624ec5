import type { GlyphsOperation } from "../display/index.ts";

/**
 * What a glyph reads as when text is taken out of the page. The hyphen of a division is a soft hyphen (ISO 32000-1, 14.8.2.2.3):
 * whoever leaves soft hyphens out, as programs that search do, has the word whole, and poppler's structure text has it so
 * at once. An author's own hyphen at a line's end reads as U+2010, for programs that join lines at U+002D would swallow it. All are
 * drawn with the same glyph.
 */
export function extractedText({ glyphs, lineEnd }: GlyphsOperation, index: number): string {
  const text = glyphs[index]?.text ?? "";
  if (text !== "-" || lineEnd === undefined) return text;
  return glyphs.slice(index + 1).every((after) => after.text === " ") ? "\u2010" : text;
}

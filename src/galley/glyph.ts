import type { Pt } from "../base/index.ts";
import type { Face } from "./font/face.ts";

/** A glyph of a stretch of copy at its style's size: its natural advance in points, without letterfit or scaling. */
export interface SizedGlyph {
  readonly face: Face;
  readonly glyph: number;
  readonly advance: Pt;
  readonly text: string;
}

/** The number of the glyph that begins at an offset in a word, or of what follows at its end; −1 where none begins. */
export function glyphBeginningAt(glyphs: readonly SizedGlyph[], at: number): number {
  let [index, offset] = [0, 0];
  for (; offset < at && index < glyphs.length; index++) offset += glyphs[index]?.text.length ?? 0;
  return offset === at ? index : -1;
}

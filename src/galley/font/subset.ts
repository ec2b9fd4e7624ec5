import type { Font } from "fontkit";

/** fontkit's CFF subset, of which its types show only half: `glyphs` is the glyph in each slot. */
interface CffSubset {
  readonly glyphs: number[];
  encode(): Uint8Array;
}

/**
 * A bare CFF font program that holds the given glyphs in the given order: slot 0 is .notdef, slot i + 1 is
 * `glyphs[i]`. The same glyph may stand in several slots, which fontkit's own `includeGlyph` would merge: text extraction
 * needs it, because a code stands for one text only. Same glyphs, same bytes.
 */
export function subsetFont(font: Font, glyphs: readonly number[]): Uint8Array {
  const subset = font.createSubset() as unknown as CffSubset;
  subset.glyphs.push(...glyphs);
  return subset.encode();
}

import type { Copy, Pt } from "../base/index.ts";

/** A glyph of a face, where its origin stands on the line, and the characters it stands for. */
export interface PlacedGlyph {
  /** Glyph index in the face. */
  readonly glyph: number;
  /** From the line's left edge, in points; glyph scaling and letterfit are already in it. */
  readonly x: Pt;
  /** What the glyph reads as, for text extraction: one or more characters; "\u00AD" for a hyphen that only the line end asked for. */
  readonly text: string;
}

/** Glyphs of one face and size that stand side by side on a line. */
export interface Run {
  /** Name of the face in the FontBook, for instance `SourceSerif4-Regular`. */
  readonly face: string;
  readonly size: Pt;
  /** Horizontal glyph scaling, 1 = as drawn. */
  readonly scaling: number;
  /** Letterfit: added after each glyph (before scaling), in points. */
  readonly tracking: Pt;
  /** Shift of the baseline, upwards positive, in points. */
  readonly rise: Pt;
  readonly glyphs: readonly PlacedGlyph[];
}

/** How a line comes to its end. */
export type LineEnd = "word" | "hyphen" | "explicit" | "paragraph";

/** One set line: positions are from the line's own left edge; the make-up places it on a page. */
export interface Line {
  readonly runs: readonly Run[];
  /** The measure that the line was set to, in points. */
  readonly measure: Pt;
  /** From the left edge of the measure to the first glyph (indent, centring), in points; negative where it hangs. */
  readonly inset: Pt;
  /** How far the glyphs stand out of the measure on the right for its optical edge, in points; 0 in an unfilled line. */
  readonly hang: Pt;
  /** Width of the glyphs as set, without a closing space, in points. */
  readonly width: Pt;
  /** Knuth–Plass adjustment ratio: 0 is natural, 1 uses all stretch, −1 all shrink. */
  readonly ratio: number;
  /** Mean word space of the line over the face's normal word space; 1 when it has no spaces. */
  readonly wordSpace: number;
  /** Number of word spaces on the line. */
  readonly spaces: number;
  readonly endsWith: LineEnd;
  /** The copy that stands on the line, hyphens of the line end not included. */
  readonly copy: Copy;
}

/** The same line, but for what is said. A line is no plain record to be spread: much of it is worked out when asked for. */
export function lineWith(line: Line, changes: Partial<Line>): Line {
  const { runs, measure, inset, hang, width, ratio, wordSpace, spaces, endsWith, copy } = line;
  return { runs, measure, inset, hang, width, ratio, wordSpace, spaces, endsWith, copy, ...changes };
}

/** What a line reads as: its copy, with the hyphen where it divides a word. */
export function textOf({ copy, endsWith }: Line): string {
  return endsWith === "hyphen" ? `${copy.text}-` : copy.text;
}

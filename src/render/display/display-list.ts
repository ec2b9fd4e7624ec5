import type { Pt, Rect } from "../../base/index.ts";
import type { LineEnd } from "../../galley/index.ts";
import type { Ink } from "../../page/index.ts";

/**
 * All that a backend needs to draw an article: pages of operations in painting order, which is the reading order too.
 * Lengths are points; x and y are from the top left corner of the trimmed page, y downwards.
 */
export interface DisplayList {
  readonly title: string;
  readonly language: string;
  readonly pages: readonly DisplayPage[];
}

export interface DisplayPage {
  readonly trim: Rect;
  readonly bleed: Rect;
  readonly operations: readonly Operation[];
}

export type Operation = GlyphsOperation | FillOperation | StrokeOperation | PictureOperation;

/** Glyphs of one face on one baseline. */
export interface GlyphsOperation {
  readonly kind: "glyphs";
  readonly face: string;
  readonly size: Pt;
  readonly scaling: number;
  readonly tracking: Pt;
  readonly baseline: Pt;
  /**
   * Where the text reads upwards: the x of its baseline. `baseline` is then the y at which it begins, and the glyphs' x are
   * distances along it.
   */
  readonly upwards?: Pt;
  readonly ink: Ink;
  /** How the line ends, on the last glyphs of a line: text extraction must know a divided word from a compound. */
  readonly lineEnd?: LineEnd;
  /** The parts of divided words among the glyphs, in their order: one at the start at most, and one at the end. */
  readonly parts?: readonly WordPart[];
  /** `x` is the page position of the glyph's origin; `text` is what it reads as. */
  readonly glyphs: readonly { readonly glyph: number; readonly x: Pt; readonly text: string }[];
}

/** One of the two parts of a word that the end of a line divides. */
export interface WordPart {
  readonly part: "first" | "second";
  /** What the whole word reads as. */
  readonly word: string;
  /** Half-open range of the operation's glyphs: the first part has its hyphen with it, the second the space behind it. */
  readonly start: number;
  readonly end: number;
}

/** A rectangle filled with ink: a rule or a tint. */
export interface FillOperation {
  readonly kind: "fill";
  readonly rect: Rect;
  readonly ink: Ink;
}

/** A straight hairline, for the cross of a placeholder. */
export interface StrokeOperation {
  readonly kind: "stroke";
  readonly from: { readonly x: Pt; readonly y: Pt };
  readonly to: { readonly x: Pt; readonly y: Pt };
  readonly width: Pt;
  readonly ink: Ink;
}

/** An image, scaled to `rect`, of which only what lies in `window` is seen. */
export interface PictureOperation {
  readonly kind: "picture";
  readonly path: string;
  readonly rect: Rect;
  readonly window: Rect;
}

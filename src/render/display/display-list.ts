import type { Pt, Rect } from "../../base/index.ts";
import type { LineEnd, PlacedGlyph } from "../../galley/index.ts";
import type { Ink } from "../../page/index.ts";
import type { StructureElement } from "./structure.ts";

/**
 * All that a backend needs to draw an article: pages of operations in painting order, and the logical structure in reading
 * order. Lengths are points; x and y are from the top left corner of the trimmed page, y downwards.
 */
export interface DisplayList {
  readonly title: string;
  readonly language: string;
  /** The article's elements that stand on these pages; a bare section where nothing is an article's. */
  readonly structure: StructureElement;
  readonly pages: readonly DisplayPage[];
}

export interface DisplayPage {
  readonly trim: Rect;
  readonly bleed: Rect;
  /** What is printed on: the bleed, and around it room for marks where a sheet has them. */
  readonly media: Rect;
  readonly operations: readonly Operation[];
}

/**
 * What an operation draws a part of: the element of the structure with this number, or nothing of the article
 * (ISO 32000-1, 14.8.2.2): a running head, something of the layout, a mark for those who handle the sheet.
 */
export type Tag = number | "header" | "layout" | "mark";

interface Tagged {
  /** Of the layout when left out. */
  readonly tag?: Tag | undefined;
}

export type Operation = GlyphsOperation | FillOperation | StrokeOperation | PictureOperation;

/** Glyphs of one face on one baseline. */
export interface GlyphsOperation extends Tagged {
  readonly kind: "glyphs";
  readonly face: string;
  readonly size: Pt;
  readonly scaling: number;
  readonly tracking: Pt;
  readonly baseline: Pt;
  /** Where the glyphs' own x count from. */
  readonly x: Pt;
  /** Where the text reads upwards: the x of its baseline. `baseline` is then the y at which it begins, and x are distances along it. */
  readonly upwards?: Pt | undefined;
  readonly ink: Ink;
  /** How the line ends, on the last glyphs of a line: text extraction must know a divided word from a compound. */
  readonly lineEnd?: LineEnd | undefined;
  readonly glyphs: readonly PlacedGlyph[];
}

/** A rectangle filled with ink: a rule or a tint. */
export interface FillOperation extends Tagged {
  readonly kind: "fill";
  readonly rect: Rect;
  readonly ink: Ink;
}

/** A straight hairline, for the cross of a placeholder. */
export interface StrokeOperation extends Tagged {
  readonly kind: "stroke";
  readonly from: { readonly x: Pt; readonly y: Pt };
  readonly to: { readonly x: Pt; readonly y: Pt };
  readonly width: Pt;
  readonly ink: Ink;
}

/** An image, scaled to `rect`, of which only what lies in `window` is seen. */
export interface PictureOperation extends Tagged {
  readonly kind: "picture";
  readonly path: string;
  readonly rect: Rect;
  readonly window: Rect;
}

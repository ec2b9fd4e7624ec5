import type { Copy, Pt, Rect } from "../base/index.ts";
import type { Line } from "../galley/index.ts";
import type { Ink } from "../template/index.ts";

/**
 * A made-up page, in the words of the trade. Everything has its final place: x and y in points from the top
 * left corner of the trimmed page.
 */
export interface Page {
  /** Counted from 1 within the article. */
  readonly number: number;
  /** What is printed as the page's number, where known. */
  readonly folio?: string;
  /** The trimmed page; x and y are 0. */
  readonly trim: Rect;
  /** The trimmed page with its bleed; equal to `trim` where nothing bleeds. */
  readonly bleed: Rect;
  readonly typeArea: Rect;
  readonly grid: PageGrid;
  /** Rows that the article's columns leave empty at their feet, added up. */
  readonly emptyRows: number;
  /** Lines of the body that found no place behind this page. */
  readonly overset: number;
  /** In reading order; rules and tints before the text that stands on them. */
  readonly frames: readonly Frame[];
}

/** The common baseline grid: row r stands at `first + r * leading`. Rows count from 0. */
export interface PageGrid {
  readonly first: Pt;
  readonly leading: Pt;
  readonly rows: number;
  /** Left edges of the columns, and their common width. */
  readonly columns: readonly Pt[];
  readonly columnWidth: Pt;
}

export type Frame = TextFrame | PictureFrame | RuleFrame | TintFrame;

/** What a text is on the page. `body` alone must stand on the grid. */
export type TextRole =
  | "section"
  | "date"
  | "folio"
  | "kicker"
  | "headline"
  | "deck"
  | "lead"
  | "byline"
  | "body"
  | "crosshead"
  | "quotation"
  | "attribution"
  | "list"
  | "initial"
  | "boxTitle"
  | "boxBody"
  | "table"
  | "caption"
  | "credit"
  | "sources"
  | "jump"
  | "placeholder";

/** Lines of one role that stand together, in one column or across several. */
export interface TextFrame {
  readonly kind: "text";
  readonly role: TextRole;
  /** The column (from 0) a body frame stands in; the first one of a text that spans. */
  readonly column?: number;
  /** Which block of the article's body the lines belong to; lets a backend join what columns part. */
  readonly block?: number;
  readonly rect: Rect;
  readonly ink: Ink;
  /** The lines read upwards: x is then their baseline's, and `baseline` the y at which they begin. */
  readonly upwards?: true;
  readonly lines: readonly PlacedLine[];
}

/** A line on the page. `row` is its grid row when it stands on the grid. */
export interface PlacedLine {
  readonly x: Pt;
  readonly baseline: Pt;
  readonly row?: number;
  readonly line: Line;
}

/** A picture's window on the page. Without `image` it is a marked placeholder. */
export interface PictureFrame {
  readonly kind: "picture";
  /** Index into `article.pictures`. */
  readonly picture: number;
  /** The window; what of the image falls outside is cropped. */
  readonly rect: Rect;
  /** Where the whole image lies behind the window, and the file it is read from. */
  readonly image?: { readonly path: string; readonly rect: Rect };
  readonly alternative: Copy;
}

/** A filled rule: its rect is the ink. */
export interface RuleFrame {
  readonly kind: "rule";
  readonly role: "header" | "column" | "box" | "quotation" | "table";
  readonly rect: Rect;
  readonly ink: Ink;
}

export interface TintFrame {
  readonly kind: "tint";
  readonly rect: Rect;
  readonly ink: Ink;
}

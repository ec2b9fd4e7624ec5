import type { Pt, Rect } from "../base/index.ts";
import type { Line } from "../galley/index.ts";
import type { Ink } from "../template/index.ts";
import type { TextRole } from "./page.ts";

/**
 * A slug, as a line-caster's: the least piece of the body that the make-up moves. Mostly one line; a quotation or a
 * crosshead with its space is one too. It takes whole rows of the grid, whatever its own leading is.
 */
export interface Slug {
  readonly role: TextRole;
  /** Index of the block in the article's body; what comes from lead, byline or dateline has −1. */
  readonly block: number;
  /** Rows it takes, with the space above it. */
  readonly rows: number;
  /** Rows of that which are space, and fall away at a column's head. */
  readonly spaceAbove: number;
  readonly lines: readonly SlugLine[];
  /** Rules and tints; the rects are from the column's left edge and from the baseline of the slug's first printed row. */
  readonly marks: readonly SlugMark[];
  /** What it costs to begin a column with this slug. */
  readonly breakBefore: number;
  /** Whether its last line ends with a divided word. */
  readonly divided: boolean;
}

/** A line of a slug: x from the column's left edge, y down from the baseline of the slug's first printed row. */
export interface SlugLine {
  readonly line: Line;
  readonly ink: Ink;
  readonly role: TextRole;
  readonly x: Pt;
  readonly y: Pt;
  /** Whether it stands on the grid. */
  readonly onGrid: boolean;
}

export interface SlugMark {
  readonly kind: "rule" | "tint";
  readonly role: "box" | "quotation" | "table";
  readonly rect: Rect;
  readonly ink: Ink;
}

/** What column breaks cost, beside the rows they leave empty: the worst ones more than any number of those. */
export const BREAK_COST = {
  free: 0,
  /** A paragraph's first line alone at a column's foot (Schusterjunge). */
  orphan: 1e8,
  /** A paragraph's last line alone at a column's head (Hurenkind): the trade's one deadly sin. */
  widow: 3e8,
  /** Parting a crosshead from its text, or a box that could stand together. */
  keep: 1e9,
  /** A word divided from one column into the next. */
  dividedAtColumn: 60,
  /** And from one page to the next. */
  dividedAtPage: 40_000,
} as const;

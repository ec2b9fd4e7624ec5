/**
 * What a paragraph is made of to the line breaker (Knuth & Plass, Breaking Paragraphs into Lines, 1981): boxes, glue
 * and penalties, as numbers only. Lengths share one unit, which the breaker never asks for.
 */
export type Item = Box | Glue | Penalty;

/**
 * Something printed that no line parts. Unlike in TeX a box may give a little: `stretch` and `shrink` hold what
 * letterfit and glyph scaling can do to it.
 */
export interface Box {
  readonly kind: "box";
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
  /** How far it may hang out of a line that begins, and of one that ends with it. */
  readonly hangLeft: number;
  readonly hangRight: number;
}

/** A space. A line may end at it when a box stands before it. */
export interface Glue {
  readonly kind: "glue";
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
}

/** A place where a line may end at a price. Printed only when it does: `width` is the hyphen, then. */
export interface Penalty {
  readonly kind: "penalty";
  readonly cost: number;
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
  /** How far the hyphen may hang out of the line; undefined when no hyphen is put in and the box before it hangs. */
  readonly hangRight?: number | undefined;
  /** What the next line gains in width when it begins here: a ligature or a kern that the break took apart. */
  readonly after: number;
  /** Whether the line would end with a hyphen. */
  readonly flagged: boolean;
}

/** The price at which a break is forbidden; its negative forces one. */
export const FORBIDDEN = Infinity;

/** Forces a line's end: the last item of every paragraph. */
export const PARAGRAPH_END: Penalty = {
  kind: "penalty",
  cost: -FORBIDDEN,
  width: 0,
  stretch: 0,
  shrink: 0,
  after: 0,
  flagged: false,
};

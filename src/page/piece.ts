import type { Relief } from "./relief.ts";
import type { Slug } from "./slug.ts";

/** A block of the cast body and the ways in which it can be had; the first is how it comes best and costs nothing. */
export interface Piece {
  readonly natural: Way;
  /** All ways, the natural one first. Worked out when first asked for: most pages come out even without. */
  readonly ways: readonly Way[];
}

/** One way to have a block: its slugs, and what it costs that they are not the natural ones. */
export interface Way {
  readonly slugs: readonly Slug[];
  /** Rows of the slugs in one column below other text. */
  readonly rows: number;
  readonly cost: number;
  /** What was done to it; undefined for the natural way. */
  readonly relief?: Relief;
}

/** A way from its slugs. */
export function wayOf(slugs: readonly Slug[], cost = 0, relief?: Relief): Way {
  const rows = slugs.reduce((sum, slug) => sum + slug.rows, 0);
  return { slugs, rows, cost, ...(relief && { relief }) };
}

/** A block that can be had in one way only. */
export function rigid(slugs: readonly Slug[]): Piece {
  const natural = wayOf(slugs);
  return { natural, ways: [natural] };
}

/** A block that can also be had otherwise; `others` is asked once, and only when somebody needs them. */
export function flexible(natural: Way, others: () => readonly Way[]): Piece {
  return new FlexiblePiece(natural, others);
}

// A class, for V8 gives each object literal with a getter a shape of its own, which lives, with all that the getter knows, until the
// old generation is tidied up.
class FlexiblePiece implements Piece {
  private all: readonly Way[] | undefined;

  constructor(
    readonly natural: Way,
    private readonly others: () => readonly Way[],
  ) {}

  get ways(): readonly Way[] {
    return (this.all ??= [this.natural, ...this.others()]);
  }
}

/** The natural slugs of pieces, in order. */
export function slugsOf(pieces: readonly Piece[]): readonly Slug[] {
  return pieces.flatMap(({ natural }) => natural.slugs);
}

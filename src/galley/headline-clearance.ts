/** Ink of a glyph that may come near that of another line: from where to where in its piece, and how far from the baseline; in em. */
export interface Reach {
  readonly from: number;
  readonly until: number;
  readonly by: number;
}

/** What of a piece reaches far below the baseline, and what far above. */
export interface PieceInk {
  readonly deep: readonly Reach[];
  readonly tall: readonly Reach[];
}

/** The ink of a headline's pieces, as far as that of two lines might meet in the style's leading. */
export interface HeadlineInk {
  readonly pieces: readonly PieceInk[];
  /** The style's leading in em. */
  readonly leading: number;
  /** Which part of what a line lacks of the measure stands before it: ½ where lines are centred. */
  readonly inset: number;
}

/** The least paper between the ink of two lines, in em: what tight headlines have between a descender and an ascender. */
export const PAPER = 0.02;

/** Widths of a piece and of the space behind it, in em. */
interface Width {
  readonly width: number;
  readonly space: number;
}

/**
 * The leading that keeps ink from ink in lines of these pieces, in em: the style's, or more where a descender stands over the
 * dots of a capital. `starts` has the first piece of each line and one past the last piece, `widths` those of the lines.
 */
export function clearLeading(
  ink: HeadlineInk,
  pieces: readonly Width[],
  starts: readonly number[],
  widths: readonly number[],
): number {
  let { leading } = ink;
  for (let line = 1; line < widths.length; line++) {
    const [above, from, until] = [starts[line - 1] ?? 0, starts[line] ?? 0, starts[line + 1] ?? 0];
    const [deep, tall] = [reaches(ink, "deep", pieces, above, from), reaches(ink, "tall", pieces, from, until)];
    if (deep.length === 0 || tall.length === 0) continue;
    const shift = ink.inset * ((widths[line - 1] ?? 0) - (widths[line] ?? 0));
    for (const one of deep)
      for (const other of tall)
        if (one.from < other.until + shift && other.from + shift < one.until)
          leading = Math.max(leading, one.by + other.by + PAPER);
  }
  return leading;
}

/** The ink of a line's pieces that reaches far, by its place in the line. */
function reaches(
  ink: HeadlineInk,
  kind: keyof PieceInk,
  pieces: readonly Width[],
  from: number,
  until: number,
): readonly Reach[] {
  const found: Reach[] = [];
  let x = 0;
  for (let index = from; index < until; index++) {
    for (const reach of ink.pieces[index]?.[kind] ?? [])
      found.push({ from: x + reach.from, until: x + reach.until, by: reach.by });
    x += (pieces[index]?.width ?? 0) + (pieces[index]?.space ?? 0);
  }
  return found;
}

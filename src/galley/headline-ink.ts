import type { TextStyle } from "../template/index.ts";
import { PAPER, type HeadlineInk, type PieceInk, type Reach } from "./headline-clearance.ts";
import type { Piece } from "./headline-pieces.ts";
import { shapeRange, type StyledCopy } from "./shape.ts";

/** The ink of a headline's pieces; undefined where no two glyphs of it could meet, however its lines are broken. */
export function inkOf(styled: StyledCopy, pieces: readonly Piece[]): HeadlineInk | undefined {
  const { style } = styled;
  const leading = style.leading / style.size;
  let [deepest, tallest] = [0, 0];
  for (const { depth, height } of pieces) {
    deepest = Math.max(deepest, depth);
    tallest = Math.max(tallest, height);
  }
  const room = leading - PAPER;
  if (deepest + tallest <= room) return undefined;
  return {
    pieces: pieces.map((piece) => reachesOf(styled, piece, room - tallest, room - deepest)),
    leading,
    inset: insetShare(style),
  };
}

/** Which part of what a line lacks of its measure stands before it. */
export function insetShare({ align }: TextStyle): number {
  return align === "center" ? 1 / 2 : align === "right" ? 1 : 0;
}

/** What of a piece reaches further below the baseline, or above, than it may beside anything. */
function reachesOf(styled: StyledCopy, { start, end }: Piece, depth: number, height: number): PieceInk {
  const deep: Reach[] = [];
  const tall: Reach[] = [];
  let x = 0;
  for (const { face, glyph, advance } of shapeRange(styled, start, end)) {
    const from = x + face.bearing(glyph);
    x += advance / styled.style.size;
    if (-face.bottom(glyph) > depth) deep.push({ from, until: x, by: -face.bottom(glyph) });
    if (face.top(glyph) > height) tall.push({ from, until: x, by: face.top(glyph) });
  }
  return { deep, tall };
}

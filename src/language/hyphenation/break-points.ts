import { remember } from "../../base/index.ts";
import { addressSpans } from "../addresses.ts";
import type { BreakPoint } from "../language.ts";
import { addressBreaks } from "./address-breaks.ts";
import { jointBreaks } from "./joint-breaks.ts";
import { syllableBreaks } from "./syllable-breaks.ts";

/** News copy repeats its words. */
const cacheLimit = 20_000;
const cache = new Map<string, readonly BreakPoint[]>();

/**
 * Permitted breaks of one word, punctuation included, in order of offset. What no-break spaces hold together
 * („8,5 Millionen“) may be handed in as one word; the spaces themselves are no breaks.
 */
export function breakPoints(word: string): readonly BreakPoint[] {
  return remember(cache, word, cacheLimit, () =>
    pieces(word).flatMap((piece) => shifted(breaksOfPiece(piece.text), piece.start)),
  );
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

function pieces(word: string): readonly Piece[] {
  if (!/\s/.test(word)) return [{ text: word, start: 0 }];
  return Array.from(word.matchAll(/[^\s]+/g), (found) => ({ text: found[0], start: found.index }));
}

function breaksOfPiece(text: string): readonly BreakPoint[] {
  const [address] = addressSpans(text);
  if (address !== undefined) {
    const offsets = addressBreaks(text.slice(address.start, address.end));
    return offsets.map((offset) => ({ offset: address.start + offset, kind: "explicit", grade: "joint" }));
  }
  const explicit = jointBreaks(text).map((offset): BreakPoint => ({ offset, kind: "explicit", grade: "joint" }));
  const syllable = syllableBreaks(text).map((point): BreakPoint => ({ ...point, kind: "syllable" }));
  return explicit.length === 0 ? syllable : [...explicit, ...syllable].sort((a, b) => a.offset - b.offset);
}

function shifted(points: readonly BreakPoint[], by: number): readonly BreakPoint[] {
  return by === 0 ? points : points.map((point) => ({ ...point, offset: point.offset + by }));
}

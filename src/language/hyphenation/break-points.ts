import { remember } from "../../base/index.ts";
import { addressSpans } from "../addresses.ts";
import type { BreakPoint } from "../language.ts";
import { addressBreaks } from "./address-breaks.ts";
import type { GradedBreak } from "./exceptions.ts";
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
  return remember(cache, word, cacheLimit, () => (/\s/.test(word) ? breaksOfPieces(word) : breaksOfPiece(word)));
}

function breaksOfPieces(word: string): readonly BreakPoint[] {
  return Array.from(word.matchAll(/[^\s]+/g)).flatMap(({ index, 0: piece }) =>
    breaksOfPiece(piece).map((point) => ({ ...point, offset: point.offset + index })),
  );
}

function breaksOfPiece(text: string): readonly BreakPoint[] {
  const [address] = addressSpans(text);
  if (address !== undefined) {
    const offsets = addressBreaks(text.slice(address.start, address.end));
    return offsets.map((offset) => ({ offset: address.start + offset, kind: "explicit", grade: "joint" }));
  }
  const syllable = withinParts(syllableBreaks(text));
  const joints = jointBreaks(text);
  if (joints.length === 0) return syllable;
  const explicit = joints.map((offset): BreakPoint => ({ offset, kind: "explicit", grade: "joint" }));
  return [...explicit, ...syllable].sort((a, b) => a.offset - b.offset);
}

/** Fewer letters of a part are read with the part beside them; at the ends of a whole word styles price the same. */
const LEAST_OF_PART = 3;

/** Breaks inside a word; those that leave too little of a compound's part on one side of its joint say so. */
function withinParts(breaks: readonly GradedBreak[]): readonly BreakPoint[] {
  const joints = breaks.filter(({ grade }) => grade === "joint");
  return breaks.map(({ offset, grade }): BreakPoint => {
    const point: BreakPoint = { offset, kind: "syllable", grade };
    const close = grade !== "joint" && joints.some((joint) => Math.abs(joint.offset - offset) < LEAST_OF_PART);
    return close ? { ...point, closeToJoint: true } : point;
  });
}

import { guarded, matchesIn } from "../rule.ts";

/** Which way a mark faces by what stands around it; `either` when that does not tell. */
export type Side = "open" | "close" | "either";

/** A quotation mark in a text, as typed: half-open range of offsets. */
export interface QuoteMark {
  readonly kind: "double" | "single";
  readonly glyph: string;
  readonly start: number;
  readonly end: number;
  readonly side: Side;
  /** Whether the mark faces as it does by its own shape only („ and ‚), while its surroundings say otherwise. */
  readonly isOpenByShape: boolean;
}

/** The quotation marks of a text, in order; apostrophes between letters are none. */
export function quoteMarks(text: string): readonly QuoteMark[] {
  return matchesIn(text, single.test(text) ? marks : double).map((found) => {
    const start = found.index;
    const end = start + found[0].length;
    const kind = doubles.has(found[0]) ? "double" : "single";
    const facing = facingOf(text, start, end);
    const isOpenByShape = facing !== "open" && (found[0] === "„" || found[0] === "‚");
    return { kind, glyph: found[0], start, end, side: isOpenByShape ? "open" : facing, isOpenByShape } as const;
  });
}

const doubles = new Set(["``", "''", ",,", '"', "„", "“", "”", "«", "»"]);

/** Most texts with quotation marks have only such as are marks wherever they stand. */
const double = /["„“”«»]/g;
const single = /['‚‘›‹`´’]|,,/;

const marks = guarded(
  /["„“”«»'‚‘›‹`´’]|,,/,
  String.raw`\x60\x60|''|(?<![^ \t\n\u00A0\u202F([\-–—]),,(?=[\p{L}\p{N}])|["„“”«»]|(?<![\p{L}\p{N}](?=.[\p{L}\p{N}]))['‚‘›‹\x60´’]`,
  "gs",
);

/** Characters that say nothing about which way a mark faces: other marks, and what is not seen. */
const transparent = /["„“”«»'‚‘›‹`´’\u00AD\u200B-\u200D\u2060\uFEFF]/u;

const opensAfter = /[\s([{<\-−–—‑/]/u;
const closesBefore = /[\s)\]}>.,;:!?…\-−–—‑/]/u;

function facingOf(text: string, start: number, end: number): Side {
  const before = characterBefore(text, start);
  const after = characterAfter(text, end);
  const mayOpen = before === "" || opensAfter.test(before);
  const mayClose = after === "" || closesBefore.test(after);
  if (mayOpen === mayClose) return "either";
  return mayOpen ? "open" : "close";
}

/** No copy has more marks than this in a row; without a bound a page of them would be looked through for each. */
const longestRun = 64;

/** The nearest character before an offset that is neither a mark nor invisible; empty at the start. */
export function characterBefore(text: string, offset: number): string {
  let at = offset - 1;
  while (at >= 0 && offset - at <= longestRun && transparent.test(text.charAt(at))) at--;
  return text.charAt(at);
}

/** The nearest character from an offset on that is neither a mark nor invisible; empty at the end. */
export function characterAfter(text: string, offset: number): string {
  let at = offset;
  while (at < text.length && at - offset < longestRun && transparent.test(text.charAt(at))) at++;
  return text.charAt(at);
}

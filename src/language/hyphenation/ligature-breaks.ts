import { seams } from "./graded-breaks.ts";

/** The ligatures there are: only where one may stand is a word worth taking apart. */
const LIGATURE = /f[bfhijklt]/;

/** Offsets in a word (text between spaces) over which no ligature may reach; none where no ligature could be. */
export function ligatureBreaks(word: string): readonly number[] {
  if (!LIGATURE.test(word)) return [];
  return Array.from(word.matchAll(/[\p{L}\p{M}]+/gu)).flatMap((run) =>
    LIGATURE.test(run[0]) ? seams(run[0]).map((offset) => run.index + offset) : [],
  );
}

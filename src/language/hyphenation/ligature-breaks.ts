import { remember } from "../../base/index.ts";
import { letterRuns } from "../letter-runs.ts";
import { seams } from "./graded-breaks.ts";

/** The ligatures there are: only where one may stand is a word worth taking apart. */
const LIGATURE = /f[bfhijklt]/;

// Every copy asks again for its words, and the make-up sets some copy several times.
const cacheLimit = 20_000;
const cache = new Map<string, readonly number[]>();

/** Offsets in a word (text between spaces) over which no ligature may reach; none where no ligature could be. */
export function ligatureBreaks(word: string): readonly number[] {
  if (!LIGATURE.test(word)) return [];
  return remember(cache, word, cacheLimit, () =>
    letterRuns(word).flatMap(({ start, end }) => {
      const run = word.slice(start, end);
      return LIGATURE.test(run) ? seams(run).map((offset) => start + offset) : [];
    }),
  );
}

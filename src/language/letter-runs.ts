/** Letters that stand side by side in a text, with the marks on them: half-open range of UTF-16 offsets. */
export interface LetterRun {
  readonly start: number;
  readonly end: number;
}

/** What Unicode calls letters and marks, and soft hyphens between them. */
const RUN = /[\p{L}\p{M}\u00AD]+/gu;

/** Up to here a table tells what is a letter; there are no marks yet. */
const LATIN = 0x250;
/** In the letters of Latin script, beside the signs that German text is set with, all of them are punctuation. */
const [PUNCTUATION, BEHIND_PUNCTUATION] = [0x2000, 0x2070];

/** 1 for each letter of Latin script, and for the soft hyphen. */
const LETTERS = new Uint8Array(LATIN).fill(1, 0xc0);
LETTERS.fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b);
for (const letter of [0xaa, 0xad, 0xb5, 0xba]) LETTERS[letter] = 1;
for (const sign of [0xd7, 0xf7]) LETTERS[sign] = 0;

/**
 * The runs of letters in a text, soft hyphens among them, in order. Nearly all text is of Latin script and needs no
 * pattern, which takes longer to compile than the words of an article to be looked through.
 */
export function letterRuns(text: string): readonly LetterRun[] {
  const runs: LetterRun[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= LATIN && (unit < PUNCTUATION || unit >= BEHIND_PUNCTUATION)) return runsOfAnyScript(text);
    if (LETTERS[unit] === 1) start = start < 0 ? at : start;
    else if (start >= 0) {
      runs.push({ start, end: at });
      start = -1;
    }
  }
  if (start >= 0) runs.push({ start, end: text.length });
  return runs;
}

function runsOfAnyScript(text: string): LetterRun[] {
  return Array.from(text.matchAll(RUN), ({ index, 0: run }) => ({ start: index, end: index + run.length }));
}

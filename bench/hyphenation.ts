import { languageOf, markedWord } from "../src/language/index.ts";

/** Signs of `markedWord` as the list writes them: it knows joints, prefixes and syllables. */
const AS_LISTED: Readonly<Record<string, string>> = { "=": "=", "<": "<", ">": "-", "-": "-" };

/** Compares divisions with a list of words and their true breaks (word, tab, marked word); gives a sentence of figures. */
export function judgeHyphenation(list: string): string {
  const counts = { right: 0, missed: 0, wrong: 0, graded: 0 };
  const faults: string[] = [];
  const words = list.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  for (const entry of words) {
    const [word = "", truth = ""] = entry.split("\t");
    const [wanted, found] = [breaksIn(truth), breaksIn(markedWord(word))];
    const missed = [...wanted.keys()].filter((offset) => !found.has(offset));
    const wrong = [...found.keys()].filter((offset) => !wanted.has(offset));
    const graded = [...wanted].filter(
      ([offset, sign]) => found.has(offset) && AS_LISTED[found.get(offset) ?? ""] !== sign,
    );
    counts.right += wanted.size - missed.length;
    counts.missed += missed.length;
    counts.wrong += wrong.length;
    counts.graded += graded.length;
    if (missed.length + wrong.length + graded.length > 0) faults.push(`${truth} as ${markedWord(word)}`);
  }
  return [
    `hyphenation, ${words.length} words: ${counts.right} breaks found, ${counts.missed} missed, ${counts.wrong} wrong, ${counts.graded} wrongly graded`,
    ...faults.map((fault) => `  ${fault}`),
  ].join("\n");
}

function breaksIn(marked: string): Map<number, string> {
  const breaks = new Map<number, string>();
  let offset = 0;
  for (const character of marked) {
    if (character in AS_LISTED || character === "~" || character === "*") breaks.set(offset, character);
    else offset++;
  }
  return breaks;
}

/** Words of a text divided and graded in a second; each of them once, so that no cache helps. */
export function wordsPerSecond(text: string): number {
  const { breakPoints } = languageOf("de-AT");
  const words = [...new Set(text.match(/\p{L}{2,}/gu))];
  const start = performance.now();
  for (const word of words) breakPoints(word);
  return (words.length * 1000) / (performance.now() - start);
}

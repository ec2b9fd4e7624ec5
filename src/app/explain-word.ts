import { languageOf, markedWord, type Grade, type Language } from "../language/index.ts";

const MEANINGS: Readonly<Record<Grade, string>> = {
  joint: "joint of a compound",
  prefix: "behind a prefix",
  suffix: "before a suffix",
  syllable: "between syllables",
  unpleasant: "unpleasant or misleading, only if nothing else helps",
  name: "inside a name, only if nothing else helps",
};

const LEGEND =
  "= joint   < behind a prefix   > before a suffix   - syllable   ~ unpleasant   * in a name   | no hyphen added";

/** Where words may be divided and how well, as text: each word with its breaks marked, then a line for every break. */
export function explainWords(words: readonly string[]): string {
  const language = languageOf("de-AT");
  const parts = words.map((word) => [markedWord(word), ...breaksOf(word, language)].join("\n"));
  return `${parts.join("\n\n")}\n\n${LEGEND}\n`;
}

/** The same as data: each word's breaks with the offset in UTF-16 units, the grade, whether it is close to a joint, and whether a hyphen is added. */
export function wordsJson(words: readonly string[]): readonly object[] {
  const language = languageOf("de-AT");
  return words.map((word) => ({
    word,
    marked: markedWord(word),
    breaks: language.breakPoints(word).map(({ offset, kind, grade, closeToJoint = false }) => ({
      offset,
      grade,
      closeToJoint,
      hyphen: kind === "syllable",
    })),
  }));
}

function breaksOf(word: string, language: Language): string[] {
  const points = language.breakPoints(word);
  if (points.length === 0) return ["  is not divided"];
  const width = word.length + 2;
  return points.map(({ offset, kind, grade, closeToJoint }) => {
    const shown = `${word.slice(0, offset)}${kind === "syllable" ? "-" : ""}|${word.slice(offset)}`;
    const graded = closeToJoint ? `${MEANINGS[grade]}, close to a joint` : MEANINGS[grade];
    const meaning = kind === "syllable" ? graded : "at a sign of its own, no hyphen is added";
    return `  ${shown.padEnd(width)}  ${meaning}`;
  });
}

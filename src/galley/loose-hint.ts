import { Pattern } from "../base/index.ts";
import { markedWord } from "../language/index.ts";
import { LOOSE_LINE } from "./findings.ts";
import type { Line } from "./line.ts";

/** What a desk may try with a loose line: where the word at its end might break, as `explain --word` marks it. */
export function looseHint(line: Line, next: Line | undefined): string {
  return [whyLoose(line, next), LOOSE_LINE.hint].filter((reason) => reason !== "").join("; ");
}

const AROUND_WORD = new Pattern(String.raw`^[^\p{L}]+|[^\p{L}]+$`, "g");

function whyLoose(line: Line, next: Line | undefined): string {
  const words = wordsAtEnd(line, next);
  if (/[\u00A0\u202F]/.test(words)) return `“${words}” stays together and had no place in the line`;
  const word = words.replace(AROUND_WORD.for(words), "");
  if (word === "") return "";
  const marked = markedWord(word);
  return marked === word
    ? `“${word}” cannot be divided`
    : `“${word}” might break as ${marked}, which was no better here`;
}

/** The word that the line's end divides, or else the one that found no place in it, with what is tied to it. */
function wordsAtEnd({ copy, endsWith }: Line, next: Line | undefined): string {
  const last = endsWith === "hyphen" ? (/[^ ]+$/.exec(copy.text)?.[0] ?? "") : "";
  return last + (/^[^ ]+/.exec(next?.copy.text ?? "")?.[0] ?? "");
}

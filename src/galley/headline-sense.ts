import { Pattern } from "../base/index.ts";
import type { Language } from "../language/index.ts";
import { HEADLINE_COST, type HeadlinePiece } from "./headline-breaks.ts";

/** A word of a headline, the marks beside it with it, and whether a no-break space follows. */
export interface HeadlineWord {
  readonly text: string;
  readonly binds: boolean;
}

/** What it costs to end a line behind a word, and how much of a pause that is. */
export function breakAt(
  words: readonly HeadlineWord[],
  index: number,
  language: Language,
): Pick<HeadlinePiece, "breakCost" | "pause"> {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined) return { breakCost: 0, pause: 0 };
  if (word.binds) return { breakCost: HEADLINE_COST.sense, pause: 0 };
  if (language.bindsForward(word.text, next.text)) {
    const between = !CAPITAL.test(next.text) && language.bindsForward(next.text, words[index + 2]?.text);
    return { breakCost: between ? HEADLINE_COST.senseBetween : HEADLINE_COST.sense, pause: 0 };
  }
  const pause = pauseBehind(word.text);
  const dash = /^[–-]$/u.test(next.text) ? HEADLINE_COST.dash : 0;
  const bond = pause > 0 ? 0 : bondBetween(words, index, language);
  return { breakCost: HEADLINE_COST.noPause * (1 - pause) + dash + bond, pause };
}

/** What it costs to part what is read together: „zwölf | Kilometer“, „der neuen | Regierung“, „Trainer | Letsch“, „Tempo | 30“. */
function bondBetween(words: readonly HeadlineWord[], index: number, language: Language): number {
  const [word, next, third] = words.slice(index, index + 3);
  if (word === undefined || next === undefined) return 0;
  if (CAPITALISED.test(next.text)) {
    if (NUMBER_WORDS.test(word.text)) return HEADLINE_COST.number;
    if (isAttribute(word.text, words[index - 1], language)) return HEADLINE_COST.adjective;
  }
  if (!CAPITALISED.test(word.text)) return 0;
  // What a number does not count it names: „Platz | 2 in“, but „Osttirol | 19 Schafe“.
  if (FIGURE.test(next.text)) return language.bindsForward(next.text, third?.text) ? 0 : HEADLINE_COST.number;
  return CAPITAL.test(next.text) ? HEADLINE_COST.apposition : 0;
}

const FULL_PAUSE = new Pattern(String.raw`[:;.!?–][“”»«‘’›‹]?$|[“”»«‘’›‹],$`);
/** What a comma is of a colon: it may only part the members of a list. */
const COMMA = 0.6;

function pauseBehind(word: string): number {
  if (FULL_PAUSE.test(word)) return 1;
  return word.endsWith(",") ? COMMA : 0;
}

const NUMBER_WORDS = /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|mehr|weniger)$/iu;

const FIGURE = new Pattern(String.raw`^\p{N}+(?:[.,]\p{N}+)*[,:;!?]?$`);
const CAPITAL = new Pattern(String.raw`^\p{Lu}`);
const CAPITALISED = new Pattern(String.raw`^[„»]?\p{Lu}`);
const INFLECTED = new Pattern(String.raw`^\p{Ll}+e[nrsm]?$`);
const OF_PLACE = new Pattern(String.raw`^\p{Lu}\p{Ll}+er$`);
const INFLECTED_AT_HEAD = new Pattern(String.raw`^\p{Lu}\p{Ll}+e[nrsm]?$`);

/** „der neuen | Regierung“, „der Wiener | Altstadt“: whether a word before a noun is inflected and stands behind one that binds. */
function isAttribute(word: string, before: HeadlineWord | undefined, language: Language): boolean {
  if (before === undefined) return INFLECTED_AT_HEAD.test(word) && !isNounLike(word);
  return (INFLECTED.test(word) || OF_PLACE.test(word)) && language.bindsForward(before.text, word);
}

/** At a headline's head an adjective has a capital, too; these endings are mostly those of nouns and names. */
function isNounLike(text: string): boolean {
  return !/(?:isch|lich|ig|los|bar|sam|haft|neu|alt|falsch|groß|klein|jung|lang|hoh|letzt|erst)e[nrsm]?$/iu.test(text);
}

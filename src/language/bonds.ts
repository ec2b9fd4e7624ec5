import { Pattern } from "../base/index.ts";
import { bindsForward } from "./binding.ts";
import type { Around, Bond } from "./language.ts";

/**
 * What holds a word of a heading to the one behind it, where no rule of grammar forbids a line end between them (`bindsForward`):
 * „zwölf | Kilometer“ and „Tempo | 30“ (number), „der neuen | Regierung“ (attribute), „Trainer | Letsch“ (apposition).
 */
export function bondBehind(word: string, next: string, { before, third }: Around): Bond | undefined {
  if (CAPITALISED.test(next)) {
    if (NUMBER_WORDS.test(word)) return "number";
    if (isAttribute(word, before)) return "attribute";
  }
  if (!CAPITALISED.test(word)) return undefined;
  // What a number does not count it names: „Platz | 2 in“, but „Osttirol | 19 Schafe“.
  if (FIGURE.test(next)) return third !== undefined && bindsForward(next, third) ? undefined : "number";
  return CAPITAL.test(next) ? "apposition" : undefined;
}

const NUMBER_WORDS = /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|mehr|weniger)$/iu;

const FIGURE = new Pattern(String.raw`^\p{N}+(?:[.,]\p{N}+)*[,:;!?]?$`);
const CAPITAL = new Pattern(String.raw`^\p{Lu}`);
const CAPITALISED = new Pattern(String.raw`^[„»]?\p{Lu}`);
const INFLECTED = new Pattern(String.raw`^\p{Ll}+e[nrsm]?$`);
const OF_PLACE = new Pattern(String.raw`^\p{Lu}\p{Ll}+er$`);
const INFLECTED_AT_HEAD = new Pattern(String.raw`^\p{Lu}\p{Ll}+e[nrsm]?$`);

/** „der neuen | Regierung“, „der Wiener | Altstadt“: whether a word before a noun is inflected and stands behind one that binds. */
function isAttribute(word: string, before: string | undefined): boolean {
  if (before === undefined) return INFLECTED_AT_HEAD.test(word) && !isNounLike(word);
  return (INFLECTED.test(word) || OF_PLACE.test(word)) && bindsForward(before, word);
}

/** At a heading's head an adjective has a capital, too: what has none of these endings is mostly a noun or a name. */
function isNounLike(text: string): boolean {
  return !/(?:isch|lich|ig|los|bar|sam|haft|neu|alt|falsch|groß|klein|jung|lang|hoh|letzt|erst)e[nrsm]?$/iu.test(text);
}

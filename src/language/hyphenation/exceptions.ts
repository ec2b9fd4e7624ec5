/**
 * Words that the patterns divide badly, with their breaks as „|“, in lower case. An entry stands for its
 * inflected forms too. Words that the patterns divide well are not repeated here.
 */
const entries: readonly string[] = [
  // The patterns leave the joint out because „Drucker-zeugnis“ is as possible to them as „Druck-erzeugnis“.
  "druck|er|zeug|nis",
  // Staub-ecken and Stau-becken: of the two only the basin occurs in news copy.
  "stau|be|cken",
  // Auto|ren-nen would send the eye to authors; the patterns therefore drop everything behind „Auto“.
  "au|to|ren|nen",
  // Spargel-der misleads; the patterns lose the harmless break behind it as well.
  "spar|gel|der",
  // bein-halten misleads; be|in|hal|ten is what the word is made of.
  "be|in|hal|ten",
  "be|in|hal|tet",
  "be|in|hal|te|te",
  // Altbauer-haltung misleads; the patterns then give up the syllable inside „Erhaltung“.
  "alt|bau|er|hal|tung",
  // The patterns miss the second syllable of the Austrian word for maize.
  "ku|ku|ruz",
];

// The endings of declension and conjugation that begin no new syllable where they join these words.
const endings = ["", "s", "n", "ns"];

const breaksOf: ReadonlyMap<string, readonly number[]> = new Map(
  entries.flatMap((entry) => {
    const word = entry.replaceAll("|", "");
    return endings.map((ending): [string, readonly number[]] => [word + ending, offsetsOf(entry)]);
  }),
);

/** The breaks of a word in lower case that the patterns get wrong; undefined when the patterns may be trusted. */
export function exceptionFor(word: string): readonly number[] | undefined {
  return breaksOf.get(word);
}

function offsetsOf(entry: string): readonly number[] {
  const parts = entry.split("|");
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("").length);
}

// German prefixes and particles of verbs. „Gegen“, „haupt“, „hoch“ and the like are words that make compounds; foreign
// prefixes („pro“, „kon“) are syllables to a German reader.
const simple =
  "ab an auf aus be bei dar durch ein emp ent er fort ge her hin los miss mit nach über um un unter ur ver vor weg wider wieder zer zu";

// Particles made of two: a line may end between them as well as behind a prefix.
const double = "her|an her|aus her|ein her|um her|vor hin|aus hin|ein hin|zu vor|an vor|aus vor|bei zu|rück zu|sammen";

/** Prefixes, and where the first of two particles ends. */
const prefixes: ReadonlyMap<string, number | undefined> = new Map<string, number | undefined>([
  ...simple.split(" ").map((prefix): [string, undefined] => [prefix, undefined]),
  ...double.split(" ").map((prefix): [string, number] => [prefix.replace("|", ""), prefix.indexOf("|")]),
]);

/** The prefixes that begin with the same two letters, the longest first: most places in a word have none. */
const byBeginning = new Map<string, string[]>();
for (const prefix of [...prefixes.keys()].sort((a, b) => b.length - a.length)) {
  const beginning = prefix.slice(0, 2);
  byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), prefix]);
}

/** Length of the longest prefix that begins at `at`; 0 when none does. No prefix ends inside „ck“: „Zuckerl“ has none. */
export function prefixAt(word: string, at: number): number {
  const candidates = byBeginning.get(word.slice(at, at + 2));
  const prefix = candidates?.find((one) => word.startsWith(one, at) && !word.startsWith("ck", at + one.length));
  return prefix?.length ?? 0;
}

/** The seams of a prefix that ends at `end` and begins at `at`: behind it, and between the two particles it is made of. */
export function prefixSeams(word: string, at: number, end: number): readonly number[] {
  const inner = prefixes.get(word.slice(at, end));
  return inner === undefined ? [end] : [at + inner, end];
}

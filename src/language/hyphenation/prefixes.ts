// German prefixes and particles of verbs. „Gegen“, „haupt“, „hoch“ and the like are words that make compounds; foreign
// prefixes („pro“, „kon“) are syllables to a German reader.
const prefixes: ReadonlySet<string> = new Set(
  (
    "ab an auf aus be bei dar durch ein emp ent er fort ge her heran heraus herein herum hervor hin hinaus hinein hinzu " +
    "los miss mit nach ob über um un unter ur ver vor voran voraus vorbei weg wider wieder zer zu zurück zusammen"
  ).split(" "),
);
const longest = 8;

/** Length of the longest prefix that begins at `at`; 0 when none does. */
export function prefixAt(word: string, at: number): number {
  for (let length = longest; length >= 2; length--) if (prefixes.has(word.slice(at, at + length))) return length;
  return 0;
}

/** Parts of compounds that German news is made of; joined at random they are words that no cache has seen. */
const FIRST =
  "Atom Bundes Energie Friedens Gesundheits Handels Innen Justiz Klima Landes Nachrichten Polizei Raketen Sicherheits Verkehrs Wirtschafts".split(
    " ",
  );
const LAST =
  "abkommen ausschuss behörde bericht debatte entscheidung forschung gipfel krise ministerium partnerschaft politik programm sitzung strategie verhandlung".split(
    " ",
  );
const BETWEEN =
  "der die und in mit von für über nach bei zwischen seit wegen gegen neue große weitere gemeinsame österreichische europäische".split(
    " ",
  );
const VERBS = "kritisierte begrüßte verlangte prüfte verhandelte verschob beschloss erklärte".split(" ");

/** An article of the agency's plain form, about 2,000 characters, of which no two numbers give the same. */
export function variedArticle(number: number): string {
  const next = randomFrom(number + 1);
  const pick = (words: readonly string[]): string => words[Math.floor(next() * words.length)] ?? "";
  const compound = (): string => pick(FIRST) + pick(LAST);
  const sentence = (): string => {
    const words = Array.from({ length: 8 + Math.floor(next() * 9) }, () =>
      next() < 0.35 ? compound() : pick(BETWEEN),
    );
    return `Die ${compound()} ${pick(VERBS)} ${words.join(" ")}.`;
  };
  const paragraph = (): string => Array.from({ length: 3 + Math.floor(next() * 3) }, sentence).join(" ");
  const head = ["Innenpolitik", `${compound()} vor neuer ${compound()}`, `Blick auf die ${compound()}\n© APA`];
  return [...head, ...Array.from({ length: 5 }, paragraph)].join("\n\n");
}

/** A linear congruential generator (Numerical Recipes' constants): the same articles on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

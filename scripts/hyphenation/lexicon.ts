// Makes the lexicon of simple words for src/language/hyphenation: `npm run lexicon -- FOLDER`; README.md says how.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { decode } from "@msgpack/msgpack";
import { Lexicon, NAME, RARITIES } from "../../src/language/hyphenation/lexicon.ts";
import { prefixAt } from "../../src/language/hyphenation/prefixes.ts";
import { INNER_PREFIX, PART, RARITY_STEP, structureOf } from "../../src/language/hyphenation/structure.ts";
import { syllables } from "../../src/language/hyphenation/syllables.ts";
import { Trie } from "../../src/language/hyphenation/trie.ts";
import { pack, writeModule } from "./pack.ts";

const folder = process.argv[2] ?? ".";

const WORD = /^[a-zäöüßéèêáàâñçô]+$/;

// --- Frequencies: wordfreq, in centibels; German ones fold ß into ss. ---

function frequencies(file: string): Map<string, number> {
  const bins = decode(gunzipSync(readFileSync(join(folder, file)))) as unknown as (readonly string[])[];
  return new Map(bins.slice(1).flatMap((words, bin) => words.map((word): [string, number] => [word, bin + 1])));
}

const german = frequencies("wordfreq/data/large_de.msgpack.gz");
const english = frequencies("wordfreq/data/large_en.msgpack.gz");

const RAREST = 800;
const rarenessOf = (word: string): number => german.get(word.replaceAll("ß", "ss")) ?? RAREST;

/** Twelve steps of forty centibels; what is more frequent than a noun ever is counts as the first. */
function rarity(word: string): number {
  return Math.max(0, Math.min(RARITIES - 1, Math.round((rarenessOf(word) - 340) / 40)));
}

// --- Candidates. ---

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

const byHand = new Map<string, string[]>();
for (const line of linesOf("scripts/hyphenation/by-hand.txt")) {
  const [kind = "", ...words] = line.split(/[:\s]+/);
  byHand.set(kind, [...(byHand.get(kind) ?? []), ...words]);
}
const excluded = new Set(byHand.get("not"));
const simple = new Set(byHand.get("simple"));
const unprefixed = new Set(byHand.get("unprefixed"));
const prefixed = new Set(byHand.get("prefixed"));
const split = new Set(byHand.get("split"));

/** Words of two letters that compounds have. */
const SHORT = new Set(["ob", "öl"]);

const candidates = new Map<string, number>();
function add(word: string, name = false): void {
  if (!WORD.test(word) || (word.length < 3 && !SHORT.has(word)) || excluded.has(word) || candidates.has(word)) return;
  candidates.set(word, rarity(word) + (name ? NAME : 0));
}

for (const word of [...simple, ...prefixed, ...(byHand.get("add") ?? [])]) add(word);

// jWordSplitter: words as they stand in compounds, stems among them.
for (const word of linesOf(join(folder, "de/danielnaber/jwordsplitter/wordsGerman.txt"))) add(word.toLowerCase());

// german-nouns: lemma and kind of word in the first two columns, forms in the others.
const names: string[] = [];
for (const line of linesOf(join(folder, "german_nouns/nouns.csv")).slice(1)) {
  const cells = [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map((cell) => cell[1] ?? cell[2] ?? "");
  const [lemma = "", kind = "", ...rest] = cells;
  const forms = [lemma, ...rest].filter((form) => /^\p{Lu}\p{Ll}{3,}$/u.test(form)).map((form) => form.toLowerCase());
  if (/Toponym|Vorname|Nachname|Eigenname/.test(kind)) names.push(...forms.filter((form) => rarenessOf(form) <= 600));
  else if (kind === "Substantiv" || kind === "Substantiv,adjektivische Deklination") {
    for (const form of forms) if (rarenessOf(form) <= 640) add(form);
  }
}

// Adjectives and verbs: words of which several forms are in use, with the ß that the counts have folded.
const sharpen = (word: string): string[] => [
  word,
  word.replace(
    /(gro|grö|wei|hei|sü|mä|drei|flei|schlie|flie|genie|gie|sto|grü|stra|blo|rei|bei|schmei|au|äu)ss/g,
    "$1ß",
  ),
];
const inUse = (form: string): boolean => rarenessOf(form) <= 720;
for (const [word, bin] of german) {
  if (bin > 690 || word.length < 3 || !WORD.test(word)) continue;
  const base = word.replace(/e[nrsm]?$/, "");
  const adjective = base.length >= 3 && ["e", "en", "er", "es"].every((ending) => inUse(base + ending));
  const stem = word.replace(/(en|n|te|ten|t|st)$/, "");
  const infinitive = /e[lr]$/.test(stem) ? `${stem}n` : `${stem}en`;
  const verb = stem.length >= 3 && [infinitive, `${stem}t`, `${stem}te`].every(inUse);
  if (adjective) for (const form of sharpen(base)) add(form);
  else if (verb && word.length >= 4) for (const form of sharpen(word)) add(form);
}
// Adverbs and the like have no forms to know them by; so frequent a word is German when English does not have it oftener.
const isName = new Set(names);
for (const [word, bin] of german) {
  if (bin > 520 || word.length < 4 || isName.has(word) || (english.get(word) ?? RAREST) <= bin) continue;
  for (const form of sharpen(word)) add(form);
}
for (const name of names) add(name, true);
console.log(`${candidates.size} candidates`);

// --- Compounds go: what is made of two known words need not be remembered. ---

/** How much rarer, in steps, the parts may be than the whole, on average: lexicalised compounds are frequent. */
const TOLERANCE = 4;

const lexicon = new Lexicon(new Trie(pack(candidates)));
const known = new Set(candidates.keys());
let removed = 0;
for (const word of [...candidates.keys()]) {
  if (word.length < 6 || simple.has(word) || prefixed.has(word)) continue;
  const places = syllables(word);
  const { joints, unknown, cost } = structureOf(word, places, lexicon, { compound: true });
  if (joints.length === 0 || unknown.length > 0 || !joints.every((joint) => places.includes(joint))) continue;
  const parts = joints.length + 1;
  const excess = (cost - parts * PART) / parts / RARITY_STEP - rarity(word);
  if (excess > TOLERANCE && !split.has(word)) continue;
  candidates.delete(word);
  removed++;
}
console.log(`${removed} compounds`);

// --- Prefixes, and forms that the endings explain. ---

const ALWAYS = new Set(["ver", "zer", "ent", "emp", "wider", "wieder", "über", "zurück", "zusammen"]);

function prefixesOf(word: string): number {
  if (unprefixed.has(word)) return 0;
  const places = syllables(word);
  let at = 0;
  let count = 0;
  while (count < 2) {
    const length = prefixAt(word, at) || (count > 0 && word.startsWith(INNER_PREFIX, at) ? INNER_PREFIX.length : 0);
    if (length === 0) break;
    const prefix = word.slice(at, at + length);
    const rest = word.slice(at + length);
    if (rest.length < 3 || unprefixed.has(word.slice(at)) || !places.includes(at + length)) break;
    const participle = prefix === "ge" && count > 0;
    if (!ALWAYS.has(prefix) && !participle && !prefixed.has(word) && !isWord(rest) && prefixAt(rest, 0) === 0) break;
    at += length;
    count++;
  }
  return count;
}

function isWord(rest: string): boolean {
  if (known.has(rest)) return true;
  const stems = ["", "e", "en", "er", "em", "es", "n", "r", "s", "t", "te", "ten"]
    .filter((ending) => rest.endsWith(ending))
    .map((ending) => rest.slice(0, rest.length - ending.length))
    .filter((stem) => stem.length >= 4);
  if (stems.some((stem) => known.has(stem) || (german.get(stem) ?? RAREST) <= 660)) return true;
  return /(ung|ungen)$/.test(rest) && inUse(rest.replace(/ung(en)?$/, "en"));
}

const STRIPPED = ["s", "es", "n", "en", "e", "in", "innen"];
for (const word of [...candidates.keys()].sort((a, b) => b.length - a.length)) {
  const value = candidates.get(word) ?? 0;
  const stem = STRIPPED.map((ending) => (word.endsWith(ending) ? word.slice(0, -ending.length) : "")).find(
    (stem) => stem.length >= 4 && candidates.has(stem) && (candidates.get(stem) ?? 0) <= value,
  );
  if (stem !== undefined && !simple.has(word)) candidates.delete(word);
}
for (const [word, value] of candidates) candidates.set(word, value + RARITIES * prefixesOf(word));
console.log(`${candidates.size} entries`);

await writeModule(
  "src/language/hyphenation/data/lexicon.ts",
  "Made by scripts/hyphenation/lexicon.ts; see README.md beside this file for sources and licences. Do not edit.",
  { LEXICON: pack(candidates) },
);

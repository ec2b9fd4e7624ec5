import { Pattern } from "../../base/index.ts";
import { isFunctionWord } from "../words.ts";

/**
 * Whether the number between `start` and `end` counts what stands behind it, one space on: a noun („11 Soldaten“),
 * or an adjective with its noun („3 neue Züge“, „12 weitere schwer verletzte Soldaten“). A verb is not counted
 * („Falcon 9 hebt ab“), nor is anything behind a number that names („Platz 3 Österreich“).
 */
export function countsWhatFollows(text: string, start: number, end: number): boolean {
  const word = wordAt(text, end + 1);
  if (word === "" || isFunctionWord(word)) return false;
  const before = wordBefore(text, start);
  if (isCapitalised(word)) return !namedByNumber.test(before);
  if (word === "mal") return !factor.test(text.slice(end + 5, end + 6));
  return isDeclined(word) && hasNounBehind(text, end + 1) && !isName(before);
}

/** „30 mal 12 Zentimeter“ is a product. */
const factor = /\d/;

/** No German word and no string of adjectives is longer than what is looked at. */
const reach = 120;

const wordAtStart = new Pattern(String.raw`^\p{L}[\p{L}\p{M}\u00AD\-‑]*`);

function wordAt(text: string, offset: number): string {
  return wordAtStart.exec(text.slice(offset, offset + reach))?.[0] ?? "";
}

const wordAtEnd = new Pattern(String.raw`[\p{L}\p{M}\-‑]+(?=[ \u00A0\u202F]$)`);

function wordBefore(text: string, offset: number): string {
  const start = Math.max(offset - reach, text.lastIndexOf(" ", offset - 2) + 1);
  return wordAtEnd.exec(text.slice(start, offset))?.[0] ?? "";
}

const declined = new Pattern(String.raw`\p{Ll}e[mnrs]?$`);

/** Adjectives with a number before them are declined: „3 neue“, „der 12 besten“. */
function isDeclined(word: string): boolean {
  return declined.test(word) && !verbs.has(word);
}

/** Verbs that look declined and have numbers for their subject: „12 erlitten Brüche“. */
const verbs = new Set(
  "kamen gingen blieben fanden starben verloren gewannen erlitten erhielten bekamen nahmen sahen standen lagen saßen fuhren flohen traten trugen konnten mussten sollten wollten durften stimmten meldeten erreichten brachten können müssen sollen wollen dürfen kommen gehen bleiben".split(
    " ",
  ),
);

/** After a noun or a name a small word is rather its verb: „Die Falcon 9 brachte Satelliten“. */
function isName(before: string): boolean {
  return isCapitalised(before) && !isFunctionWord(before);
}

const capitalised = new Pattern(String.raw`^\p{Lu}`);

function isCapitalised(word: string): boolean {
  return capitalised.test(word);
}

const adjectivesBeforeNoun = new Pattern(
  String.raw`^((?:\p{Ll}[\p{L}\p{M}\u00AD\-‑]*,?[ \u00A0\u202F]){1,4})[„‚«»‹›"']*\p{Lu}`,
);

/** Up to three more adjectives or adverbs, then a noun; the word directly before the noun is declined. */
function hasNounBehind(text: string, offset: number): boolean {
  const [, adjectives] = adjectivesBeforeNoun.exec(text.slice(offset, offset + reach)) ?? [];
  const words = adjectives?.split(/[, \u00A0\u202F]+/).filter((word) => word !== "") ?? [];
  return words.length > 0 && isDeclined(words.at(-1) ?? "") && !words.some(isFunctionWord);
}

/** Nouns that a number behind them names: what stands behind the number is not counted by it. */
const namedByNumber =
  /^(?:Platz|Rang|Nummer|Artikel|Absatz|Paragraf|Kapitel|Seite|Band|Teil|Folge|Akt|Szene|Gleis|Linie|Tor|Halle|Saal|Raum|Zimmer|Stiege|Tür|Gruppe|Klasse|Stufe|Phase|Runde|Etappe|Liga|Zone|Block|Version|Kanal|Tempo|Ebene|Falcon|Ariane|Apollo|Artemis|Sojus|Vega|Formel|Ziffer|Lesung)$/u;

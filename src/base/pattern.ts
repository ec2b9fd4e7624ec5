import { once } from "./once.ts";

/**
 * A regular expression with classes of Unicode. Of these `\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{M}` and `\p{N}` are dear: V8 takes some milliseconds
 * to compile an expression that has a few of them. Nearly all texts are of Latin script, and for those the classes are written out as the
 * few ranges that such texts have of them. What no text asks for is not made.
 */
export class Pattern {
  readonly #forLatin: () => RegExp;
  readonly #forAny: () => RegExp;

  /** Of an expression's source, or of what makes it, and its flags beside `u`. */
  constructor(source: string | (() => string), flags = "") {
    const written = typeof source === "string" ? (): string => source : source;
    this.#forLatin = once(() => new RegExp(inLatin(written()), `${flags}u`));
    this.#forAny = once(() => new RegExp(written(), `${flags}u`));
  }

  /** The expression to search a text with. */
  for(text: string): RegExp {
    return LATIN.test(text) ? this.#forLatin() : this.#forAny();
  }

  /** Whether a text holds what it finds. Not for a pattern with the flag `g`, which goes on from where it was. */
  test(text: string): boolean {
    return this.for(text).test(text);
  }

  /** The first that it finds in a text. Not for a pattern with the flag `g`. */
  exec(text: string): RegExpExecArray | null {
    return this.for(text).exec(text);
  }
}

/** Basic Latin to Latin Extended-A, with the punctuation, currencies, arrows and mathematical signs that stand beside it. */
const LATIN = /^[\0-\u017F\u2000-\u206F\u20A0-\u20CF\u2190-\u22FF]*$/;

/** A class on its own, an escaped character, and classes in brackets. */
const PARTS = /\\p\{\w+\}|\\.|\[(?:\\.|[^\]\\])*\]/g;
const CLASS = /\\p\{(\w+)\}/g;

function inLatin(source: string): string {
  return source.replace(PARTS, (part) => {
    if (part.startsWith("[")) return part.replace(CLASS, rangesOf);
    return part.startsWith(String.raw`\p`) ? `[${part.replace(CLASS, rangesOf)}]` : part;
  });
}

function rangesOf(written: string, name: string): string {
  const ranges = latinClasses()[name];
  if (ranges === undefined) throw new RangeError(`no class of letters or figures: ${written}`);
  return ranges;
}

/** What texts of Latin script have of each class. */
const latinClasses = once((): Readonly<Record<string, string>> => {
  const extended = Array.from({ length: 0x80 }, (_, index) => String.fromCharCode(0x100 + index));
  const isCapital = (letter: string): boolean => letter.toLowerCase() !== letter;
  return {
    L: "A-Za-zªµºÀ-ÖØ-öø-\u017F",
    Lu: `A-ZÀ-ÖØ-Þ${extended.filter(isCapital).join("")}`,
    Ll: `a-zµß-öø-ÿ${extended.filter((letter) => !isCapital(letter)).join("")}`,
    // Their letters have no marks on them that would be characters.
    M: "",
    N: "0-9²³¹¼-¾",
  };
});

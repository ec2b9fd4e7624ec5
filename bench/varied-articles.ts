import { readdirSync, readFileSync } from "node:fs";
import { sentencesOf } from "../src/language/sentences.ts";

const FOLDER = "bench/articles";

/** What is common to all of them; other keys stand before single articles only. */
const KEY = /^[A-ZÄÖÜ][\p{L} ]+\??: /u;

/** What varied articles are made of: sections, headlines and sentences of the project's own. */
interface Stock {
  readonly sections: readonly string[];
  readonly headlines: readonly string[];
  readonly sentences: readonly string[];
}

let stock: Stock | undefined;

function readStock(): Stock {
  const articles = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => readFileSync(`${FOLDER}/${file}`, "utf8").split(/\n\n+/));
  const paragraphs = articles.flatMap(([, , ...rest]) => rest.filter((text) => !KEY.test(text) && text.length > 120));
  return {
    sections: articles.map(([section = ""]) => section),
    headlines: articles.map(([, headline = ""]) => headline),
    sentences: paragraphs
      .map((text) => text.replace(/\s+/g, " "))
      .flatMap((text) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))),
  };
}

/** First parts of compounds; before other words they make such as no cache has seen. */
const FIRST =
  "Atom Bundes Energie Friedens Gesundheits Handels Innen Justiz Klima Landes Nachrichten Polizei Raketen Sicherheits Verkehrs Wirtschafts".split(
    " ",
  );

/** One long word in so many gets such a first part, and one figure in two becomes another. */
const COMPOUNDED = 8;

/**
 * An article of the agency's plain form, about 2,000 characters, of which no two numbers give the same: sentences of the project's articles
 * in another order, with other figures, and with some words that news has never had. Run it in the project's folder.
 */
export function variedArticle(number: number): string {
  stock ??= readStock();
  const { sections, headlines, sentences } = stock;
  const next = randomFrom(number + 1);
  const pick = (texts: readonly string[]): string => texts[Math.floor(next() * texts.length)] ?? "";
  const varied = (text: string): string =>
    text
      .replace(/\d/g, (digit) => (digit === "0" || next() < 0.5 ? digit : String(1 + Math.floor(next() * 9))))
      .replace(/(?<![\p{L}-])\p{Lu}\p{Ll}{6,}(?![\p{L}-])/gu, (word) =>
        next() < 1 / COMPOUNDED ? pick(FIRST) + word.toLowerCase() : word,
      );
  const paragraph = (): string => {
    let text = varied(pick(sentences));
    while (text.length < 320) text += ` ${varied(pick(sentences))}`;
    return text;
  };
  const head = [pick(sections), varied(pick(headlines)), `${varied(pick(sentences))}\n© APA`];
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

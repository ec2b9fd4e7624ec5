import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** One article, the same for all producers, with a picture. */
export interface Story {
  readonly kicker: string;
  readonly headline: string;
  readonly caption: string;
  readonly paragraphs: readonly string[];
  /** Absolute paths of the article and of a JPEG. */
  readonly article: string;
  readonly picture: string;
  /** The same picture in the inks of the press. */
  readonly separated: string;
}

/** The blocks of an agency's text as they stand: section, headline, caption with credit, body. */
export function readStory(article: string, picture: string, separated: string): Story {
  const [kicker = "", headline = "", caption = "", ...paragraphs] = readFileSync(article, "utf8")
    .split(/\n\s*\n/)
    .map((block) => block.trim().replace(/\s*\n\s*/g, " "));
  return {
    kicker,
    headline,
    caption,
    paragraphs,
    article: resolve(article),
    picture: resolve(picture),
    separated: resolve(separated),
  };
}

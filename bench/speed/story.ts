import { readArticle } from "../../src/article/index.ts";
import type { HouseStyle } from "../../src/language/index.ts";

/** An article as the peers get it: its texts, cleaned by our desk, so that none of them has to read and mend it first. */
export interface Story {
  readonly section: string;
  readonly headline: string;
  readonly caption: string;
  readonly credit: string;
  readonly paragraphs: readonly string[];
}

/** Throws when the article cannot be read. */
export function storyOf(name: string, bytes: Uint8Array, house: HouseStyle): Story {
  const { value } = readArticle(name, bytes, house);
  if (value === undefined) throw new Error(`${name} cannot be read`);
  const [picture] = value.pictures;
  return {
    section: value.section.text,
    headline: value.headline.text,
    caption: picture?.caption.text ?? "",
    credit: picture?.credit.text ?? "",
    paragraphs: value.body.flatMap((block) => (block.kind === "paragraph" ? [block.text.text] : [])),
  };
}

import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { articlesAt } from "../../src/app/workspace.ts";
import { readArticle } from "../../src/article/index.ts";
import type { Copy, Pt } from "../../src/base/index.ts";
import type { HouseStyle } from "../../src/language/index.ts";

/** What every setter is asked for: the same words at the same measure in the same type. */
export interface Order {
  readonly measure: Pt;
  readonly articles: readonly Paragraphs[];
}

/** An article's body paragraphs with microtype applied, without emphasis: one column on a page of its own. */
export interface Paragraphs {
  readonly name: string;
  readonly paragraphs: readonly Copy[];
}

/** A way to set an order. `set` gives PDFs whose pages, one after the other, are the order's articles. */
export interface Setter {
  readonly name: string;
  set(order: Order): Promise<readonly Uint8Array[]>;
}

/** A setter, or why it cannot be had on this machine. */
export type Found = Setter | { readonly name: string; readonly missing: string };

/** The type that all set in; the first paragraph of an article has no indent. */
export const TYPE = { face: "SourceSerif4-Regular", family: "Source Serif 4", size: 9.2, leading: 11.5, indentEm: 1 };

/** The page: as deep as a PDF may be without units of its own (ISO 32000-1, annex C), so that no column ends. */
export const PAGE = { margin: 20, depth: 14_400 };

/** Body paragraphs of the articles at a path; what cannot be read is named and left out. */
export function readParagraphs(path: string, house: HouseStyle): Paragraphs[] {
  if (!existsSync(path)) throw new Error(`there is no ${path}`);
  return articlesAt(path).flatMap((file) => {
    const { value } = readArticle(file, readFileSync(file), house);
    if (value === undefined) {
      console.error(`${file} cannot be read and is left out`);
      return [];
    }
    const paragraphs = value.body.flatMap((block) =>
      block.kind === "paragraph" ? [{ ...block.text, marks: [] }] : [],
    );
    return paragraphs.length > 0 ? [{ name: basename(file), paragraphs }] : [];
  });
}

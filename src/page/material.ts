import type { Article } from "../article/index.ts";
import type { Outcome, Pt } from "../base/index.ts";
import type { Typesetter } from "../galley/index.ts";
import type { Template } from "../template/index.ts";
import { setCaption, type CaptionedPicture, type PixelSize } from "./picture-block.ts";

/** Everything that pages are composed of beside the cast body. */
export interface Material {
  readonly article: Article;
  readonly template: Template;
  readonly setter: Typesetter;
  /** Sizes of the article's pictures where there is a file that can be read. */
  readonly pixels: readonly (PixelSize | undefined)[];
  /** Height of the body's small letters: what a picture's upper edge is aligned with. */
  readonly xHeight: Pt;
  /** The most columns that an article may have. */
  readonly widest: number;
  /** A picture's caption and credit, set for a number of columns: once, however many layouts ask for it. */
  readonly captioned: (picture: number, columns: number) => Outcome<CaptionedPicture> | undefined;
}

/** Material whose captions are set when first asked for. */
export function materialOf(given: Omit<Material, "captioned" | "widest" | "xHeight">): Material {
  const set = new Map<string, Outcome<CaptionedPicture>>();
  const captioned = (picture: number, columns: number): Outcome<CaptionedPicture> | undefined => {
    const copy = given.article.pictures[picture];
    if (copy === undefined) return undefined;
    const key = `${picture} ${columns}`;
    const known = set.get(key) ?? setCaption(copy, columns, given.template, given.setter);
    set.set(key, known);
    return known;
  };
  const { article, template, setter, pixels } = given;
  const { body } = template.styles;
  const xHeight = setter.fonts.face(body.face).xHeight * body.size;
  const widest = Math.max(...template.composition.columns);
  return { article, template, setter, pixels, xHeight, widest, captioned };
}

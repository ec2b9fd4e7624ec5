import type { Article } from "../article/index.ts";
import { once, type Outcome, type Pt } from "../base/index.ts";
import { HeadlineCopy, type Typesetter } from "../galley/index.ts";
import type { Template } from "../template/index.ts";
import { geometryOf } from "./page-grid.ts";
import { CaptionCopy, leastWidth, type CaptionedPicture, type PixelSize } from "./picture-block.ts";
import { rangeOfRows, windowRows, type RowRange } from "./window-rows.ts";

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
  /** The article's headline in its style, whatever widths it is tried in. */
  readonly headline: HeadlineCopy;
  /** What of a picture depends on nothing but how many columns it takes: worked out once, however many layouts ask for it. */
  readonly captioned: (picture: number, columns: number) => OfferedPicture | undefined;
  /** Between which heights in rows those lie that a picture's window over so many columns may have, its caption not yet set. */
  readonly heights: (picture: number, columns: number) => RowRange;
}

/** A picture with caption and credit, and the heights in rows that its window may have, nearest to the picture's own first. */
export interface OfferedPicture extends Outcome<CaptionedPicture> {
  readonly heights: readonly number[];
}

/** Material whose captions are set when first asked for. */
export function materialOf(
  given: Omit<Material, "captioned" | "headline" | "heights" | "widest" | "xHeight">,
): Material {
  const { article, template, setter, pixels } = given;
  const { body } = template.styles;
  const headline = new HeadlineCopy(article.headline, template.styles.headline, setter);
  const xHeight = setter.fonts.face(body.face).xHeight * body.size;
  const captions = article.pictures.map((picture) => once(() => new CaptionCopy(picture, template, setter)));
  const offered = new Map<string, OfferedPicture>();
  const captioned = (picture: number, columns: number): OfferedPicture | undefined => {
    const copy = captions[picture]?.();
    if (copy === undefined) return undefined;
    const key = `${picture} ${columns}`;
    const known = offered.get(key);
    if (known !== undefined) return known;
    const set = copy.over(columns);
    const made = { ...set, heights: windowRows(pixels[picture], set.value.width, template, xHeight) };
    offered.set(key, made);
    return made;
  };
  const heights = (picture: number, columns: number): RowRange => {
    const size = pixels[picture];
    const { least } = rangeOfRows(size, leastWidth(columns, template), template, xHeight);
    const { most } = rangeOfRows(size, geometryOf(template).span(columns), template, xHeight);
    return { least, most };
  };
  const widest = Math.max(...template.composition.columns);
  return { article, template, setter, pixels, xHeight, widest, headline, captioned, heights };
}

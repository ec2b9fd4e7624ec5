import type { Article } from "../article/index.ts";
import type { Pt } from "../base/index.ts";
import type { Typesetter } from "../galley/index.ts";
import type { Template } from "../template/index.ts";
import type { PixelSize } from "./picture-block.ts";

/** Everything that pages are composed of beside the cast body. */
export interface Material {
  readonly article: Article;
  readonly template: Template;
  readonly setter: Typesetter;
  /** Sizes of the article's pictures where there is a file that can be read. */
  readonly pixels: readonly (PixelSize | undefined)[];
}

/** Height of the body's small letters, in points: what a picture's upper edge is aligned with. */
export function xHeightOf({ template, setter }: Pick<Material, "template" | "setter">): Pt {
  const { body } = template.styles;
  return setter.fonts.face(body.face).xHeight * body.size;
}

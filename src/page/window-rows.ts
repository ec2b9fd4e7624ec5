import type { Pt } from "../base/index.ts";
import type { Template } from "../template/index.ts";
import type { PixelSize } from "./picture-block.ts";

/** Rows from one number to another. */
export interface RowRange {
  readonly least: number;
  readonly most: number;
}

/**
 * The heights, in whole rows, of a window of a width in points that crop a picture no more than is fair: within the template's
 * proportions, nearest to its own first.
 */
export function windowRows(
  pixels: PixelSize | undefined,
  width: Pt,
  template: Template,
  xHeight: Pt,
): readonly number[] {
  const { least, most } = rangeOfRows(pixels, width, template, xHeight);
  const natural = rowsAt(naturalRatio(pixels), width, template, xHeight);
  const heights = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  return heights.sort((a, b) => Math.abs(a - natural) - Math.abs(b - natural));
}

/** The least and the greatest of these heights: neither gets less where the window gets wider. */
export function rangeOfRows(pixels: PixelSize | undefined, width: Pt, template: Template, xHeight: Pt): RowRange {
  const limits = limitsOfRatio(pixels, template.composition.pictureRatio, template.fit.crop);
  const least = Math.max(1, Math.ceil(rowsAt(limits.most, width, template, xHeight) - 1e-6));
  return { least, most: Math.max(least, Math.floor(rowsAt(limits.least, width, template, xHeight) + 1e-6)) };
}

function rowsAt(ratio: number, width: Pt, { grid }: Template, xHeight: Pt): number {
  return (width / ratio - xHeight) / grid.leading + 1;
}

/** The proportion press photographs mostly have; what a picture to come will probably have, too. */
const USUAL_RATIO = 3 / 2;

/** Width over height of an image. */
export function naturalRatio(pixels: PixelSize | undefined): number {
  return pixels ? pixels.width / pixels.height : USUAL_RATIO;
}

/** An image may lose so much of a side, no more; where none is there yet, any permitted proportion will do. */
function limitsOfRatio(
  pixels: PixelSize | undefined,
  allowed: { readonly least: number; readonly most: number },
  crop: number,
) {
  if (pixels === undefined) return allowed;
  const natural = pixels.width / pixels.height;
  const own = { least: natural * (1 - crop), most: natural / (1 - crop) };
  const least = Math.max(own.least, allowed.least);
  const most = Math.min(own.most, allowed.most);
  return least <= most ? { least, most } : own;
}

import type { Outcome } from "../base/index.ts";
import { encodeGrey, encodeRgb, type Coding } from "./encode.ts";
import { loadSharp } from "./load-sharp.ts";
import type { PictureOrder, PreparedPicture } from "./prepare.ts";
import { seePicture } from "./seen-picture.ts";
import { isGrey, toGrey } from "./separate.ts";

/** Pixels to the inch: twice those of a screen that shows a page in its size, so that one can look closer once. */
const PPI = 144;

/** Of JPEG. Nobody looks at the page through a loupe, and everybody waits for the file. */
const QUALITY = 80;

const AS_IT_IS = Uint8Array.from({ length: 256 }, (_, grey) => grey);

/** Prepares a picture for a file that is read on screens: in sRGB or grey, at 144 pixels to the inch at most. */
export async function screenPicture(
  bytes: Uint8Array,
  order: PictureOrder,
): Promise<Outcome<PreparedPicture | undefined>> {
  const { value: seen, diagnostics } = await seePicture(bytes, { ...order, ppi: PPI, on: "screen" });
  if (seen === undefined) return { value: undefined, diagnostics };
  const { raster, crop, lossless, ppi } = seen;
  const { width, height } = raster;
  const coding: Coding = { quality: QUALITY, lossless };
  const sharp = await loadSharp();
  const coded = isGrey(raster)
    ? { space: "gray" as const, ...(await encodeGrey(sharp, toGrey(raster, AS_IT_IS), coding)) }
    : { space: "rgb" as const, ...(await encodeRgb(sharp, raster, coding)) };
  return { value: { ...coded, width, height, bitsPerComponent: 8, ppi, crop }, diagnostics };
}

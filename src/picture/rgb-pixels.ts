import type { Sharp } from "sharp";
import type { Condition } from "../condition/index.ts";
import type { SharpModule } from "./load-sharp.ts";
import { turnUpright } from "./orientation.ts";
import type { PrintedPixels } from "./printed-pixels.ts";
import type { Probe } from "./probe.ts";
import { rasterOf, type Raster } from "./raster.ts";
import { toSize, type SizeOrder } from "./to-size.ts";

interface RgbOrder extends SizeOrder {
  readonly probe: Probe;
  readonly printed: PrintedPixels;
  readonly condition: Condition;
}

/**
 * The pixels of a picture as sRGB, three channels, upright: its embedded profile heeded, transparent parts on white, brought
 * to size, then sharpened. CMYK of another press comes through that press's profile. `profiled` is the library's name for the
 * colour space if there is a profile, otherwise empty.
 */
export async function rgbPixels(
  sharp: SharpModule,
  picture: Sharp,
  order: RgbOrder,
  profiled: string,
): Promise<Raster> {
  const { probe, printed, condition } = order;
  const opaque = probe.alpha ? picture.flatten({ background: "#ffffff" }) : picture.removeAlpha();
  const sized = toSize(opaque, order);
  // The library heeds the profile of a deep grey picture only after it has become 8 bits deep.
  const read = profiled === "grey16" ? sharp(await inEightBits(sized)) : sized;
  const seen = probe.bilevel ? read : sharpen(read, condition, printed.ppi);
  // Of deep colour pictures it makes Display P3 on the way, and would hand out those numbers as if they were sRGB.
  const plain = profiled === "rgb16" ? seen.withIccProfile("srgb", { attach: false }) : seen;
  const raw = plain.toColourspace("srgb").raw({ depth: "uchar" });
  return turnUpright(rasterOf(await raw.toBuffer({ resolveWithObject: true })), probe.orientation);
}

function inEightBits(grey: Sharp): Promise<Uint8Array> {
  return grey.toColourspace("b-w").keepIccProfile().tiff({ compression: "none" }).toBuffer();
}

/** Steps of L*: what counts as flat, and the most that sharpening lightens and darkens. */
const FLAT = 0.5;
const LIGHTER = 8;
const DARKER = 12;

/**
 * Unsharp masking of the lightness alone, so that no colours fringe: flat parts are left as they are (grain is not detail),
 * and no edge gets lighter or darker by more than the limits, which would show as a halo.
 */
function sharpen(picture: Sharp, { pictures }: Condition, ppi: number): Sharp {
  if (pictures.sharpen === undefined || pictures.sharpen.amount === 0) return picture;
  const sigma = Math.min(10, Math.max(0.5, (pictures.sharpen.radius * ppi) / 72));
  return picture.sharpen({ sigma, m1: 0, m2: pictures.sharpen.amount, x1: FLAT, y2: LIGHTER, y3: DARKER });
}

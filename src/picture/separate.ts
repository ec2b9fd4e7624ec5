import type { SharpModule } from "./load-sharp.ts";
import { rasterOf, type Raster } from "./raster.ts";

/** How far the channels of a grey may lie apart: what a JPEG that was saved in colour makes of grey. */
const GREY_SPREAD = 2;

/** Whether a picture in sRGB is grey in every pixel. */
export function isGrey({ data }: Raster): boolean {
  for (let at = 0; at + 2 < data.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > GREY_SPREAD) return false;
  }
  return true;
}

/** The grey plate of a picture in sRGB: the green channel, which is nearest to lightness, through a tone curve. */
export function toGrey({ width, height, data }: Raster, curve: Uint8Array): Raster {
  const grey = new Uint8Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel++) grey[pixel] = curve[data[3 * pixel + 1] ?? 0] ?? 0;
  return { width, height, channels: 1, data: grey };
}

/** The black plate of a picture in inks as a grey, when nothing is on the others. */
export function blackPlate({ width, height, data }: Raster): Raster | undefined {
  for (let at = 0; at + 3 < data.length; at += 4)
    if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) > 0) return undefined;
  const grey = Uint8Array.from({ length: width * height }, (_, pixel) => 255 - (data[4 * pixel + 3] ?? 0));
  return { width, height, channels: 1, data: grey };
}

/**
 * A picture in sRGB separated for the press of the profile at `path`, with perceptual intent (the only one that the library
 * has). Four channels, 255 is full ink. Undefined when the library cannot use the profile.
 */
export async function separate(
  sharp: SharpModule,
  { width, height, data }: Raster,
  path: string,
): Promise<Raster | undefined> {
  // The colour space must not be set to CMYK besides: the library would go through a CMYK of its own first.
  const press = sharp(data, { raw: { width, height, channels: 3 } }).withIccProfile(path, { attach: false });
  const inks = rasterOf(await press.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true }));
  return inks.channels === 4 ? inks : undefined;
}

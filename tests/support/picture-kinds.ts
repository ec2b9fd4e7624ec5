import sharp, { type Sharp } from "sharp";

/** A photograph in every kind of file that newsrooms send, so wide in pixels; `profile` is the path of one for CMYK. */
export async function pictureKinds(
  photograph: Uint8Array,
  width: number,
  profile: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const small = await sharp(photograph).removeAlpha().resize(width).png().toBuffer();
  const from = () => sharp(small);
  const cmyk = () => from().withIccProfile(profile, { attach: true });
  const kinds: Record<string, Sharp> = {
    "JPEG, RGB": from().jpeg({ quality: 90 }),
    "JPEG, RGB, progressive": from().jpeg({ quality: 90, progressive: true }),
    "JPEG, RGB, on its side": from().withMetadata({ orientation: 6 }).jpeg({ quality: 90 }),
    "JPEG, grey": from().greyscale().toColourspace("b-w").jpeg(),
    "JPEG, CMYK": cmyk().jpeg(),
    "PNG, RGB": from().png(),
    "PNG, RGB, interlaced": from().png({ progressive: true }),
    "PNG, RGB, 16 bits": from().toColourspace("rgb16").png(),
    "PNG, palette": from().png({ palette: true }),
    "PNG, transparent": from().ensureAlpha(0.5).png(),
    "TIFF, RGB, LZW": from().tiff({ compression: "lzw" }),
    "TIFF, RGB, Deflate, tiles": from().tiff({ compression: "deflate", tile: true, tileWidth: 64, tileHeight: 64 }),
    "TIFF, RGB, JPEG": from().tiff({ compression: "jpeg" }),
    "TIFF, CMYK": cmyk().tiff({ compression: "none" }),
    "TIFF, black and white": from().threshold().toColourspace("b-w").tiff({ compression: "ccittfax4", bitdepth: 1 }),
    "WebP, RGB": from().webp(),
    "WebP, lossless, transparent": from().ensureAlpha(0.5).webp({ lossless: true }),
  };
  const files = await Promise.all(
    Object.entries(kinds).map(async ([name, picture]) => [name, Uint8Array.from(await picture.toBuffer())] as const),
  );
  return new Map(files);
}

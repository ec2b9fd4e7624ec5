import { loadSharp } from "./load-sharp.ts";
import { plainBytes } from "./raster.ts";
import type { SeenPicture } from "./seen-picture.ts";

/** A picture as a file that every viewer of web pages reads. */
export interface PictureFile {
  readonly type: "image/jpeg" | "image/png";
  readonly data: Uint8Array;
}

/** What came with loss as JPEG, all else as PNG. */
export async function seenFile({ raster, lossless }: SeenPicture): Promise<PictureFile> {
  const { width, height, data } = raster;
  const sharp = await loadSharp();
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  if (lossless) return { type: "image/png", data: plainBytes(await picture.png({ compressionLevel: 6 }).toBuffer()) };
  const jpeg = picture.jpeg({ quality: 90, chromaSubsampling: "4:4:4" });
  return { type: "image/jpeg", data: plainBytes(await jpeg.toBuffer()) };
}

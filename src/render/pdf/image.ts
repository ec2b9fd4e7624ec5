import type { PreparedPicture } from "../../picture/index.ts";
import { writeMetadata } from "./metadata.ts";
import type { Kit, Reference } from "./pdfkit.ts";

/**
 * Writes a prepared picture as an image object (ISO 32000-1, 8.9.5), with nothing in it that its reader does not need; `xmp` is
 * what the picture says of itself, where it shall say it.
 */
export function embedImage(kit: Kit, picture: PreparedPicture, xmp?: string): Reference {
  const { width, height, bitsPerComponent, space, encoding, inverted, data } = picture;
  const object = kit.ref({
    Type: "XObject",
    Subtype: "Image",
    Width: width,
    Height: height,
    BitsPerComponent: bitsPerComponent,
    ColorSpace: SPACES[space],
    Filter: FILTERS[encoding],
    ...(xmp !== undefined && { Metadata: writeMetadata(kit, xmp) }),
    ...(inverted && { Decode: Array.from({ length: COMPONENTS[space] }, () => [1, 0]).flat() }),
  });
  kit.endWith(object, data);
  return object;
}

const SPACES = { gray: "DeviceGray", rgb: "DeviceRGB", cmyk: "DeviceCMYK" } as const;
const COMPONENTS = { gray: 1, rgb: 3, cmyk: 4 } as const;
const FILTERS = { jpeg: "DCTDecode", flate: "FlateDecode" } as const;

import { inflateSync } from "node:zlib";
import { probePicture, type Orientation, type Probe } from "../../picture/index.ts";
import type { Kit, PngImage, Reference } from "./pdfkit.ts";

/** An image in the file: its resource name, its object, and how its stored rows are to be seen. */
export interface EmbeddedImage {
  readonly label: string;
  readonly object: Reference;
  readonly orientation: Orientation;
}

/** Writes a JPEG or PNG as an image object; undefined when it is damaged or of a kind that cannot be embedded. */
export function embedImage(kit: Kit, bytes: Uint8Array, label: string): EmbeddedImage | undefined {
  const probe = probePicture(bytes);
  if (probe === undefined) return undefined;
  const object = probe.format === "jpeg" ? embedJpeg(kit, bytes, probe) : embedPng(kit, bytes);
  return object && { label, object, orientation: probe.orientation };
}

const SPACES = { gray: "DeviceGray", rgb: "DeviceRGB", cmyk: "DeviceCMYK" } as const;

/** The file as it is behind DCTDecode. pdfkit would turn every CMYK JPEG round, Adobe's or not: a straight one became a negative. */
function embedJpeg(kit: Kit, bytes: Uint8Array, { width, height, orientation, colour, inverted }: Probe): Reference {
  const lies = orientation >= 5;
  const object = kit.ref({
    Type: "XObject",
    Subtype: "Image",
    Width: lies ? height : width,
    Height: lies ? width : height,
    BitsPerComponent: 8,
    ColorSpace: SPACES[colour],
    Filter: "DCTDecode",
    ...(inverted && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
  });
  object.end(bytes);
  return object;
}

function embedPng(kit: Kit, bytes: Uint8Array): Reference | undefined {
  try {
    const image = kit.openImage(Buffer.from(bytes));
    if (!decodes(image)) return undefined;
    image.embed(kit);
    return image.obj;
  } catch {
    // A library's exception about somebody's file is news about the file, not a fault of ours.
    return undefined;
  }
}

/**
 * Whether a PNG's samples can be unpacked: all rows there, each with a filter that exists. pdfkit unpacks some kinds later,
 * in a callback; what it throws there nobody could catch.
 */
function decodes({ width, height, image, imgData }: PngImage): boolean {
  const rows = inflateSync(imgData);
  let at = 0;
  for (const [left, top, across, down] of image.interlaceMethod === 1 ? PASSES : SINGLE_PASS) {
    const columns = Math.ceil((width - left) / across);
    const lines = columns > 0 ? Math.ceil((height - top) / down) : 0;
    for (let line = 0; line < lines; line++) {
      if ((rows[at] ?? NO_FILTER) >= NO_FILTER) return false;
      at += 1 + Math.ceil((columns * image.pixelBitlength) / 8);
    }
  }
  return at <= rows.length;
}

const NO_FILTER = 5;

/** First column, first row, and steps between columns and rows of each pass (PNG, third edition, 8.1). */
const SINGLE_PASS = [[0, 0, 1, 1]] as const;
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

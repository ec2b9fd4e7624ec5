import { imageSize } from "image-size";
import { readJpeg } from "./jpeg.ts";
import { readPng } from "./png.ts";

/** What an image file says of itself. */
export interface Probe {
  readonly format: "jpeg" | "png";
  /** Pixels as the image is seen: a camera's note that it was held upright is heeded. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly colour: "gray" | "rgb" | "cmyk";
  /** Whether the samples say how much paper shows rather than how much ink is laid on. */
  readonly inverted: boolean;
}

/** How the stored rows and columns are to be seen, as EXIF counts (2.32, 4.6.4): 1 is as stored, from 5 on it lies on its side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Reads the facts of a JPEG or PNG; undefined when the bytes are neither, damaged, cut off, or of a kind that cannot be embedded. */
export function probePicture(bytes: Uint8Array): Probe | undefined {
  const size = sizeOf(bytes);
  const colours = size && coloursOf(size.format, bytes);
  return size && colours && { ...size, ...colours };
}

function sizeOf(bytes: Uint8Array): Pick<Probe, "format" | "width" | "height" | "orientation"> | undefined {
  try {
    const { type, width, height, orientation: noted = 1 } = imageSize(bytes);
    const format = FORMATS[type ?? ""];
    if (format === undefined || !(width > 0) || !(height > 0)) return undefined;
    const orientation = isOrientation(noted) ? noted : 1;
    return orientation >= 5
      ? { format, width: height, height: width, orientation }
      : { format, width, height, orientation };
  } catch {
    // The library throws on bytes that are no image; that is what we asked.
    return undefined;
  }
}

function coloursOf(format: Probe["format"], bytes: Uint8Array): Pick<Probe, "colour" | "inverted"> | undefined {
  if (format === "png") {
    const png = readPng(bytes);
    return png && { colour: png.gray ? "gray" : "rgb", inverted: false };
  }
  const jpeg = readJpeg(bytes);
  return jpeg && { colour: JPEG_COLOURS[jpeg.components], inverted: jpeg.components === 4 && jpeg.adobe };
}

const FORMATS: Readonly<Record<string, Probe["format"]>> = { jpg: "jpeg", png: "png" };
const JPEG_COLOURS = { 1: "gray", 3: "rgb", 4: "cmyk" } as const;

function isOrientation(noted: number): noted is Orientation {
  return Number.isInteger(noted) && noted >= 1 && noted <= 8;
}

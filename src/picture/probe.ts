import { imageSize } from "image-size";

/** What an image file says of itself in its first bytes. */
export interface Probe {
  readonly format: "jpeg" | "png";
  /** Pixels as the image is seen: a camera's note that it was held upright is heeded. */
  readonly width: number;
  readonly height: number;
}

/** Reads the size of a JPEG or PNG; undefined when the bytes are neither, or too damaged to tell. */
export function probePicture(bytes: Uint8Array): Probe | undefined {
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes);
    const format = FORMATS[type ?? ""];
    if (format === undefined || !(width > 0) || !(height > 0)) return undefined;
    // EXIF orientations 5 to 8 lie on their side.
    return orientation >= 5 ? { format, width: height, height: width } : { format, width, height };
  } catch {
    // The library throws on bytes that are no image; that is what we asked.
    return undefined;
  }
}

const FORMATS: Readonly<Record<string, Probe["format"]>> = { jpg: "jpeg", png: "png" };

import { deflateSync } from "node:zlib";
import { cmykTiff } from "./cmyk-tiff.ts";
import { evenCaps, limitInk, lowerCaps, mostInk, STEP } from "./ink.ts";
import type { SharpModule } from "./load-sharp.ts";
import { plainBytes, rasterOf, type Raster } from "./raster.ts";

/** Coded samples, ready to be the stream of an image object in a PDF (ISO 32000-1, 8.9.5). */
export interface Encoded {
  readonly encoding: "jpeg" | "flate";
  readonly data: Uint8Array;
  /** Whether full ink is 0, as in CMYK JPEGs with Adobe's marker: the image object then needs /Decode [1 0 1 0 1 0 1 0]. */
  readonly inverted: boolean;
  /** Percent of all inks that a pixel has at most, as a reader decodes it; 0 where there are none, on a screen. */
  readonly ink: number;
}

/** How a picture is coded. */
export interface Coding {
  /** Of JPEG, from 1 to 100. */
  readonly quality: number;
  /** Whether it came without loss: then it goes so, too, if that takes no more bytes, as with charts and maps. */
  readonly lossless: boolean;
}

/** Decoders differ by one step in each of the four plates. */
const HEADROOM = 4 * STEP;

/** How often blocks with too much ink are coded anew. Each time takes away the whole excess; what is left is rounding. */
const MOST_ROUNDS = 8;

/**
 * Codes a CMYK picture, as JPEG without subsampling or packed, so that no pixel has more than `total` percent of ink as a reader decodes it.
 * JPEG rounds block by block, mostly up and down at edges: blocks that came out too heavy are coded again from less, and no
 * others. If that does not hold, the picture is packed without loss.
 */
export async function encodeCmyk(sharp: SharpModule, picture: Raster, total: number, coding: Coding): Promise<Encoded> {
  const coded = await cmykJpegWithin(sharp, picture, total, coding.quality);
  if (coded !== undefined && !coding.lossless) return coded;
  const limited = limitInk(picture, evenCaps(picture, total));
  return shorter(coded, packed(limited.data, mostInk(limited)));
}

async function cmykJpegWithin(
  sharp: SharpModule,
  picture: Raster,
  total: number,
  quality: number,
): Promise<Encoded | undefined> {
  const most = total - HEADROOM;
  let caps = evenCaps(picture, most);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const limited = limitInk(picture, caps);
    const data = await cmykJpeg(sharp, limited, quality);
    const decoded = await decodedCmyk(sharp, data);
    const lower = lowerCaps(limited, decoded, caps, most);
    if (lower === undefined) return { encoding: "jpeg", data, inverted: true, ink: mostInk(decoded) };
    caps = lower;
  }
  return undefined;
}

/** Codes a grey picture, 0 black. */
export async function encodeGrey(sharp: SharpModule, picture: Raster, coding: Coding): Promise<Encoded> {
  const { width, height } = picture;
  const { quality } = coding;
  const grey = sharp(picture.data, { raw: { width, height, channels: 1 } }).toColourspace("b-w");
  const data = plainBytes(await grey.jpeg({ quality }).toBuffer());
  const decoded = await sharp(data).toColourspace("b-w").raw().toBuffer();
  const coded: Encoded = { encoding: "jpeg", data, inverted: false, ink: mostBlack(decoded) };
  return coding.lossless ? shorter(coded, packed(picture.data, mostBlack(picture.data))) : coded;
}

/** Codes a picture in sRGB. Eyes see colours coarser than lightness, and so does the JPEG. */
export async function encodeRgb(sharp: SharpModule, picture: Raster, coding: Coding): Promise<Encoded> {
  const { width, height, data: samples } = picture;
  const { quality, lossless } = coding;
  const chromaSubsampling = lossless ? "4:4:4" : "4:2:0";
  const own = sharp(samples, { raw: { width, height, channels: 3 } }).jpeg({ quality, chromaSubsampling });
  const coded: Encoded = { encoding: "jpeg", data: plainBytes(await own.toBuffer()), inverted: false, ink: 0 };
  return lossless ? shorter(coded, packed(samples, 0)) : coded;
}

/** Packs black and white, sRGB in three channels, as one bit to a pixel: 1 is white. Rows begin with a byte. */
export function encodeBilevel({ width, height, channels, data }: Raster): Encoded {
  const across = Math.ceil(width / 8);
  const bits = new Uint8Array(across * height);
  let black = false;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const white = (data[(y * width + x) * channels] ?? 0) >= 128;
      const at = y * across + (x >> 3);
      if (white) bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
      else black = true;
    }
  return packed(bits, black ? 100 : 0);
}

/** Percent of black that a grey picture, 0 black, has at most. */
function mostBlack(samples: Uint8Array): number {
  let darkest = 255;
  for (const sample of samples) darkest = Math.min(darkest, sample);
  return (255 - darkest) * STEP;
}

function packed(samples: Uint8Array, ink: number): Encoded {
  return { encoding: "flate", data: plainBytes(deflateSync(samples)), inverted: false, ink };
}

function shorter(coded: Encoded | undefined, plain: Encoded): Encoded {
  return coded !== undefined && coded.data.length < plain.data.length ? coded : plain;
}

async function cmykJpeg(sharp: SharpModule, picture: Raster, quality: number): Promise<Uint8Array> {
  const own = sharp(cmykTiff(picture), { limitInputPixels: false }).pipelineColourspace("cmyk").toColourspace("cmyk");
  return plainBytes(await own.jpeg({ quality, chromaSubsampling: "4:4:4" }).toBuffer());
}

async function decodedCmyk(sharp: SharpModule, jpeg: Uint8Array): Promise<Raster> {
  const own = sharp(jpeg, { limitInputPixels: false }).pipelineColourspace("cmyk").toColourspace("cmyk");
  return rasterOf(await own.raw().toBuffer({ resolveWithObject: true }));
}

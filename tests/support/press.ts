import { inflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import type { Condition } from "../../src/condition/index.ts";
import { preparePicture, type PictureOrder, type PreparedPicture } from "../../src/picture/index.ts";
import { bundledCondition, profileOf } from "./condition.ts";
import { projectPath } from "./desk.ts";

/** An order for a whole picture, 72 points wide and high unless said otherwise, on newsprint. */
export function pictureOrder(changes: Partial<PictureOrder> = {}): PictureOrder {
  const condition: Condition = changes.condition ?? bundledCondition("austria-newsprint");
  return {
    crop: { x: 0, y: 0, width: 1, height: 1 },
    size: { width: 72, height: 72 },
    condition,
    profile: profileOf(condition),
    profilePath: projectPath(`conditions/${condition.outputIntent.profile}`),
    name: "bild",
    ...changes,
  };
}

/** A picture prepared without any finding. */
export async function prepared(bytes: Uint8Array, changes: Partial<PictureOrder> = {}): Promise<PreparedPicture> {
  const { value, diagnostics } = await preparePicture(bytes, pictureOrder(changes));
  if (value === undefined || diagnostics.length > 0) throw new Error(diagnostics.map((one) => one.message).join("\n"));
  return value;
}

/** Percent of ink of each pixel of a prepared picture, as a reader of the PDF prints it: C, M, Y, K, or K alone. */
export async function inksOf(picture: PreparedPicture): Promise<number[][]> {
  const plates = picture.space === "cmyk" ? 4 : 1;
  const samples = await samplesOf(picture, plates);
  const pixels = picture.width * picture.height;
  if (samples.length !== pixels * plates) throw new Error(`${samples.length} samples for ${pixels} pixels`);
  return Array.from({ length: pixels }, (_, pixel) =>
    Array.from(samples.subarray(pixel * plates, (pixel + 1) * plates), (sample) =>
      plates === 1 ? ((255 - sample) * 100) / 255 : (sample * 100) / 255,
    ),
  );
}

async function samplesOf(picture: PreparedPicture, plates: number): Promise<Uint8Array> {
  const { data, width, height, bitsPerComponent, encoding, inverted } = picture;
  if (encoding === "flate")
    return bitsPerComponent === 8 ? inflateSync(data) : unpackBits(inflateSync(data), width, height);
  // The library turns Adobe's inverted samples round by itself; the picture has to say that they are.
  if (inverted !== (plates === 4)) throw new Error("the polarity is not that of the file");
  const space = plates === 4 ? "cmyk" : "b-w";
  const own = plates === 4 ? sharp(data).pipelineColourspace("cmyk") : sharp(data);
  return own.toColourspace(space).raw().toBuffer();
}

function unpackBits(bits: Uint8Array, width: number, height: number): Uint8Array {
  const across = Math.ceil(width / 8);
  return Uint8Array.from({ length: width * height }, (_, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    return ((bits[y * across + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  });
}

/** A plain picture of raw samples, for sharp to write as a file. */
export function flat(colour: readonly number[], width = 32, height = 32): Sharp {
  const data = Uint8Array.from(
    { length: width * height * colour.length },
    (_, index) => colour[index % colour.length] ?? 0,
  );
  return sharp(data, { raw: { width, height, channels: colour.length as 1 | 2 | 3 | 4 } });
}

import { report, type Outcome } from "../base/index.ts";
import type { Condition } from "../condition/index.ts";
import { blackCurve } from "./black-curve.ts";
import { decodePicture, type Decoded } from "./decode.ts";
import { UNFIT_FOR_PICTURES } from "./findings.ts";
import { evenCaps, limitInk } from "./ink.ts";
import { loadSharp, type SharpModule } from "./load-sharp.ts";
import { pixelCrop, type Crop } from "./pixel-crop.ts";
import type { PictureOrder } from "./prepare.ts";
import { pressColours } from "./press-colours.ts";
import { printedPixels } from "./printed-pixels.ts";
import { examinePicture } from "./probe.ts";
import type { Raster } from "./raster.ts";
import { isGrey, separate, toGrey } from "./separate.ts";

/** How a picture is to be shown. */
export interface SeenOrder extends PictureOrder {
  /** Pixels to the inch of its size on the page, at most. */
  readonly ppi: number;
  /** `paper` shows it as it will be printed, `screen` as it came. */
  readonly on: "paper" | "screen";
}

/** A picture for a screen, in sRGB. */
export interface SeenPicture {
  /** Three channels. */
  readonly raster: Raster;
  /** What it shows: the crop of the order, grown to whole pixels. Place it so, and clip. */
  readonly crop: Crop;
  /** Pixels to the inch of its size on the page. */
  readonly ppi: number;
  /** Whether it came without loss: drawings, charts, pictures of text. */
  readonly lossless: boolean;
}

/**
 * A picture as it looks: cropped, upright, brought down to the resolution and never up, in sRGB. Undefined, with the reason,
 * when the file cannot be read.
 */
export async function seePicture(bytes: Uint8Array, order: SeenOrder): Promise<Outcome<SeenPicture | undefined>> {
  const { name, place, profile, ppi, on } = order;
  const examined = examinePicture(bytes, name, place);
  const probe = examined.value;
  if (probe === undefined) return { value: undefined, diagnostics: examined.diagnostics };
  const part = pixelCrop(order.crop, probe);
  const printed = printedPixels(part, { ...order, whole: probe }, ppi);
  const condition = on === "paper" ? order.condition : unsharpened(order.condition);
  const sharp = await loadSharp();
  const { value: decoded, diagnostics } = await decodePicture(sharp, bytes, {
    probe,
    part,
    printed,
    condition,
    profile,
    name,
    place,
  });
  if (decoded === undefined) return { value: undefined, diagnostics };
  const raster = on === "paper" ? await onPaper(sharp, decoded, order) : onScreen(decoded, order);
  if (raster === undefined) {
    const message = `${name} cannot be converted through the profile ${order.profilePath}`;
    return { value: undefined, diagnostics: [...diagnostics, report(UNFIT_FOR_PICTURES, message, place)] };
  }
  return { value: { raster, crop: printed.crop, ppi: printed.ppi, lossless: probe.format !== "jpeg" }, diagnostics };
}

/** What a press blurs, a screen does not. */
function unsharpened({ pictures: { sharpen: _, ...pictures }, ...condition }: Condition): Condition {
  return { ...condition, pictures };
}

function onScreen({ kind, picture }: Decoded, { profile }: SeenOrder): Raster {
  return kind === "cmyk" ? pressColours(profile.bytes).ofPicture(picture) : picture;
}

/** Through the inks that would be printed, with no more of them than the paper holds. */
async function onPaper(sharp: SharpModule, decoded: Decoded, order: SeenOrder): Promise<Raster | undefined> {
  const inks = await inksOf(sharp, decoded, order);
  if (inks === undefined) return undefined;
  const limited = limitInk(inks, evenCaps(inks, order.condition.inks.total));
  return pressColours(order.profile.bytes).ofPicture(limited);
}

async function inksOf(sharp: SharpModule, decoded: Decoded, order: SeenOrder): Promise<Raster | undefined> {
  const { kind, picture } = decoded;
  if (kind === "cmyk") return picture;
  if (kind === "bilevel") return onBlackPlate(toGrey(picture, STRAIGHT));
  if (kind === "gray" || isGrey(picture)) return onBlackPlate(toGrey(picture, blackCurve(order.profile.bytes)));
  return separate(sharp, picture, order.profilePath);
}

const STRAIGHT = Uint8Array.from({ length: 256 }, (_, grey) => grey);

function onBlackPlate({ width, height, data }: Raster): Raster {
  const inks = new Uint8Array(4 * width * height);
  data.forEach((grey, pixel) => (inks[4 * pixel + 3] = 255 - grey));
  return { width, height, channels: 4, data: inks };
}

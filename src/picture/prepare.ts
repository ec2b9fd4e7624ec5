import { report, type Diagnostic, type Outcome, type Place, type Pt } from "../base/index.ts";
import type { Condition, PressProfile } from "../condition/index.ts";
import { blackCurve } from "./black-curve.ts";
import { decodePicture, type Decoded } from "./decode.ts";
import { encodeBilevel, encodeCmyk, encodeGrey, type Coding, type Encoded } from "./encode.ts";
import { INK_REDUCED, UNFIT_FOR_PICTURES } from "./findings.ts";
import { mostInk } from "./ink.ts";
import { loadSharp, type SharpModule } from "./load-sharp.ts";
import { pixelCrop, type Crop } from "./pixel-crop.ts";
import { printedPixels, type PrintedPixels } from "./printed-pixels.ts";
import { examinePicture } from "./probe.ts";
import type { Raster } from "./raster.ts";
import { blackPlate, isGrey, separate, toGrey } from "./separate.ts";

/** What is to be made of a picture's file. */
export interface PictureOrder {
  /** What is seen of the picture. */
  readonly crop: Crop;
  /** How large that is printed. */
  readonly size: { readonly width: Pt; readonly height: Pt };
  readonly condition: Condition;
  readonly profile: PressProfile;
  /** Where that profile lies, for the library that converts takes it only from a file. */
  readonly profilePath: string;
  /** What findings call the picture, and where it is named. */
  readonly name: string;
  readonly place?: Place;
}

/** A picture as the press wants it, or a screen: its data are the stream of an image object in a PDF. */
export interface PreparedPicture extends Encoded {
  /** Pixels of the data. */
  readonly width: number;
  readonly height: number;
  readonly bitsPerComponent: 1 | 8;
  /** Grey is 0 for black; CMYK is 0 for paper unless inverted. */
  readonly space: "gray" | "cmyk" | "rgb";
  /** Pixels to the inch as printed. */
  readonly ppi: number;
  /** What the data show: the crop of the order, grown to whole pixels. Place it so, and clip. */
  readonly crop: Crop;
}

/**
 * Prepares a picture for the press: cropped, upright, brought down to the resolution that the condition wants and never up,
 * separated through its profile, within its limit of ink in every pixel. Undefined, with the reason, when the file cannot be
 * read. Same bytes and order, same data.
 */
export async function preparePicture(
  bytes: Uint8Array,
  order: PictureOrder,
): Promise<Outcome<PreparedPicture | undefined>> {
  const { name, place, condition, profile } = order;
  const examined = examinePicture(bytes, name, place);
  const probe = examined.value;
  if (probe === undefined) return { value: undefined, diagnostics: examined.diagnostics };
  const part = pixelCrop(order.crop, probe);
  const printed = printedPixels(part, { ...order, whole: probe }, resolutionFor(probe.bilevel, condition));
  const sharp = await loadSharp();
  const decoded = await decodePicture(sharp, bytes, { probe, part, printed, condition, profile, name, place });
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const coding = { quality: condition.pictures.quality, lossless: probe.format !== "jpeg" };
  const encoded = await press(sharp, decoded.value, order, coding);
  const diagnostics = [...decoded.diagnostics, ...encoded.diagnostics];
  if (encoded.value === undefined) return { value: undefined, diagnostics };
  return { value: { ...encoded.value, ...finished(printed) }, diagnostics };
}

/** Line art keeps twice what it must have: brought down any further it would get steps. */
function resolutionFor(bilevel: boolean, { pictures }: Condition): number {
  return bilevel ? 2 * pictures.lineArt : pictures.most;
}

function finished({
  width,
  height,
  ppi,
  crop,
}: PrintedPixels): Pick<PreparedPicture, "width" | "height" | "ppi" | "crop"> {
  return { width, height, ppi, crop };
}

type Pressed = Pick<PreparedPicture, "space" | "bitsPerComponent" | keyof Encoded>;

const GREY = { space: "gray", bitsPerComponent: 8 } as const;
const CMYK = { space: "cmyk", bitsPerComponent: 8 } as const;

async function press(
  sharp: SharpModule,
  { kind, picture }: Decoded,
  order: PictureOrder,
  coding: Coding,
): Promise<Outcome<Pressed | undefined>> {
  if (kind === "bilevel") return whole({ space: "gray", bitsPerComponent: 1, ...encodeBilevel(picture) });
  if (kind === "cmyk") return pressSeparated(sharp, picture, order, coding);
  if (kind === "gray" || isGrey(picture)) {
    const grey = toGrey(picture, blackCurve(order.profile.bytes));
    return whole({ ...GREY, ...(await encodeGrey(sharp, grey, coding)) });
  }
  const inks = await separate(sharp, picture, order.profilePath);
  if (inks === undefined) {
    const message = `${order.name} cannot be converted through the profile ${order.profilePath}`;
    return { value: undefined, diagnostics: [report(UNFIT_FOR_PICTURES, message, order.place)] };
  }
  return whole({ ...CMYK, ...(await encodeCmyk(sharp, inks, order.condition.inks.total, coding)) });
}

/** A picture that came in inks keeps them: whoever separated it meant those; only what the paper cannot hold is taken away. */
async function pressSeparated(
  sharp: SharpModule,
  inks: Raster,
  { condition, name, place }: PictureOrder,
  coding: Coding,
): Promise<Outcome<Pressed>> {
  const { total } = condition.inks;
  const black = blackPlate(inks);
  if (black !== undefined) return whole({ ...GREY, ...(await encodeGrey(sharp, black, coding)) });
  const value = { ...CMYK, ...(await encodeCmyk(sharp, inks, total, coding)) };
  const most = mostInk(inks);
  if (most <= total) return whole(value);
  const message = `${name} came with up to ${Math.ceil(most)} % of ink, the paper holds ${total} %: reduced`;
  return { value, diagnostics: [report(INK_REDUCED, message, place)] };
}

function whole<T>(value: T): { value: T; diagnostics: readonly Diagnostic[] } {
  return { value, diagnostics: [] };
}

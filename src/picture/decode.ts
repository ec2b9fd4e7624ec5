import type { Sharp } from "sharp";
import { report, type Diagnostic, type Outcome, type Place } from "../base/index.ts";
import type { Condition, PressProfile } from "../condition/index.ts";
import { FAULTY, UNREADABLE } from "./findings.ts";
import { latin1 } from "./kind.ts";
import type { SharpModule } from "./load-sharp.ts";
import { inkPixels, isStraightJpeg } from "./ink-pixels.ts";
import { liesOnSide } from "./orientation.ts";
import type { PixelRect } from "./pixel-crop.ts";
import type { PrintedPixels } from "./printed-pixels.ts";
import { MOST_PIXELS, type Probe } from "./probe.ts";
import type { Raster } from "./raster.ts";
import { rgbPixels } from "./rgb-pixels.ts";

/** Pixels at their printed number, upright: sRGB in three channels (also for grey and black and white), or inks of the press in four. */
export interface Decoded {
  readonly kind: "rgb" | "gray" | "cmyk" | "bilevel";
  readonly picture: Raster;
}

/** Which pixels are wanted of a file, and what it says of itself. */
export interface DecodeOrder {
  readonly probe: Probe;
  /** The part as it is seen. */
  readonly part: PixelRect;
  readonly printed: PrintedPixels;
  readonly condition: Condition;
  readonly profile: PressProfile;
  readonly name: string;
  readonly place: Place | undefined;
}

/** How strictly a file is read: `warning` stops at anything odd, `error` at what cannot be decoded. */
type Strictness = "warning" | "error";

/** The file opened for one way through it. */
type Open = () => Sharp;

/**
 * The pixels that are printed of a picture. A file with faults that can be got over is read with a finding; one that cannot be
 * decoded, or that the library takes for something else than its structure says, is undefined.
 */
export async function decodePicture(
  sharp: SharpModule,
  bytes: Uint8Array,
  order: DecodeOrder,
): Promise<Outcome<Decoded | undefined>> {
  const strict = await attempt(sharp, bytes, order, "warning");
  if (typeof strict !== "string") return { value: strict, diagnostics: [] };
  const lenient = await attempt(sharp, bytes, order, "error");
  const { name, place } = order;
  if (typeof lenient !== "string") return { value: lenient, diagnostics: faulty(name, strict, place) };
  return { value: undefined, diagnostics: [report(UNREADABLE, `${name} cannot be decoded: ${lenient}`, place)] };
}

function faulty(name: string, fault: string, place: Place | undefined): Diagnostic[] {
  return [report(FAULTY, `${name} has faults: ${fault}`, place)];
}

/** The pixels, or what the library says against it. */
async function attempt(
  sharp: SharpModule,
  bytes: Uint8Array,
  order: DecodeOrder,
  failOn: Strictness,
): Promise<Decoded | string> {
  const open = (): Sharp => sharp(bytes, { failOn, limitInputPixels: MOST_PIXELS, sequentialRead: true });
  try {
    const { format, width, height, icc, space = "" } = await open().metadata();
    const { probe } = order;
    const stored = liesOnSide(probe.orientation) ? [probe.height, probe.width] : [probe.width, probe.height];
    if (format !== probe.format || width !== stored[0] || height !== stored[1])
      return `its structure is that of a ${probe.format} of ${stored.join(" × ")} pixels, its data are not`;
    return await decode(sharp, open, order, { icc, space });
  } catch (error) {
    // The library throws on files that it cannot decode; that is news about the file, not a fault of ours.
    return firstLine(error);
  }
}

async function decode(
  sharp: SharpModule,
  open: Open,
  order: DecodeOrder,
  { icc, space }: { readonly icc: Uint8Array | undefined; readonly space: string },
): Promise<Decoded> {
  const { colour, bilevel } = order.probe;
  // A straight JPEG could not be turned back before it is converted; it is rare, and rarer with a profile of another press.
  if (colour === "cmyk" && (isStraightJpeg(order.probe) || !isForeign(icc, order.profile)))
    return { kind: "cmyk", picture: await inkPixels(open(), order) };
  const kind = bilevel ? "bilevel" : colour === "gray" ? "gray" : "rgb";
  return { kind, picture: await rgbPixels(sharp, open(), order, icc === undefined ? "" : space) };
}

/** Whether a picture was separated for another press. A profile that is none cannot tell. */
function isForeign(icc: Uint8Array | undefined, { bytes }: PressProfile): boolean {
  if (icc === undefined || latin1(icc, 36, 4) !== "acsp" || latin1(icc, 16, 4) !== "CMYK") return false;
  return icc.length !== bytes.length || icc.some((byte, index) => byte !== bytes[index]);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 160) ?? "";
}

import { inflateSync } from "node:zlib";
import sharp from "sharp";
import type { PressProfile } from "../../src/condition/index.ts";
import type { PreparedPicture } from "../../src/picture/index.ts";
import { blackCurve } from "../../src/picture/black-curve.ts";
import { readColourTable, readToLab, type Lab } from "../../src/picture/colour-table.ts";
import { separate } from "../../src/picture/separate.ts";
import { loadSharp } from "../../src/picture/load-sharp.ts";
import { deltaE00 } from "./colour-difference.ts";

/** How far the printed colours are from what they should be, in ΔE00. */
export interface Differences {
  /** From what the profile makes of the same pixels: what the limit of ink, the coding and the order of steps cost. */
  readonly profile: Spread;
  /** From the colours of the file, relative to white and scaled to the black of the press, where the press can print them. */
  readonly file: Spread;
  /** Share of pixels that the press can print so. */
  readonly inGamut: number;
}

export interface Spread {
  readonly mean: number;
  readonly most: number;
}

/** So many pixels of each picture are compared, evenly spread: each costs four ways through a table. */
const MOST_COMPARED = 8000;

/** A colour that comes back from there and back through the colorimetric tables with less difference can be printed. */
const SAME = 2;

/** Compares a picture that was prepared without sharpening with the pixels of its file, both at the printed size. */
export async function differences(
  bytes: Uint8Array,
  prepared: PreparedPicture,
  { profile, path }: { readonly profile: PressProfile; readonly path: string },
): Promise<Differences> {
  const toLab = known(readToLab(profile.bytes, "A2B1"));
  const wanted = await wantedColours(bytes, prepared, { profile, path, toLab });
  const printed = await printedInks(prepared);
  const pixels = prepared.width * prepared.height;
  const step = Math.max(1, Math.floor(pixels / MOST_COMPARED));
  const compared = Array.from({ length: Math.ceil(pixels / step) }, (_, index) => index * step);
  const fromProfile: number[] = [];
  const fromFile: number[] = [];
  for (const pixel of compared) {
    const result = toLab(plates(printed, pixel, prepared.space === "gray"));
    fromProfile.push(deltaE00(toLab(wanted.inks(pixel)), result));
    const own = wanted.colour(pixel);
    if (own !== undefined) fromFile.push(deltaE00(own, result));
  }
  return { profile: spread(fromProfile), file: spread(fromFile), inGamut: fromFile.length / compared.length };
}

interface Wanted {
  /** What the profile makes of a pixel, before ink is limited and coded. */
  readonly inks: (pixel: number) => number[];
  /** The file's own colour, as the press would have it; undefined when it cannot. */
  readonly colour: (pixel: number) => Lab | undefined;
}

interface WantedOrder {
  readonly profile: PressProfile;
  readonly path: string;
  readonly toLab: (inks: readonly number[]) => Lab;
}

async function wantedColours(bytes: Uint8Array, prepared: PreparedPicture, order: WantedOrder): Promise<Wanted> {
  const { profile, path, toLab } = order;
  const { width, height } = prepared;
  const { icc } = await sharp(bytes).metadata();
  if (icc?.equals(profile.bytes)) {
    const own = await sharp(bytes)
      .pipelineColourspace("cmyk")
      .resize(width, height, { fit: "fill", kernel: "lanczos3" })
      .toColourspace("cmyk")
      .raw()
      .toBuffer();
    const inks = (pixel: number): number[] => plates(own, pixel, false);
    return { inks, colour: (pixel) => toLab(inks(pixel)) };
  }
  const seen = await seenPixels(bytes, prepared);
  const colour = (pixel: number): Lab => labOf([0, 1, 2].map((channel) => seen[3 * pixel + channel] ?? 0));
  const press = pressGamut(profile.bytes, toLab);
  if (prepared.space === "gray") {
    const curve = blackCurve(profile.bytes);
    const inks = (pixel: number): number[] => [0, 0, 0, 1 - (curve[seen[3 * pixel + 1] ?? 0] ?? 0) / 255];
    return { inks, colour: (pixel) => scaled(colour(pixel), press.black) };
  }
  const separated = known(await separate(await loadSharp(), { width, height, channels: 3, data: seen }, path));
  return {
    inks: (pixel) => plates(separated.data, pixel, false),
    colour: (pixel) => {
      const own = scaled(colour(pixel), press.darkest);
      return press.holds(own) ? own : undefined;
    },
  };
}

function spread(values: readonly number[]): Spread {
  const mean = values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, most: values.reduce((most, value) => Math.max(most, value), 0) };
}

/** What an image program would show of the file, at the printed number of pixels. */
async function seenPixels(bytes: Uint8Array, { width, height }: PreparedPicture): Promise<Uint8Array> {
  const picture = sharp(bytes).autoOrient().flatten({ background: "#fff" }).toColourspace("srgb");
  const sized = picture.resize(width, height, { fit: "fill", kernel: "lanczos3" });
  const { icc, space } = await sharp(bytes).metadata();
  const plain = space === "rgb16" && icc !== undefined ? sized.withIccProfile("srgb", { attach: false }) : sized;
  const { data, info } = await plain.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`${info.channels} channels`);
  return data;
}

async function printedInks({ data, space, bitsPerComponent, encoding }: PreparedPicture): Promise<Uint8Array> {
  if (bitsPerComponent === 1) throw new Error("pictures of one bit are not compared");
  if (encoding === "flate") return inflateSync(data);
  const own =
    space === "cmyk" ? sharp(data).pipelineColourspace("cmyk").toColourspace("cmyk") : sharp(data).toColourspace("b-w");
  return own.raw().toBuffer();
}

function plates(samples: Uint8Array, pixel: number, grey: boolean): number[] {
  if (grey) return [0, 0, 0, 1 - (samples[pixel] ?? 0) / 255];
  return [0, 1, 2, 3].map((plate) => (samples[4 * pixel + plate] ?? 0) / 255);
}

const WHITE = [0.9642, 1, 0.8249] as const;

/** sRGB as CIELAB for D50 (IEC 61966-2-1, adapted by Bradford's method). */
function labOf(rgb: readonly number[]): Lab {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return labOfXyz([
    0.4360747 * r + 0.3850649 * g + 0.1430804 * b,
    0.2225045 * r + 0.7168786 * g + 0.0606169 * b,
    0.0139322 * r + 0.0971045 * g + 0.7141733 * b,
  ]);
}

function labOfXyz(xyz: readonly number[]): Lab {
  const [x = 0, y = 0, z = 0] = xyz.map((value, index) => {
    const share = value / (WHITE[index] ?? 1);
    return share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function xyzOf([lightness, a, b]: Lab): number[] {
  const y = (lightness + 16) / 116;
  return [y + a / 500, y, y - b / 200].map(
    (value, index) => (value > 6 / 29 ? value ** 3 : (116 * value - 16) / (24389 / 27)) * (WHITE[index] ?? 1),
  );
}

/** Black point compensation (ISO 18619:2015), from a black of nothing to one of this luminance. */
function scaled(lab: Lab, black: number): Lab {
  return labOfXyz(xyzOf(lab).map((value, index) => black * (WHITE[index] ?? 1) + (1 - black) * value));
}

interface Gamut {
  /** Luminance of all inks together as the profile mixes them, and of black ink alone. */
  readonly darkest: number;
  readonly black: number;
  readonly holds: (lab: Lab) => boolean;
}

/** What the press can print, from its colorimetric tables. */
function pressGamut(profile: Uint8Array, toLab: WantedOrder["toLab"]): Gamut {
  const toInks = known(readColourTable(profile, "B2A1"));
  // lut16 of version 2: FF00 is 100, and 8000 is neutral (ICC.1:2001-04, 6.3.4.2).
  const inksOf = ([lightness, a, b]: Lab): number[] =>
    toInks([(lightness * 652.8) / 65535, ((a + 128) * 256) / 65535, ((b + 128) * 256) / 65535]);
  const luminance = (inks: readonly number[]): number => xyzOf([toLab(inks)[0], 0, 0])[1] ?? 0;
  return {
    darkest: luminance(inksOf([0, 0, 0])),
    black: luminance([0, 0, 0, 1]),
    holds: (lab) => deltaE00(toLab(inksOf(lab)), lab) < SAME,
  };
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the profile lacks a table");
  return value;
}

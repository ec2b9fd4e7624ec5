import type { Ink } from "../template/index.ts";
import { readColourTable, readToLab, type Lab } from "./colour-table.ts";
import type { Raster } from "./raster.ts";

/** Red, green and blue of sRGB (IEC 61966-2-1), from 0 to 1. */
export type Srgb = readonly [red: number, green: number, blue: number];

/** How inks of a press look on a screen whose white is the paper. */
export interface PressColours {
  /** Of type, rules and tints: black ink alone is the screen's black. */
  of(ink: Ink): Srgb;
  /** Of a picture in four inks, 255 full ink, as sRGB in three channels: black is the darkest that the press makes of all inks. */
  ofPicture(inks: Raster): Raster;
}

/**
 * The colours of a press by its profile: relative to its paper, and between paper and black as ISO 18619 (4.3) scales them, for
 * an eye that has got used to newsprint sees black on it, and not the grey that is measured. A profile whose table cannot be read is
 * taken for ideal inks.
 */
export function pressColours(profile: Uint8Array): PressColours {
  const known = opened.get(profile) ?? openColours(profile);
  opened.set(profile, known);
  return known;
}

// All pictures of a run go through the same profile.
const opened = new WeakMap<Uint8Array, PressColours>();

function openColours(profile: Uint8Array): PressColours {
  const toLab = readToLab(profile, "A2B1") ?? readToLab(profile, "A2B0");
  const inkAlone = toLab ? through(toLab, toLab([0, 0, 0, 1])) : ideal;
  const allInks = toLab ? through(toLab, [toLab(darkestInks(profile))[0], 0, 0]) : ideal;
  let grid: Float32Array | undefined;
  return {
    of: ({ c, m, y, k }) => inkAlone([c, m, y, k]),
    ofPicture: (inks) => convertPicture(inks, (grid ??= gridOf(allInks))),
  };
}

type Convert = (inks: readonly number[]) => Srgb;

const ideal: Convert = ([c = 0, m = 0, y = 0, k = 0]) => [(1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)];

/** What a separation through the profile makes of black; black ink alone where its table cannot be read. */
function darkestInks(profile: Uint8Array): readonly number[] {
  const separation = readColourTable(profile, "B2A0");
  return separation?.([0, NEUTRAL, NEUTRAL]) ?? [0, 0, 0, 1];
}

/** No colour, as tables of 8 and of 16 bits code it to within what nobody sees (ICC.1:2010, 6.3.4.2). */
const NEUTRAL = 128 / 255;

function through(toLab: (inks: readonly number[]) => Lab, black: Lab): Convert {
  const darkest = tristimulus(black);
  return (inks) => {
    const scaled = tristimulus(toLab(inks)).map((value, index) => {
      const least = darkest[index] ?? 0;
      return (value - least) / (1 - least);
    });
    return toSrgb(scaled);
  };
}

/** X, Y, Z as shares of the white's (CIE 15, 8.2.1). */
function tristimulus([lightness, a, b]: Lab): readonly number[] {
  const y = (lightness + 16) / 116;
  return [y + a / 500, y, y - b / 200].map((t) => (t > 6 / 29 ? t ** 3 : (t - 4 / 29) * 3 * (6 / 29) ** 2));
}

/** The white of the profile connection space, D50 (ICC.1:2010, 7.2.16). */
const WHITE = [0.9642, 1, 0.8249];

/** From XYZ under D50 to linear sRGB: the inverse of its primaries, adapted after Bradford. */
const TO_LINEAR = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];

function toSrgb(shares: readonly number[]): Srgb {
  const xyz = shares.map((share, index) => share * (WHITE[index] ?? 1));
  const [red = 0, green = 0, blue = 0] = TO_LINEAR.map((row) =>
    encoded(row.reduce((sum, factor, index) => sum + factor * (xyz[index] ?? 0), 0)),
  );
  return [red, green, blue];
}

function encoded(linear: number): number {
  const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.min(1, Math.max(0, value));
}

/** Nodes along each ink. A picture has more pixels than the profile should be asked for. */
const NODES = 11;

function gridOf(convert: Convert): Float32Array {
  const grid = new Float32Array(NODES ** 4 * 3);
  for (let node = 0; node < NODES ** 4; node++) {
    const step = (ink: number): number => (Math.floor(node / NODES ** (3 - ink)) % NODES) / (NODES - 1);
    grid.set(convert([step(0), step(1), step(2), step(3)]), 3 * node);
  }
  return grid;
}

const STRIDES = [3 * NODES ** 3, 3 * NODES ** 2, 3 * NODES, 3] as const;

/** Linear between the sixteen nodes around a colour; written for speed, for it runs once for every pixel. */
function convertPicture({ width, height, data }: Raster, grid: Float32Array): Raster {
  const seen = new Uint8Array(width * height * 3);
  const [low, high] = [new Float64Array(4), new Float64Array(4)];
  for (let pixel = 0; pixel < width * height; pixel++) {
    let base = 0;
    for (let ink = 0; ink < 4; ink++) {
      const place = ((data[4 * pixel + ink] ?? 0) / 255) * (NODES - 1);
      const node = Math.min(NODES - 2, Math.floor(place));
      base += node * (STRIDES[ink] ?? 0);
      high[ink] = place - node;
      low[ink] = 1 - (place - node);
    }
    let [red, green, blue] = [0, 0, 0];
    for (let corner = 0; corner < 16; corner++) {
      let [weight, at] = [255, base];
      for (let ink = 0; ink < 4; ink++) {
        const up = (corner >> ink) & 1;
        weight *= (up === 1 ? high[ink] : low[ink]) ?? 0;
        if (up === 1) at += STRIDES[ink] ?? 0;
      }
      if (weight === 0) continue;
      red += weight * (grid[at] ?? 0);
      green += weight * (grid[at + 1] ?? 0);
      blue += weight * (grid[at + 2] ?? 0);
    }
    seen[3 * pixel] = Math.round(red);
    seen[3 * pixel + 1] = Math.round(green);
    seen[3 * pixel + 2] = Math.round(blue);
  }
  return { width, height, channels: 3, data: seen };
}

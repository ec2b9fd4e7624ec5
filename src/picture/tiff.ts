import { CUT_OFF, type Facts, type Reading } from "./facts.ts";
import { orientationOf } from "./orientation.ts";
import { ORIENTATION, readTiffDirectory, type TiffDirectory } from "./tiff-directory.ts";

const WIDTH = 256;
const HEIGHT = 257;
const BITS = 258;
const COMPRESSION = 259;
const PHOTOMETRIC = 262;
const STRIPS = [273, 279] as const;
const SAMPLES = 277;
const TILE_SIZE = [322, 323] as const;
const TILES = [324, 325] as const;
const INK_SET = 332;
const EXTRA_SAMPLES = 338;
const SAMPLE_FORMAT = 339;

const TAGS = [
  ...[WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, ORIENTATION, SAMPLES],
  ...[...STRIPS, ...TILE_SIZE, ...TILES, INK_SET, EXTRA_SAMPLES, SAMPLE_FORMAT],
];

/** The longest side of a tile: programs write 64 to 1024, and a decoder takes the memory of whole tiles. */
const LONGEST_TILE = 8192;

/** None, CCITT, LZW, JPEG, Deflate, PackBits: what the library unpacks (TIFF 6.0 and its supplements). */
const COMPRESSIONS = [1, 2, 3, 4, 5, 7, 8, 32773, 32946];

/** PhotometricInterpretation: its colour, and the channels that this takes. */
const COLOURS: Readonly<Record<number, readonly [Facts["colour"], number]>> = {
  0: ["gray", 1],
  1: ["gray", 1],
  2: ["rgb", 3],
  3: ["rgb", 1],
  5: ["cmyk", 4],
  6: ["rgb", 3],
  8: ["rgb", 3],
};

/** Reads the first picture of a TIFF: its directory, and whether all its data are there. */
export function readTiff(bytes: Uint8Array): Reading {
  const directory = readTiffDirectory(bytes, TAGS);
  if (directory === undefined) return CUT_OFF;
  const number = (tag: number, absent: number): number => directory.get(tag)?.[0] ?? absent;
  const colour = COLOURS[number(PHOTOMETRIC, -1)];
  if (colour === undefined) return "has colours of a kind that is not read";
  const fault = faultOf(directory, colour[1], bytes.length);
  if (fault !== undefined) return fault;
  const depth = number(BITS, 1);
  const [gray, palette] = [colour[0] === "gray", number(PHOTOMETRIC, -1) === 3];
  return {
    width: number(WIDTH, 0),
    height: number(HEIGHT, 0),
    orientation: orientationOf(directory.get(ORIENTATION)?.[0]),
    colour: colour[0],
    depth: palette ? 8 : depth,
    bilevel: gray && depth === 1 && number(SAMPLES, 1) === 1,
    // 1 and 2 are transparency; 0 is a channel of unknown use, for instance a mask that somebody once saved.
    alpha: (directory.get(EXTRA_SAMPLES)?.[0] ?? 0) > 0,
    inverted: false,
  };
}

function faultOf(directory: TiffDirectory, channels: number, length: number): string | undefined {
  const number = (tag: number, absent: number): number => directory.get(tag)?.[0] ?? absent;
  if (!COMPRESSIONS.includes(number(COMPRESSION, 1))) return "is compressed in a way that is not read";
  const depths = directory.get(BITS) ?? [1];
  if (depths.some((depth) => ![1, 2, 4, 8, 16].includes(depth))) return `has ${depths[0]} bits to a sample`;
  if (number(SAMPLE_FORMAT, 1) !== 1) return "has samples that are no whole numbers";
  if (number(INK_SET, 1) !== 1) return "has other inks than cyan, magenta, yellow and black";
  const samples = number(SAMPLES, 1);
  if (samples < channels || samples > channels + 1)
    return `has ${samples} channels where its colours take ${channels}, and one more for transparency`;
  if (TILE_SIZE.some((tag) => number(tag, 0) > LONGEST_TILE)) return "comes in larger tiles than any program writes";
  const [photometric, extra] = [number(PHOTOMETRIC, -1), number(EXTRA_SAMPLES, 0)];
  if (photometric === 8 && depths[0] !== 16) return "has Lab colours with 8 bits; 16 are read";
  if (photometric === 5 && depths[0] === 16 && extra > 0) return "is transparent in CMYK with 16 bits; 8 are read";
  return hasAllData(directory, length) ? undefined : CUT_OFF;
}

function hasAllData(directory: TiffDirectory, length: number): boolean {
  const [places, counts] = (directory.get(TILES[0])?.length ?? 0) > 0 ? TILES : STRIPS;
  const from = directory.get(places) ?? [];
  const sizes = directory.get(counts) ?? [];
  return from.length > 0 && from.every((at, index) => at + (sizes[index] ?? Infinity) <= length);
}

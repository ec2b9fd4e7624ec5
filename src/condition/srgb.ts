import type { OutputIntent } from "./condition.ts";

/** The screen as an output intent: sRGB (IEC 61966-2-1), as the ICC's registry calls it. */
export const SRGB_INTENT: OutputIntent = {
  profile: "sRGB.icc",
  identifier: "sRGB IEC61966-2.1",
  registry: "http://www.color.org",
  condition: "sRGB",
  info: "sRGB IEC61966-2.1",
};

/** Red, green and blue of sRGB as X, Y, Z, adapted to the connection space's D50 after Bradford; and that white. */
const COLOURANTS = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
  wtpt: [0.9642, 1, 0.8249],
} as const;

/** The adaptation from the screen's white, D65, to D50. */
const ADAPTATION = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168];

/** The tone curve (IEC 61966-2-1, 4.2) as parametric curve of type 3: (ax + b) to the g from d on, cx below. */
const TONES = { g: 2.4, a: 1 / 1.055, b: 0.055 / 1.055, c: 1 / 12.92, d: 0.04045 };

/**
 * An ICC profile of sRGB: matrix and curves, version 4 (ICC.1:2010, 8.3.3), a few hundred bytes. It is our own, so that no
 * licence is asked for where a file embeds it; the same bytes each time.
 */
export function srgbProfile(): Uint8Array {
  const curve = parametricCurve();
  const tags: readonly (readonly [signature: string, data: Uint8Array])[] = [
    ["desc", text("sRGB")],
    ["cprt", text("No copyright, use freely")],
    ...Object.entries(COLOURANTS).map(([signature, xyz]) => [signature, numbers("XYZ ", xyz)] as const),
    ["chad", numbers("sf32", ADAPTATION)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  return assembled(tags);
}

const HEADER = 128;

function assembled(tags: readonly (readonly [signature: string, data: Uint8Array])[]): Uint8Array {
  const places = new Map<Uint8Array, number>();
  let end = HEADER + 4 + 12 * tags.length;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, end);
    end += data.length;
  }
  const profile = new Uint8Array(end);
  const view = new DataView(profile.buffer);
  writeHeader(profile, view);
  view.setUint32(HEADER, tags.length);
  tags.forEach(([signature, data], index) => {
    const [entry, at] = [HEADER + 4 + 12 * index, places.get(data) ?? 0];
    write(profile, entry, signature);
    view.setUint32(entry + 4, at);
    view.setUint32(entry + 8, data.length);
    profile.set(data, at);
  });
  return profile;
}

/** ICC.1:2010, 7.2: a display, RGB to XYZ, under D50; the date is that of IEC 61966-2-1. */
function writeHeader(profile: Uint8Array, view: DataView): void {
  view.setUint32(0, profile.length);
  view.setUint32(8, 0x04200000);
  write(profile, 12, "mntrRGB XYZ ");
  [1999, 10, 18].forEach((part, index) => view.setUint16(24 + 2 * index, part));
  write(profile, 36, "acsp");
  COLOURANTS.wtpt.forEach((part, index) => view.setInt32(68 + 4 * index, fixed(part)));
}

function write(bytes: Uint8Array, at: number, letters: string): void {
  for (let index = 0; index < letters.length; index++) bytes[at + index] = letters.charCodeAt(index);
}

/** s15Fixed16Number (ICC.1:2010, 4.6). */
function fixed(number: number): number {
  return Math.round(number * 65536);
}

/** A tag of fixed-point numbers: XYZType or s15Fixed16ArrayType. */
function numbers(type: string, values: readonly number[]): Uint8Array {
  const tag = new Uint8Array(8 + 4 * values.length);
  const view = new DataView(tag.buffer);
  write(tag, 0, type);
  values.forEach((value, index) => view.setInt32(8 + 4 * index, fixed(value)));
  return tag;
}

function parametricCurve(): Uint8Array {
  const tag = numbers("para", [0, TONES.g, TONES.a, TONES.b, TONES.c, TONES.d]);
  new DataView(tag.buffer).setUint32(8, 3 << 16);
  return tag;
}

/** multiLocalizedUnicodeType with one record, in English. */
function text(words: string): Uint8Array {
  const tag = new Uint8Array(28 + 4 * Math.ceil((2 * words.length) / 4));
  const view = new DataView(tag.buffer);
  write(tag, 0, "mluc");
  view.setUint32(8, 1);
  view.setUint32(12, 12);
  write(tag, 16, "enUS");
  view.setUint32(20, 2 * words.length);
  view.setUint32(24, 28);
  for (let index = 0; index < words.length; index++) view.setUint16(28 + 2 * index, words.charCodeAt(index));
  return tag;
}

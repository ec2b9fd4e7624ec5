import { readToLab } from "./colour-table.ts";

/**
 * For each grey of a picture (an sRGB value, 0 to 255) the DeviceGray sample that prints it on the black plate: 255 is paper.
 *
 * Black ink on newsprint is not black. As the grey tones are brought between paper and full black ink by scaling their
 * luminance (black point compensation, ISO 18619:2015, 4.3), none is lost in the shadows; then the share of ink is taken
 * at which the press, as its profile measures it, has that lightness. A profile whose table cannot be read is taken as linear.
 */
export function blackCurve(profile: Uint8Array): Uint8Array {
  const toLab = readToLab(profile, "A2B1") ?? readToLab(profile, "A2B0");
  if (toLab === undefined) return Uint8Array.from({ length: 256 }, (_, grey) => grey);
  const ramp = Array.from({ length: 256 }, (_, black) => toLab([0, 0, 0, black / 255])[0]);
  const darkest = luminance(Math.min(...ramp));
  return Uint8Array.from({ length: 256 }, (_, grey) => {
    const wanted = lightness(darkest + (1 - darkest) * linear(grey / 255));
    return 255 - nearest(ramp, wanted);
  });
}

function nearest(ramp: readonly number[], wanted: number): number {
  const off = (index: number): number => Math.abs((ramp[index] ?? 0) - wanted);
  return ramp.reduce((best, _, index) => (off(index) < off(best) ? index : best), 0);
}

/** IEC 61966-2-1. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** CIE 15: luminance between 0 and 1, lightness between 0 and 100. */
function luminance(lightness: number): number {
  return lightness > 8 ? ((lightness + 16) / 116) ** 3 : lightness / 903.3;
}

function lightness(luminance: number): number {
  return luminance > 216 / 24389 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
}

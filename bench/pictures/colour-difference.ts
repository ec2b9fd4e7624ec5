import type { Lab } from "../../src/picture/colour-table.ts";

const DEGREE = Math.PI / 180;

/** CIEDE2000, after Sharma, Wu and Dalal (2005), whose equations the names follow; hues in degrees. */
export function deltaE00(one: Lab, other: Lab): number {
  const chromas = [one, other].map(([, a, b]) => Math.hypot(a, b));
  const g = 0.5 * (1 - chromaWeight(mean(chromas)));
  const [first, second] = [polar(one, g), polar(other, g)];
  const { lightness, chroma, hue } = differences(first, second);
  const meanLightness = (one[0] + other[0]) / 2;
  const meanChroma = (first.chroma + second.chroma) / 2;
  const meanHue = meanOfHues(first, second);
  const t =
    1 -
    0.17 * cosine(meanHue - 30) +
    0.24 * cosine(2 * meanHue) +
    0.32 * cosine(3 * meanHue + 6) -
    0.2 * cosine(4 * meanHue - 63);
  const sl = 1 + (0.015 * (meanLightness - 50) ** 2) / Math.sqrt(20 + (meanLightness - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * meanChroma, 1 + 0.015 * meanChroma * t];
  const turn = 60 * Math.exp(-(((meanHue - 275) / 25) ** 2));
  const rotation = -2 * chromaWeight(meanChroma) * Math.sin(turn * DEGREE);
  const [dl, dc, dh] = [lightness / sl, chroma / sc, hue / sh];
  return Math.sqrt(Math.max(0, dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh));
}

interface Polar {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

function polar([lightness, a, b]: Lab, g: number): Polar {
  const stretched = a * (1 + g);
  const hue = stretched === 0 && b === 0 ? 0 : (Math.atan2(b, stretched) / DEGREE + 360) % 360;
  return { lightness, chroma: Math.hypot(stretched, b), hue };
}

function differences(first: Polar, second: Polar): Polar {
  const straight = second.hue - first.hue;
  const around = straight > 180 ? straight - 360 : straight < -180 ? straight + 360 : straight;
  const product = first.chroma * second.chroma;
  return {
    lightness: second.lightness - first.lightness,
    chroma: second.chroma - first.chroma,
    hue: product === 0 ? 0 : 2 * Math.sqrt(product) * Math.sin((around / 2) * DEGREE),
  };
}

function meanOfHues(first: Polar, second: Polar): number {
  const sum = first.hue + second.hue;
  if (first.chroma * second.chroma === 0) return sum;
  if (Math.abs(first.hue - second.hue) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

function chromaWeight(chroma: number): number {
  return Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
}

function cosine(degrees: number): number {
  return Math.cos(degrees * DEGREE);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

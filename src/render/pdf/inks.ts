import type { Ink } from "../../page/index.ts";
import { decimal } from "./number.ts";

/** How a file says its inks: the operators that choose one for areas and for strokes, in the colour space of its output intent. */
export interface Inks {
  fill(ink: Ink): string;
  stroke(ink: Ink): string;
  /** Whether black type prints over what lies below: only where there are plates. */
  readonly overprints: boolean;
  /** Components of the colour space. */
  readonly components: 3 | 4;
}

/** DeviceCMYK as the template has it (ISO 32000-1, table 74). */
export const PRESS_INKS: Inks = {
  fill: ({ c, m, y, k }) => `${shares([c, m, y, k])} k`,
  stroke: ({ c, m, y, k }) => `${shares([c, m, y, k])} K`,
  overprints: true,
  components: 4,
};

/** DeviceRGB, by what an ink looks like on a screen. */
export function screenInks(colour: (ink: Ink) => readonly [number, number, number]): Inks {
  return {
    fill: (ink) => `${shares(colour(ink))} rg`,
    stroke: (ink) => `${shares(colour(ink))} RG`,
    overprints: false,
    components: 3,
  };
}

function shares(parts: readonly number[]): string {
  return parts.map((share) => decimal(share, 3)).join(" ");
}

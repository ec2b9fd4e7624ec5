import type { Ink } from "../../page/index.ts";
import type { Srgb } from "../../picture/index.ts";

/** A colour of sRGB, its parts from 0 to 1, as CSS writes it. */
export function cssColour(colour: Srgb): string {
  const channel = (share: number): string =>
    Math.round(255 * share)
      .toString(16)
      .padStart(2, "0");
  return `#${colour.map(channel).join("")}`;
}

/**
 * Ink as the plain complement of CMYK, darkened by black: for drawings that are never printed. What ink on paper looks like only
 * the profile of a press knows.
 */
export function screenColour({ c, m, y, k }: Ink): string {
  const channel = (share: number): number => (1 - Math.min(1, share)) * (1 - k);
  return cssColour([channel(c), channel(m), channel(y)]);
}

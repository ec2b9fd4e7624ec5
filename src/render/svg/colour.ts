import type { Srgb } from "../../picture/index.ts";

/** A colour of sRGB, its parts from 0 to 1, as CSS writes it. */
export function cssColour(colour: Srgb): string {
  const channel = (share: number): string =>
    Math.round(255 * share)
      .toString(16)
      .padStart(2, "0");
  return `#${colour.map(channel).join("")}`;
}

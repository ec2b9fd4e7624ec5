import type { Ink } from "../../page/index.ts";

/**
 * Ink as a screen shows it: the plain complement of CMYK, darkened by black. It is meant for proofs, not for judging colour:
 * what ink on paper looks like only the print condition's profile knows.
 */
export function screenColour({ c, m, y, k }: Ink): string {
  const channel = (share: number): string =>
    Math.round(255 * (1 - Math.min(1, share)) * (1 - k))
      .toString(16)
      .padStart(2, "0");
  return `#${channel(c)}${channel(m)}${channel(y)}`;
}

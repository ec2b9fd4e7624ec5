import { mm, type Pt } from "../base/index.ts";

/** Formats that a template may name instead of a width and a height. */
export const FORMATS = ["a3", "a4", "a5", "berliner", "nordisch", "rheinisch", "tabloid"] as const;

export type Format = (typeof FORMATS)[number];

/** Trimmed sizes in mm: ISO 216, and what German-speaking newspapers are printed in. */
const SIZES: Readonly<Record<Format, readonly [width: number, height: number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  berliner: [315, 470],
  nordisch: [400, 570],
  rheinisch: [350, 510],
  tabloid: [280, 400],
};

/** Width and height of a format in points. */
export function sizeOf(format: Format): { readonly width: Pt; readonly height: Pt } {
  const [width, height] = SIZES[format];
  return { width: mm(width), height: mm(height) };
}

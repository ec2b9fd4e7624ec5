/** A length in PostScript points (1/72 inch), the only length inside; millimetres end at the template schema. */
export type Pt = number & { readonly unit?: "pt" };

const POINTS_PER_INCH = 72;
const MILLIMETRES_PER_INCH = 25.4;

/** Points from millimetres. */
export function mm(millimetres: number): Pt {
  return (millimetres * POINTS_PER_INCH) / MILLIMETRES_PER_INCH;
}

/** Millimetres from points, for messages and dumps. */
export function toMm(points: Pt): number {
  return (points * MILLIMETRES_PER_INCH) / POINTS_PER_INCH;
}

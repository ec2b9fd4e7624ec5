import { mm } from "../base/index.ts";
import type { Pt } from "../base/index.ts";

/** A length as a template writes it: a number and one of the units a designer thinks in. */
export interface Length {
  readonly value: number;
  readonly unit: LengthUnit;
}

export type LengthUnit = "mm" | "pt" | "em" | "row";

/** What relative lengths are relative to, in points. */
export interface LengthScale {
  readonly em?: Pt;
  readonly row?: Pt;
}

/** A length in points. A relative one without its scale is a fault in the schema, hence ours. */
export function toPt({ value, unit }: Length, scale: LengthScale = {}): Pt {
  if (unit === "mm") return mm(value);
  if (unit === "pt") return value;
  const one = scale[unit];
  if (one === undefined) throw new Error(`no scale for the unit ${unit}`);
  return value * one;
}

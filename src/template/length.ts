import * as z from "zod";
import { mm } from "../base/index.ts";
import type { Pt } from "../base/index.ts";

/** A length as a template writes it: a number and one of the units a designer thinks in. */
export interface Length {
  readonly value: number;
  readonly unit: LengthUnit;
}

export type LengthUnit = "mm" | "pt" | "em" | "row";

const PATTERN = /^(-?\d+(?:\.\d+)?)\s*(mm|pt|em|rows?)$/;

/** The schema of a length that may be negative, too. */
export function signedLength(...units: readonly LengthUnit[]) {
  return lengthOf(units, -Infinity);
}

/**
 * The schema of a length such as `"92mm"`, `"8.6pt"`, `"1em"` (of the style's own size) or `"2 rows"` (of the baseline
 * grid), limited to the units that make sense in its place.
 */
export function length(...units: readonly LengthUnit[]) {
  return lengthOf(units, 0);
}

/** The schema of a whole number of the grid's rows, such as `"5 rows"`. */
export function wholeRows() {
  return length("row").refine(({ value }) => Number.isInteger(value), {
    error: 'the grid has whole rows only; write for instance "5 rows"',
  });
}

function lengthOf(units: readonly LengthUnit[], least: number) {
  const wanted = units.map((unit) => EXAMPLES[unit]).join(" or ");
  return z
    .string({ error: () => `write a length with its unit, for instance ${wanted}` })
    .transform((text, context) => {
      const parsed = parseLength(text);
      if (parsed !== undefined && units.includes(parsed.unit) && parsed.value >= least) return parsed;
      const fault = faultOf(text, parsed, units);
      context.addIssue({ code: "custom", message: `${fault}; write for instance ${wanted}` });
      return z.NEVER;
    });
}

function faultOf(text: string, parsed: Length | undefined, units: readonly LengthUnit[]): string {
  if (parsed === undefined) return `“${text}” is not a length`;
  return units.includes(parsed.unit) ? "less than nothing" : `the unit ${parsed.unit} has no meaning here`;
}

const EXAMPLES: Readonly<Record<LengthUnit, string>> = { mm: '"92mm"', pt: '"8.6pt"', em: '"1em"', row: '"2 rows"' };

function parseLength(text: string): Length | undefined {
  const match = PATTERN.exec(text.trim());
  if (match === null) return undefined;
  const unit = match[2] === "rows" ? "row" : (match[2] as LengthUnit);
  return { value: Number(match[1]), unit };
}

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

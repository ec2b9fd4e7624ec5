import * as z from "zod";
import type { Length, LengthUnit } from "./length.ts";

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

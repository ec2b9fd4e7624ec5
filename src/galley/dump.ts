import { textOf, type Line } from "./line.ts";

/**
 * A set line as a typesetter reads it: its text between bars, how it ends, its width and measure in points, the
 * adjustment ratio, and the word space as a multiple of the normal one.
 */
export function dumpLine(line: Line): string {
  const text = textOf(line).replaceAll("\u00A0", "⍽").replaceAll("\u202F", "⎵");
  const end = line.endsWith === "paragraph" ? " ¶" : "";
  const numbers = `${line.width.toFixed(2)}/${line.measure.toFixed(2)} r=${signed(line.ratio)} ws=${line.wordSpace.toFixed(2)}`;
  return `|${text}|${end}  ${numbers}`;
}

function signed(number: number): string {
  const fixed = Math.abs(number).toFixed(2);
  return number < 0 && Number(fixed) !== 0 ? `−${fixed}` : `+${fixed}`;
}

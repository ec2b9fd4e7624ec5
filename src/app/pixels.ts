import { InvalidArgumentError } from "commander";

/** Reads a resolution of pixels to an inch. */
export function pixels(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 20 || number > 600) throw new InvalidArgumentError("Give 20 to 600.");
  return number;
}

import { InvalidArgumentError } from "commander";
import { isCalendarDate } from "../../article/index.ts";
import { mm, type Pt } from "../../base/index.ts";
import { fileNameFault } from "../../condition/index.ts";
import { sheetOf } from "../marks.ts";

/** A whole number from 1 to 99999, as an option's value. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("Give a whole number from 1 to 99999.");
  return Number(text);
}

/** Pixels to an inch. */
export function pixels(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 20 || number > 600) throw new InvalidArgumentError("Give 20 to 600.");
  return number;
}

/** A length with its unit, in points. */
export function height(text: string): Pt {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(mm|pt)$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError('Give a length with its unit: "180mm" or "510pt".');
  return unit === "mm" ? mm(Number(number)) : Number(number);
}

/** A calendar date as ISO 8601 writes it. */
export function date(text: string): string {
  if (!isCalendarDate(text)) throw new InvalidArgumentError("Give a date as 2025-02-09.");
  return text;
}

/** A pattern for the names of pages' files, as `fileNameOf` takes it. */
export function namePattern(text: string): string {
  const fault = fileNameFault(text);
  if (fault !== undefined) throw new InvalidArgumentError(`${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`);
  return text;
}

/** A name or a path of whatever kind, but not nothing, as a variable that is not set gives it. */
export function someName(text: string): string {
  if (text === "") throw new InvalidArgumentError("It is empty; give it a value, or leave the option out.");
  return text;
}

/** The path of an input, or the name of what is bundled. */
export function input(text: string): string {
  if (text === "")
    throw new InvalidArgumentError("An input has no name; was it to come from a variable that is not set?");
  return text;
}

/** The same for one of several, behind those that were read before. */
function several(read: (text: string) => string) {
  return (text: string, before: readonly string[] = []): readonly string[] => [...before, read(text)];
}

/** Paths of inputs. */
export const inputs = several(input);

/** The path of an article, for a command that looks at files more than once. */
export function articleFile(text: string): string {
  if (text === "-")
    throw new InvalidArgumentError("The standard input can be read only once, by set and check; here, name a file.");
  return input(text);
}

/** Paths of such articles. */
export const articleFiles = several(articleFile);

/** A folder's path, of whatever name. */
export function folder(text: string): string {
  if (text === "") throw new InvalidArgumentError("Name a folder; the one that you are in is called “.”.");
  return text;
}

/** A file's name without folder, and without `.pdf`, which is put behind it. */
export function fileName(text: string): string {
  const name = text.replace(/\.pdf$/i, "");
  if (!/^[^./\\\u0000-\u001F:][^/\\\u0000-\u001F:]*$/.test(name))
    throw new InvalidArgumentError("Give a file name; --out names its folder.");
  return name;
}

/** A list of marks around the page, as it was written. */
export function marks(text: string): string {
  const { unknown } = sheetOf(text);
  if (unknown !== undefined) throw new InvalidArgumentError(`There are no marks “${unknown}”.`);
  return text;
}

/** A file that a drawing can be written to; its ending says how. */
export function drawing(path: string): string {
  if (!/\.(?:pdf|png|svg)$/i.test(path)) throw new InvalidArgumentError("The file must end in .pdf, .png or .svg.");
  return path;
}

/** A text string in Unicode: UTF-16 or UTF-8 with their marks, or else PDFDocEncoding (ISO 32000-1, 7.9.2.2). */
export function textOf(bytes: string | undefined): string {
  if (bytes === undefined) return "";
  const units = Uint8Array.from(bytes, (character) => character.charCodeAt(0));
  if (bytes.startsWith("\u00FE\u00FF")) return new TextDecoder("utf-16be").decode(units.subarray(2));
  if (bytes.startsWith("\u00FF\u00FE")) return new TextDecoder("utf-16le").decode(units.subarray(2));
  if (bytes.startsWith("\u00EF\u00BB\u00BF")) return new TextDecoder().decode(units.subarray(3));
  return bytes.replace(/[\u0080-\u00A0]/g, (character) => UPPER[character.charCodeAt(0) - 0x80] ?? character);
}

/** PDFDocEncoding from 80 to A0 hexadecimal (ISO 32000-1, annex D.2). */
const UPPER = [..."•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u009F€"];

/** Characters that would move a terminal's cursor, end a line of the report, or turn its direction. */
const COMMANDS = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Words from a file as they can be printed anywhere: a file must not write our report. */
export function harmless(text: string): string {
  return text.replace(COMMANDS, "·");
}

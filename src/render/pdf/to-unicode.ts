/** How many entries a bfchar section may have (ISO 32000-1, 9.10.3, after Adobe's CMap specification). */
const SECTION = 100;

/** The ToUnicode CMap of two-byte codes: code i + 1 reads as `texts[i]`; a code that reads as nothing has no entry. */
export function toUnicodeMap(texts: readonly string[]): string {
  const entries: string[] = [];
  texts.forEach((text, index) => {
    if (text !== "") entries.push(`<${hex(index + 1)}> <${utf16(text)}>`);
  });
  const sections = Array.from({ length: Math.ceil(entries.length / SECTION) }, (_, index) => {
    const part = entries.slice(index * SECTION, (index + 1) * SECTION);
    return [`${part.length} beginbfchar`, ...part, "endbfchar"].join("\n");
  });
  return [...HEAD, ...sections, ...TAIL].join("\n");
}

const HEAD = [
  "/CIDInit /ProcSet findresource begin",
  "12 dict begin",
  "begincmap",
  "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
  "/CMapName /Adobe-Identity-UCS def",
  "/CMapType 2 def",
  "1 begincodespacerange",
  "<0000> <FFFF>",
  "endcodespacerange",
];

const TAIL = ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"];

function utf16(text: string): string {
  let units = "";
  for (let index = 0; index < text.length; index++) units += hex(text.charCodeAt(index));
  return units;
}

const DIGITS = "0123456789ABCDEF";

/** Four digits; a file has hundreds of them, and padding what `toString` gives takes three strings each. */
function hex(number: number): string {
  return digit(number >> 12) + digit(number >> 8) + digit(number >> 4) + digit(number);
}

function digit(number: number): string {
  return DIGITS.charAt(number & 15);
}

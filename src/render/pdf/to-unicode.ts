import { ContentBytes } from "./content-bytes.ts";

/** How many entries a bfchar section may have (ISO 32000-1, 9.10.3, after Adobe's CMap specification). */
const SECTION = 100;

/** Room for the map of most faces, in bytes. */
const ROOM = 1 << 11;

/** The ToUnicode CMap of two-byte codes: code i + 1 reads as `texts[i]`; a code that reads as nothing has no entry. */
export function toUnicodeMap(texts: readonly string[]): Uint8Array {
  const codes: number[] = [];
  texts.forEach((text, index) => text !== "" && codes.push(index + 1));
  const out = new ContentBytes(ROOM).text(HEAD);
  for (let from = 0; from < codes.length; from += SECTION) {
    const section = codes.slice(from, from + SECTION);
    out.text(`${section.length} beginbfchar\n`);
    for (const code of section) putEntry(out, code, texts[code - 1] ?? "");
    out.text("endbfchar\n");
  }
  return out.text(TAIL).written;
}

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;

const TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

function putEntry(out: ContentBytes, code: number, text: string): void {
  out.text("<").unit(code).text("> <");
  for (let index = 0; index < text.length; index++) out.unit(text.charCodeAt(index));
  out.text(">\n");
}

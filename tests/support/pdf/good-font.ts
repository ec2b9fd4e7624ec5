import { setter } from "../desk.ts";
import { deflated, type Editor } from "./mutate.ts";
import { dict, name, text, type Ref } from "./values.ts";

const FACE = "SourceSerif4-Regular";

/** A face as the good file embeds it: a bare CFF subset with two-byte codes, which are the slots of the glyphs. */
export interface GoodFont {
  readonly font: Ref;
  /** The codes of a text in hexadecimal. */
  codes(words: string): string;
}

/** Embeds the glyphs of these words (ISO 32000-1, 9.7.4 and 9.9). */
export function embedFont(file: Editor, words: string): GoodFont {
  const face = setter.fonts.face(FACE);
  const characters = [...new Set(words)].sort();
  const glyphs = characters.map((character) => face.shape(character)[0]?.glyph ?? 0);
  const { descriptor } = face;
  const baseFont = name(`ABCDEF+${descriptor.postScriptName}`);
  const program = deflated(Buffer.from(face.subset(glyphs)));
  const fontFile = file.add(dict({ Subtype: name("CIDFontType0C"), Filter: name("FlateDecode") }), program);
  const described = file.add(
    dict({
      Type: name("FontDescriptor"),
      FontName: baseFont,
      Flags: 6,
      FontBBox: [...descriptor.box],
      ItalicAngle: 0,
      Ascent: descriptor.ascent,
      Descent: descriptor.descent,
      CapHeight: descriptor.capHeight,
      StemV: 87,
      FontFile3: fontFile,
    }),
  );
  const descendant = file.add(
    dict({
      Type: name("Font"),
      Subtype: name("CIDFontType0"),
      BaseFont: baseFont,
      CIDSystemInfo: dict({ Registry: text("Adobe"), Ordering: text("Identity"), Supplement: 0 }),
      FontDescriptor: described,
      DW: 1000,
      W: [1, glyphs.map((glyph) => Math.round(face.advance(glyph) * 1000))],
    }),
  );
  const font = file.add(
    dict({
      Type: name("Font"),
      Subtype: name("Type0"),
      BaseFont: baseFont,
      Encoding: name("Identity-H"),
      DescendantFonts: [descendant],
      ToUnicode: file.add(dict({}), toUnicode(characters)),
    }),
  );
  const code = (character: string): string => hex(characters.indexOf(character) + 1);
  return { font, codes: (shown) => [...shown].map(code).join("") };
}

function hex(code: number): string {
  return code.toString(16).padStart(4, "0");
}

function toUnicode(characters: readonly string[]): string {
  const entries = characters.map((character, index) => `<${hex(index + 1)}> <${hex(character.charCodeAt(0))}>`);
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${entries.length} beginbfchar
${entries.join("\n")}
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

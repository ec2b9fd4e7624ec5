import { createHash } from "node:crypto";
import type { Face } from "../../galley/index.ts";
import type { Kit, Reference } from "./pdfkit.ts";
import { PdfName, textString } from "./pdfkit.ts";
import { toUnicodeMap } from "./to-unicode.ts";

/**
 * A face in one document: which glyph, read as which text, has which code. A glyph that reads in two ways has two codes,
 * each with its own entry in the ToUnicode map and its own slot in the font program.
 */
export class EmbeddedFace {
  /** The resource name, `F1`. */
  readonly label: string;
  readonly face: Face;
  private readonly codes = new Map<string, number>();
  private readonly glyphs: number[] = [];
  private readonly texts: string[] = [];
  private readonly widths: number[] = [];

  constructor(label: string, face: Face) {
    this.label = label;
    this.face = face;
  }

  /** The two-byte code of a glyph that reads as `text`; codes are given from 1 in order of first use. */
  code(glyph: number, text: string): number {
    const key = `${glyph} ${text}`;
    let code = this.codes.get(key);
    if (code === undefined) {
      this.glyphs.push(glyph);
      this.texts.push(text);
      this.widths.push(thousandths(this.face.advance(glyph)));
      code = this.glyphs.length;
      this.codes.set(key, code);
    }
    return code;
  }

  /** The width that the file states for a code, in thousandths of an em. */
  width(code: number): number {
    return this.widths[code - 1] ?? 0;
  }

  /**
   * Writes font program, descriptor, descendant and Type 0 font (ISO 32000-1, 9.7 and 9.9). No CIDSet: optional since
   * PDF/A-2, and wrong ones are a common reason to refuse a file. Returns the program's bytes, for the file's identifier.
   */
  embed(kit: Kit, font: Reference): Uint8Array {
    const program = this.face.subset(this.glyphs);
    const file = kit.ref({ Subtype: "CIDFontType0C" });
    file.end(program);
    const baseFont = `${subsetTag(program)}+${this.face.descriptor.postScriptName}`;
    const descriptor = kit.ref(descriptorOf(this.face, baseFont, file));
    descriptor.end();
    const descendant = kit.ref({
      Type: "Font",
      Subtype: "CIDFontType0",
      BaseFont: baseFont,
      CIDSystemInfo: { Registry: textString("Adobe"), Ordering: textString("Identity"), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, this.widths],
    });
    descendant.end();
    const toUnicode = kit.ref();
    toUnicode.end(toUnicodeMap(this.texts));
    Object.assign(font.data, {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: baseFont,
      Encoding: new PdfName("Identity-H"),
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    });
    font.end();
    return program;
  }
}

// Advances of the bundled faces are whole thousandths; other faces are stated to a thousandth of one.
function thousandths(em: number): number {
  return Math.round(em * 1e6) / 1e3;
}

/** Six capital letters that tell subsets of one face apart (ISO 32000-1, 9.6.4), from the program's own bytes. */
function subsetTag(program: Uint8Array): string {
  const digest = createHash("sha256").update(program).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join("");
}

const SERIF = 1 << 1;
const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

function descriptorOf({ descriptor }: Face, name: string, file: Reference): Record<string, unknown> {
  const { box, ascent, descent, capHeight, xHeight, italicAngle, weight, serif } = descriptor;
  return {
    Type: "FontDescriptor",
    FontName: name,
    Flags: SYMBOLIC | (serif ? SERIF : 0) | (italicAngle !== 0 ? ITALIC : 0),
    FontBBox: [...box],
    ItalicAngle: italicAngle,
    Ascent: ascent,
    Descent: descent,
    CapHeight: capHeight,
    XHeight: xHeight,
    // No face states its stem; this is the usual estimate from the weight class.
    StemV: Math.round(50 + (weight / 65) ** 2),
    FontFile3: file,
  };
}

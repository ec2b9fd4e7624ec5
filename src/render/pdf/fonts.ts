import { hash } from "node:crypto";
import type { Face } from "../../galley/index.ts";
import type { Kit, Reference } from "./pdfkit.ts";
import { PdfName, textString } from "./pdfkit.ts";
import { toUnicodeMap } from "./to-unicode.ts";

/** A glyph of a face in one document, read as one text. */
export interface Sort {
  readonly glyph: number;
  readonly text: string;
  /** Of two bytes. */
  readonly code: number;
  /** The width that the file states for it, in thousandths of an em. */
  readonly width: number;
  /** The same glyph, read as another text. */
  readonly other: Sort | undefined;
}

/**
 * A face in one document: which glyph, read as which text, has which code. A glyph that reads in two ways is two sorts with a code
 * each, each with its own entry in the ToUnicode map and its own slot in the font program.
 */
export class EmbeddedFace {
  /** The resource name, `F1`. */
  readonly label: string;
  readonly face: Face;
  /** In the order of their codes, from 1. */
  private readonly sorts: Sort[] = [];
  /** By glyph, of several readings the newest. */
  private readonly byGlyph = new Map<number, Sort>();

  constructor(label: string, face: Face) {
    this.label = label;
    this.face = face;
  }

  /** A glyph that reads as `text`; codes are given in order of first use. */
  sort(glyph: number, text: string): Sort {
    const newest = this.byGlyph.get(glyph);
    for (let known = newest; known !== undefined; known = known.other) if (known.text === text) return known;
    const width = thousandths(this.face.advance(glyph));
    const sort = { glyph, text, code: this.sorts.length + 1, width, other: newest };
    this.sorts.push(sort);
    this.byGlyph.set(glyph, sort);
    return sort;
  }

  /**
   * Writes font program, descriptor, descendant and Type 0 font (ISO 32000-1, 9.7 and 9.9). No CIDSet: optional since
   * PDF/A-2, and wrong ones are a common reason to refuse a file. Returns the program's digest, for the file's identifier.
   */
  embed(kit: Kit, font: Reference): Uint8Array {
    const program = this.face.subset(this.sorts.map(({ glyph }) => glyph));
    const digest = hash("sha256", program, "buffer");
    const file = kit.ref({ Subtype: "CIDFontType0C" });
    kit.endWith(file, program);
    const baseFont = `${subsetTag(digest)}+${this.face.descriptor.postScriptName}`;
    const descriptor = kit.ref(descriptorOf(this.face, baseFont, file));
    descriptor.end();
    const descendant = kit.ref({
      Type: "Font",
      Subtype: "CIDFontType0",
      BaseFont: baseFont,
      CIDSystemInfo: { Registry: textString("Adobe"), Ordering: textString("Identity"), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, this.sorts.map(({ width }) => width)],
    });
    descendant.end();
    const toUnicode = kit.ref();
    kit.endWith(toUnicode, toUnicodeMap(this.sorts.map(({ text }) => text)));
    Object.assign(font.data, {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: baseFont,
      Encoding: new PdfName("Identity-H"),
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    });
    font.end();
    return digest;
  }
}

// Advances of the bundled faces are whole thousandths; other faces are stated to a thousandth of one.
function thousandths(em: number): number {
  return Math.round(em * 1e6) / 1e3;
}

/** Six capital letters that tell subsets of one face apart (ISO 32000-1, 9.6.4), from the digest of the program. */
function subsetTag(digest: Uint8Array): string {
  let tag = "";
  for (const byte of digest.subarray(0, 6)) tag += String.fromCharCode(65 + (byte % 26));
  return tag;
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

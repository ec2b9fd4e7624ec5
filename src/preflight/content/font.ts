import { EMPTY_DICT, type PdfDict, type PdfFile, type PdfStream } from "../reader/index.ts";
import { isFontProgram } from "./font-program.ts";
import { matrixOf, type Matrix } from "./matrix.ts";

/** A font as a page uses it (ISO 32000-1, 9.5). */
export interface PageFont {
  /** BaseFont, or the name of the resource where there is none. */
  readonly name: string;
  readonly type: string;
  readonly dict: PdfDict;
  /** The descendant's dictionary of a composite font; the font's own otherwise. */
  readonly carrier: PdfDict;
  readonly descriptor: PdfDict | undefined;
  readonly program: FontProgram;
  readonly bytesPerCode: 1 | 2;
  /** Advance of a code in thousandths of the size; of a Type 3 font in its own units. */
  readonly width: (code: number) => number;
  /** Of Type 3 alone: glyph space to text space, and the procedure of a code. */
  readonly glyphs?: { readonly matrix: Matrix; readonly of: (code: number) => PdfStream | undefined };
}

/** The font's program: embedded and readable, embedded and damaged, or not there. Type 3 has none and needs none. */
export type FontProgram = "embedded" | "damaged" | "missing" | "none";

/** The advance where the file gives none: of an average letter. */
const AVERAGE = 500;

/** Reads what a page needs to know of a font; undefined when the object is no font. */
export function readFont(file: PdfFile, dict: PdfDict, resource: string): PageFont {
  const type = file.name(dict.entries.get("Subtype")) ?? "";
  const composite = type === "Type0";
  const carrier = composite ? (file.dict(file.array(dict.entries.get("DescendantFonts"))?.[0]) ?? EMPTY_DICT) : dict;
  const descriptor = file.dict(carrier.entries.get("FontDescriptor"));
  const glyphs = type === "Type3" ? type3Glyphs(file, dict) : undefined;
  return {
    name: file.name(dict.entries.get("BaseFont")) ?? resource,
    type,
    dict,
    carrier,
    descriptor,
    program: type === "Type3" ? "none" : programOf(file, descriptor),
    bytesPerCode: composite ? 2 : 1,
    width: composite ? cidWidths(file, carrier) : simpleWidths(file, dict, descriptor),
    ...(glyphs && { glyphs }),
  };
}

function programOf(file: PdfFile, descriptor: PdfDict | undefined): FontProgram {
  const keys = ["FontFile", "FontFile2", "FontFile3"];
  const stream = keys.map((key) => file.stream(descriptor?.entries.get(key))).find((one) => one !== undefined);
  if (stream === undefined) return "missing";
  const { bytes } = file.decode(stream);
  return isFontProgram(bytes) ? "embedded" : "damaged";
}

function simpleWidths(file: PdfFile, { entries }: PdfDict, descriptor: PdfDict | undefined): PageFont["width"] {
  const first = file.number(entries.get("FirstChar")) ?? 0;
  const widths =
    file
      .array(entries.get("Widths"))
      ?.slice(0, 256)
      .map((width) => file.number(width) ?? 0) ?? [];
  const missing = file.number(descriptor?.entries.get("MissingWidth")) ?? (widths.length > 0 ? 0 : AVERAGE);
  return (code) => widths[code - first] ?? missing;
}

/** W and DW of a CID font (ISO 32000-1, 9.7.4.3). Codes count as CIDs, as they are in Identity-H. */
function cidWidths(file: PdfFile, { entries }: PdfDict): PageFont["width"] {
  const standard = file.number(entries.get("DW")) ?? 1000;
  const widths = new Map<number, number>();
  const items = file.array(entries.get("W")) ?? [];
  for (let at = 0; at + 1 < items.length && widths.size < 65536;) {
    const first = file.number(items[at]) ?? 0;
    const list = file.array(items[at + 1]);
    if (list) {
      for (const [index, width] of list.entries()) widths.set(first + index, file.number(width) ?? standard);
      at += 2;
    } else {
      const last = Math.min(file.number(items[at + 1]) ?? first, first + 65535);
      const width = file.number(items[at + 2]) ?? standard;
      for (let code = first; code <= last; code++) widths.set(code, width);
      at += 3;
    }
  }
  return (code) => widths.get(code) ?? standard;
}

function type3Glyphs(file: PdfFile, { entries }: PdfDict): PageFont["glyphs"] {
  const matrix = matrixOf(file.numbersOf(entries.get("FontMatrix"))) ?? [0.001, 0, 0, 0.001, 0, 0];
  const procedures = file.dict(entries.get("CharProcs")) ?? EMPTY_DICT;
  const names = new Map<number, string>();
  let code = 0;
  for (const item of file.array(file.dict(entries.get("Encoding"))?.entries.get("Differences")) ?? []) {
    const name = file.name(item);
    if (name === undefined) code = file.number(item) ?? code;
    else names.set(code++, name);
  }
  return { matrix, of: (one) => file.stream(procedures.entries.get(names.get(one) ?? "")) };
}

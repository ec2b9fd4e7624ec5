import { openPdf, reference, type PdfFile } from "./objects.ts";

/** A glyph as it stands on a page of a PDF; y is the baseline, from the top of the page, in points. */
export interface PageGlyph {
  readonly page: number;
  readonly font: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
}

/**
 * Reads every glyph back from a PDF of ours, from the file's own widths and ToUnicode maps: a judge that shares no
 * code with the writer. It knows the operators that we write, and says so when it meets another.
 */
export function readGlyphs(bytes: Uint8Array): PageGlyph[] {
  const file = openPdf(bytes);
  const pages = file.dictionary(reference(file.dictionary(reference(file.trailer, "Root")), "Pages"));
  const kids = [...(/\/Kids \[(.*?)\]/s.exec(pages)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map((kid) => Number(kid[1]));
  return kids.flatMap((id, index) => readPage(file, id, index + 1));
}

interface PageFont {
  readonly name: string;
  readonly widths: readonly number[];
  readonly texts: ReadonlyMap<number, string>;
}

function readPage(file: PdfFile, id: number, page: number): PageGlyph[] {
  const dictionary = file.dictionary(id);
  const height = Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(dictionary)?.[1]);
  const resources = file.dictionary(reference(dictionary, "Resources"));
  const named = /\/Font <<(.*?)>>/s.exec(resources)?.[1] ?? "";
  const fonts = new Map(
    [...named.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((font) => [font[1], readFont(file, Number(font[2]))]),
  );
  return interpret(file.stream(reference(dictionary, "Contents")), (label) => {
    const font = fonts.get(label);
    if (font === undefined) throw new Error(`the page has no font ${label}`);
    return font;
  }).map((glyph) => ({ ...glyph, page, y: height - glyph.y }));
}

function readFont(file: PdfFile, id: number): PageFont {
  const font = file.dictionary(id);
  const name = /\/BaseFont \/[A-Z]{6}\+(\S+)/.exec(font)?.[1] ?? "";
  const descendant = file.dictionary(Number(/\/DescendantFonts \[(\d+) 0 R\]/.exec(font)?.[1]));
  const widths = (/\/W \[1 \[(.*?)\]\]/s.exec(descendant)?.[1] ?? "").split(" ").map(Number);
  const map = file.stream(reference(font, "ToUnicode"));
  const texts = [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(
    (entry) => [parseInt(entry[1] ?? "", 16), utf16(entry[2] ?? "")] as const,
  );
  return { name, widths, texts: new Map(texts) };
}

function utf16(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
}

const TOKEN = /\((?:\\[\s\S]|[^\\)])*\)|\[|\]|\/?[^\s[\]()/]+/g;

function interpret(content: string, fontOf: (label: string) => PageFont): Omit<PageGlyph, "page">[] {
  const glyphs: Omit<PageGlyph, "page">[] = [];
  const state = { font: undefined as PageFont | undefined, size: 0, scaling: 1, tracking: 0, x: 0, y: 0 };
  let operands: string[] = [];
  for (const [token] of content.matchAll(TOKEN)) {
    if (!/^[A-Za-z]+$/.test(token)) {
      operands.push(token);
      continue;
    }
    const numbers = operands.map(Number);
    if (token === "Tf") [state.font, state.size] = [fontOf((operands[0] ?? "").slice(1)), numbers[1] ?? 0];
    else if (token === "Tz") state.scaling = (numbers[0] ?? 0) / 100;
    else if (token === "Tc") state.tracking = numbers[0] ?? 0;
    else if (token === "Tm") [state.x, state.y] = [numbers[4] ?? 0, numbers[5] ?? 0];
    else if (token === "TJ") glyphs.push(...show(operands.slice(1, -1), state));
    else if (!KNOWN.has(token)) throw new Error(`unknown operator ${token}`);
    operands = [];
  }
  return glyphs;
}

const KNOWN = new Set([
  "BT",
  "ET",
  "k",
  "K",
  "w",
  "re",
  "f",
  "m",
  "l",
  "S",
  "q",
  "Q",
  "W",
  "n",
  "cm",
  "Do",
  "BDC",
  "gs",
  "EMC",
]);

type State = { font: PageFont | undefined; size: number; scaling: number; tracking: number; x: number; y: number };

function show(parts: readonly string[], state: State): Omit<PageGlyph, "page">[] {
  const { font, size, scaling, tracking, y } = state;
  if (font === undefined) throw new Error("text without a font");
  return parts.flatMap((part) => {
    if (!part.startsWith("(")) {
      state.x -= (Number(part) / 1000) * size * scaling;
      return [];
    }
    return codes(part).map((code) => {
      const width = ((font.widths[code - 1] ?? 0) / 1000) * size * scaling;
      const glyph = { font: font.name, size, x: state.x, y, width, text: font.texts.get(code) ?? "" };
      state.x += width + tracking * scaling;
      return glyph;
    });
  });
}

function codes(literal: string): number[] {
  const bytes = literal.slice(1, -1).replace(/\\([\s\S])/g, (_, escaped: string) => (escaped === "r" ? "\r" : escaped));
  return Array.from(
    { length: bytes.length / 2 },
    (_, i) => (bytes.charCodeAt(2 * i) << 8) | bytes.charCodeAt(2 * i + 1),
  );
}

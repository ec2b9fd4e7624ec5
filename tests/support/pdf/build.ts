import { deflateSync } from "node:zlib";
import { PdfFile, Budget, type Limits } from "../../../src/preflight/reader/index.ts";

/** An object as it is written, one character a byte; an array of them is written in turn from number 1 on. */
export type Objects = readonly (string | undefined)[];

/** A stream object: `keys` without brackets and Length. */
export function streamOf(data: string, keys = ""): string {
  return `<<${keys} /Length ${data.length}>>\nstream\n${data}\nendstream`;
}

/** A stream packed by Flate. */
export function flateOf(data: string, keys = ""): string {
  return streamOf(packed(data), `/Filter /FlateDecode ${keys}`);
}

export function packed(data: string): string {
  return deflateSync(Buffer.from(data, "latin1")).toString("latin1");
}

/** A PDF with a cross-reference table; object 1 is the catalog. */
export function buildPdf(objects: Objects, trailer = "", header = "%PDF-1.6\n%\u00e2\u00e3\u00cf\u00d3\n"): Uint8Array {
  let text = header;
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    if (object !== undefined) text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join("")}`;
  text += `trailer\n<</Size ${objects.length + 1} /Root 1 0 R /ID [(a) (b)] ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return bytes(text);
}

export function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "latin1"));
}

/** What stands on a page of 100 × 200 points that is trimmed by 10 all round: `extra` are objects from number 5 on. */
export interface PageOrder {
  readonly content: string;
  readonly resources?: string;
  readonly page?: string;
  readonly extra?: readonly string[];
  readonly catalog?: string;
  readonly trailer?: string;
}

/** A document of one page. */
export function onePage({
  content,
  resources = "",
  page = "",
  extra = [],
  catalog = "",
  trailer = "",
}: PageOrder): Uint8Array {
  return buildPdf(
    [
      `<</Type /Catalog /Pages 2 0 R ${catalog}>>`,
      "<</Type /Pages /Kids [3 0 R] /Count 1>>",
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] /BleedBox [5 5 95 195] /TrimBox [10 10 90 190]
         /Contents 4 0 R /Resources <<${resources}>> ${page}>>`,
      streamOf(content),
      ...extra,
    ],
    trailer,
  );
}

export function openBuilt(pdf: Uint8Array, limits?: Limits): PdfFile {
  return PdfFile.open(pdf, new Budget(limits, pdf.length));
}

import { mutate, type Editor } from "../mutate.ts";

/** A file that is made to do harm, and what it does. */
export interface Malicious {
  readonly that: string;
  /** Made when it is wanted: some are large. */
  readonly make: (good: Buffer) => Buffer;
  /** Whether a reader may well find nothing wrong: then only that it ends is asked. */
  readonly harmless?: boolean;
}

/** The good file with one value replaced by a reference that leads back to where it stands. */
export function loop(change: (file: Editor) => void): Malicious["make"] {
  return (good) => mutate(good, change);
}

export function paint(file: Editor, content: string): void {
  file.content((before) => `${before}\n${content}\n`);
}

/** A bare file around an object or two, with a table that is right. */
export function bare(objects: Readonly<Record<number, string>>, trailer = "/Root 1 0 R", end = "\nendobj"): Buffer {
  let source = "%PDF-1.6\n%\xE2\xE3\xCF\xD3\n";
  const ids = Object.keys(objects).map(Number);
  const size = Math.max(...ids) + 1;
  const offsets = new Map<number, number>();
  for (const id of ids) {
    offsets.set(id, source.length);
    source += `${id} 0 obj\n${objects[id]}${end}\n`;
  }
  const rows = Array.from({ length: size }, (_, id) => {
    const offset = offsets.get(id);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = source.length;
  source += `xref\n0 ${size}\n${rows.join("")}trailer\n<<${trailer} /Size ${size}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(source, "latin1");
}

export const CATALOG = "<</Type /Catalog /Pages 2 0 R>>";

export const PAGES = "<</Type /Pages /Kids [3 0 R] /Count 1>>";

/** A cross-reference stream with fields as wide as asked, and an object stream that says it stands in itself. */
export function withXrefStream(widths: string, rows: Buffer, size: number, objects: string): Buffer {
  const head = `%PDF-1.6\n%\xE2\xE3\xCF\xD3\n${objects}`;
  const stream = `9 0 obj\n<</Type /XRef /Size ${size} /W [${widths}] /Root 1 0 R /Length ${rows.length}>>\nstream\n`;
  const tail = `\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`;
  return Buffer.concat([Buffer.from(head + stream, "latin1"), rows, Buffer.from(tail, "latin1")]);
}

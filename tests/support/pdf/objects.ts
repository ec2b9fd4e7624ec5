import { inflateSync } from "node:zlib";

/** A PDF taken apart by its cross-reference table alone: enough for files without object streams, as ours are. */
export interface PdfFile {
  /** The text of an object's dictionary or value. */
  dictionary(id: number): string;
  /** The decoded bytes of a stream object, as a Latin-1 string. */
  stream(id: number): string;
  readonly trailer: string;
}

export function openPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes).toString("latin1");
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = text.slice(start);
  const offsets = [...table.matchAll(/^(\d{10}) (\d{5}) [nf] ?$/gm)].map((entry) => Number(entry[1]));
  const object = (id: number): string => {
    const from = offsets[id];
    if (from === undefined || !text.startsWith(`${id} 0 obj`, from)) throw new Error(`no object ${id}`);
    return text.slice(from, text.indexOf("endobj", from));
  };
  const dictionary = (id: number): string => {
    const whole = object(id);
    const stream = whole.search(/\bstream\r?\n/);
    return (stream < 0 ? whole : whole.slice(0, stream)).replace(/^\d+ 0 obj\s*/, "");
  };
  return {
    dictionary,
    stream(id) {
      const from = text.indexOf("stream\n", offsets[id]) + "stream\n".length;
      const length = Number(/\/Length (\d+)/.exec(dictionary(id))?.[1]);
      const raw = Buffer.from(text.slice(from, from + length), "latin1");
      return (/\/FlateDecode/.test(dictionary(id)) ? inflateSync(raw) : raw).toString("latin1");
    },
    trailer: table.slice(table.indexOf("trailer")),
  };
}

/** The number of the object that a key refers to. */
export function reference(dictionary: string, key: string): number {
  const id = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  if (id === undefined) throw new Error(`/${key} is not there`);
  return Number(id);
}

import { deflateSync, inflateSync } from "node:zlib";
import { Name, readValue, Ref, write, type Dict, type Value } from "./values.ts";

export interface Entry {
  value: Value;
  /** The stream's bytes as they stand in the file. */
  stream?: Buffer;
}

const BINARY = Buffer.from([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]);

/**
 * A PDF taken apart, to be changed and written again with a right cross-reference table. It shares no code with writer
 * or preflight, and reads files with a classic table and no updates, as ours are.
 */
export class Editor {
  header = "%PDF-1.6\n";
  binary: Buffer = BINARY;
  readonly objects = new Map<number, Entry>();
  trailer: Dict = new Map();

  /** Takes a file apart. */
  static open(bytes: Uint8Array): Editor {
    const source = Buffer.from(bytes).toString("latin1");
    const editor = new Editor();
    editor.header = /^%PDF-\d\.\d\r?\n/.exec(source)?.[0] ?? "";
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
    const table = source.slice(start);
    editor.trailer = asDict(readValue(table, table.indexOf("trailer") + "trailer".length).value);
    for (const { 1: offset } of table.matchAll(/^(\d{10}) \d{5} n ?\r?$/gm)) editor.read(source, Number(offset));
    return editor;
  }

  private read(source: string, offset: number): void {
    const head = /(\d+) 0 obj/y;
    head.lastIndex = offset;
    const id = Number(head.exec(source)?.[1]);
    const { value, end } = readValue(source, head.lastIndex);
    const stream = /\s*stream\r?\n/y;
    stream.lastIndex = end;
    if (!(value instanceof Map) || !stream.test(source)) this.objects.set(id, { value });
    else {
      const length = Number(value.get("Length"));
      const bytes = Buffer.from(source.slice(stream.lastIndex, stream.lastIndex + length), "latin1");
      this.objects.set(id, { value, stream: bytes });
    }
  }

  /** What a reference refers to; any other value itself. */
  follow(value: Value | undefined): Value | undefined {
    return value instanceof Ref ? this.objects.get(value.id)?.value : value;
  }

  /** The dictionary on a way of keys and indices from the trailer: `dict("Root", "OutputIntents", 0)`. */
  dict(...way: readonly (string | number)[]): Dict {
    return asDict(this.value(...way));
  }

  value(...way: readonly (string | number)[]): Value | undefined {
    let value: Value | undefined = this.trailer;
    for (const step of way) {
      const from: Value | undefined = this.follow(value);
      if (from instanceof Map && typeof step === "string") value = from.get(step);
      else if (Array.isArray(from) && typeof step === "number") value = from[step];
      else throw new Error(`there is no ${way.join("/")}`);
    }
    return this.follow(value);
  }

  /** The page with this number, from 1, of a tree without nodes between. */
  page(number = 1): Dict {
    return this.dict("Root", "Pages", "Kids", number - 1);
  }

  /** A page's resources of one kind. */
  resources(kind: string, number = 1): Dict {
    const resources = asDict(this.follow(this.page(number).get("Resources")));
    if (!resources.has(kind)) resources.set(kind, new Map());
    return asDict(this.follow(resources.get(kind)));
  }

  add(value: Value, stream?: Buffer | string): Ref {
    const id = Math.max(0, ...this.objects.keys()) + 1;
    const bytes = typeof stream === "string" ? Buffer.from(stream, "latin1") : stream;
    this.objects.set(id, { value, ...(bytes && { stream: bytes }) });
    return new Ref(id);
  }

  /** Decoded bytes of a stream that is plain or deflated. */
  stream(reference: Value | undefined): Buffer {
    return this.streamOf(this.entry(reference));
  }

  streamOf(entry: Entry): Buffer {
    if (entry.stream === undefined) throw new Error("an object is no stream");
    const filter = asDict(entry.value).get("Filter");
    return filter instanceof Name && filter.name === "FlateDecode" ? inflateSync(entry.stream) : entry.stream;
  }

  /** Gives a stream other bytes, as they are. */
  restream(reference: Value | undefined, bytes: Buffer | string): void {
    this.restreamOf(this.entry(reference), bytes);
  }

  restreamOf(entry: Entry, bytes: Buffer | string): void {
    asDict(entry.value).delete("Filter");
    entry.stream = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
  }

  /** The dictionary of a stream, or of any object that is one. */
  streamDict(reference: Ref): Dict {
    return asDict(this.entry(reference).value);
  }

  private entry(reference: Value | undefined): Entry {
    const entry = reference instanceof Ref ? this.objects.get(reference.id) : undefined;
    if (entry === undefined) throw new Error("no reference to an object");
    return entry;
  }

  /** Changes a page's content as text. */
  content(change: (content: string) => string, number = 1): void {
    const contents = this.page(number).get("Contents");
    const before = this.stream(contents).toString("latin1");
    const after = change(before);
    if (after === before) throw new Error("the content has nothing to change");
    this.restream(contents, after);
  }

  /** Changes the metadata packet as text. */
  metadata(change: (packet: string) => string): void {
    const metadata = this.dict("Root").get("Metadata");
    const before = this.stream(metadata).toString("utf8");
    const after = change(before);
    if (after === before) throw new Error("the metadata has nothing to change");
    this.restream(metadata, Buffer.from(after, "utf8"));
  }

  write(): Buffer {
    const parts: Buffer[] = [Buffer.from(this.header, "latin1"), this.binary];
    const offsets = new Map<number, number>();
    let at = parts.reduce((sum, part) => sum + part.length, 0);
    const put = (part: Buffer | string): void => {
      const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : part;
      parts.push(bytes);
      at += bytes.length;
    };
    for (const [id, { value, stream }] of this.objects) {
      offsets.set(id, at);
      if (stream !== undefined) asDict(value).set("Length", stream.length);
      put(`${id} 0 obj\n${write(value)}\n`);
      if (stream !== undefined) [`stream\n`, stream, "\nendstream\n"].forEach(put);
      put("endobj\n");
    }
    const start = at;
    const size = Math.max(0, ...this.objects.keys()) + 1;
    put(`xref\n0 ${size}\n${table(offsets, size)}`);
    this.trailer.set("Size", size);
    put(`trailer\n${write(this.trailer)}\nstartxref\n${start}\n%%EOF\n`);
    return Buffer.concat(parts);
  }
}

function table(offsets: ReadonlyMap<number, number>, size: number): string {
  return Array.from({ length: size }, (_, id) => {
    const offset = offsets.get(id);
    return offset === undefined
      ? `0000000000 ${id === 0 ? "65535" : "00001"} f \n`
      : `${String(offset).padStart(10, "0")} 00000 n \n`;
  }).join("");
}

/** A file with one thing changed. */
export function mutate(file: Uint8Array, change: (editor: Editor) => void): Buffer {
  const editor = Editor.open(file);
  change(editor);
  return editor.write();
}

/** Bytes for a stream that names FlateDecode. */
export function deflated(bytes: Buffer | string): Buffer {
  return deflateSync(bytes);
}

export function asDict(value: Value | undefined): Dict {
  if (!(value instanceof Map)) throw new Error("no dictionary");
  return value;
}

export function asArray(value: Value | undefined): Value[] {
  if (!Array.isArray(value)) throw new Error("no array");
  return value;
}

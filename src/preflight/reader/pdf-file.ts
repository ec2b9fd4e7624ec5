import type { Budget } from "./budget.ts";
import { findBytes } from "./bytes.ts";
import { filterName, unfilter } from "./filters/unfilter.ts";
import { Lexer } from "./lexer.ts";
import { parseObject, type Parsed } from "./parse-object.ts";
import { EMPTY_DICT, isKind, isRef, type PdfDict, type PdfObject, type PdfStream } from "./pdf-object.ts";
import { readObject, type IndirectObject, type LengthOf } from "./read-object.ts";
import { recover, type Found } from "./recover.ts";
import { readXref, startOfXref, type Entry } from "./xref.ts";

/** A stream with its filters undone. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** The filter at which it stopped, one of pictures or unknown: the bytes are still packed by it. */
  readonly packed?: string;
}

/** Streams in streams, lengths in objects that have lengths: deeper is a loop or malice. */
const DEEPEST = 12;
/** References that lead to references. */
const LONGEST_CHAIN = 32;
const MOST_FILTERS = 8;
/** Numbers of objects that a reader must take (ISO 32000-1, annex C.2). */
const HIGHEST_SIZE = 8_388_608;
const MOST_FAULTS = 50;
/** What is unpacked again and again is kept, up to so many bytes in all. */
const KEPT = 24 << 20;

/**
 * A PDF file, read when asked. Objects that are missing, damaged or point to themselves are null; what is wrong with the file
 * gathers in `faults`. Nothing that stands in the file makes it throw, and its work is limited by the budget.
 */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly budget: Budget;
  #entries = new Map<number, Entry>();
  #trailer: PdfDict = EMPTY_DICT;
  #found: Found | undefined;
  readonly #objects = new Map<number, PdfObject>();
  readonly #reading = new Set<number>();
  readonly #decoded = new Map<PdfStream, Decoded>();
  #kept = 0;
  readonly #faults = new Map<string, number>();

  private constructor(bytes: Uint8Array, budget: Budget) {
    this.bytes = bytes;
    this.budget = budget;
  }

  /** Opens a file. Where something stands before its header, offsets count from there, as most writers mean it. */
  static open(bytes: Uint8Array, budget: Budget): PdfFile {
    const header = findBytes(bytes, "%PDF-", 0, 1024);
    if (header <= 0) return PdfFile.#openAt(bytes, budget);
    const shifted = PdfFile.#openAt(bytes.subarray(header), budget);
    return shifted.faults.size === 0 ? shifted : PdfFile.#openAt(bytes, budget);
  }

  static #openAt(bytes: Uint8Array, budget: Budget): PdfFile {
    const file = new PdfFile(bytes, budget);
    const start = startOfXref(bytes);
    if (start === undefined) file.note("no startxref at its end");
    else file.#readXref(start);
    if (!isKind(file.resolve(file.#trailer.entries.get("Root")), "dict")) file.#rebuild();
    file.#checkSize();
    return file;
  }

  get trailer(): PdfDict {
    return this.#trailer;
  }

  get root(): PdfDict {
    return this.dict(this.#trailer.entries.get("Root")) ?? EMPTY_DICT;
  }

  /** What is wrong with the file, each once with how often. */
  get faults(): ReadonlyMap<string, number> {
    return this.#faults;
  }

  /** Numbers of all objects in use, in the order of the cross-references. */
  get numbers(): readonly number[] {
    return [...this.#entries].filter(([, entry]) => entry.kind !== "free").map(([number]) => number);
  }

  /** What a reference leads to, over any others; what is no reference, itself. */
  resolve(object: PdfObject | undefined): PdfObject {
    let at = object ?? null;
    for (let step = 0; isRef(at); step++) {
      if (step === LONGEST_CHAIN) {
        this.note("references that lead to each other in a circle");
        return null;
      }
      at = this.object(at.number);
    }
    return at;
  }

  dict(object: PdfObject | undefined): PdfDict | undefined {
    const value = this.resolve(object);
    if (isKind(value, "dict")) return value;
    return isKind(value, "stream") ? value.dict : undefined;
  }

  stream(object: PdfObject | undefined): PdfStream | undefined {
    const value = this.resolve(object);
    return isKind(value, "stream") ? value : undefined;
  }

  array(object: PdfObject | undefined): readonly PdfObject[] | undefined {
    const value = this.resolve(object);
    return isKind(value, "array") ? value.items : undefined;
  }

  name(object: PdfObject | undefined): string | undefined {
    const value = this.resolve(object);
    return isKind(value, "name") ? value.name : undefined;
  }

  /** The bytes of a string, one character each. */
  string(object: PdfObject | undefined): string | undefined {
    const value = this.resolve(object);
    return isKind(value, "string") ? value.bytes : undefined;
  }

  number(object: PdfObject | undefined): number | undefined {
    const value = this.resolve(object);
    return typeof value === "number" ? value : undefined;
  }

  /** All numbers of an array; undefined when it is no array of numbers only. */
  numbersOf(object: PdfObject | undefined): readonly number[] | undefined {
    const items = this.array(object)?.map((item) => this.resolve(item));
    return items?.every((item) => typeof item === "number") ? (items as number[]) : undefined;
  }

  /** The object of a number; null when there is none. */
  object(number: number): PdfObject {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    // An object that is asked for while it is read needs itself, for instance as its own Length.
    if (this.#reading.has(number) || this.#reading.size > DEEPEST) return null;
    if (!this.budget.spend("objects")) return null;
    this.#reading.add(number);
    const object = this.#read(number);
    this.#reading.delete(number);
    this.#objects.set(number, object);
    return object;
  }

  /** A stream with its filters undone as far as they are known; what is damaged gives what can be had of it. */
  decode(stream: PdfStream): Decoded {
    const known = this.#decoded.get(stream);
    if (known !== undefined) return known;
    const decoded = this.#decode(stream);
    const size = decoded.bytes.length;
    if (decoded.bytes !== stream.data && this.#kept + size <= KEPT && size <= KEPT / 8) {
      this.#kept += size;
      this.#decoded.set(stream, decoded);
    }
    return decoded;
  }

  /** The filters of a stream in their order, by their full names. */
  filters(stream: PdfStream): readonly string[] {
    const { entries } = stream.dict;
    const filter = this.resolve(entries.get("Filter") ?? entries.get("F"));
    const all = isKind(filter, "array") ? filter.items.map((item) => this.name(item) ?? "") : [this.name(filter) ?? ""];
    return all.filter((name) => name !== "").map(filterName);
  }

  #decode(stream: PdfStream): Decoded {
    const { entries } = stream.dict;
    const given = this.resolve(entries.get("DecodeParms") ?? entries.get("DP"));
    const filters = this.filters(stream);
    if (filters.length > MOST_FILTERS) this.note(`a stream with more than ${MOST_FILTERS} filters`);
    let { data: bytes } = stream;
    for (const [index, name] of filters.slice(0, MOST_FILTERS).entries()) {
      const parameters = this.dict(isKind(given, "array") ? given.items[index] : given) ?? EMPTY_DICT;
      const most = Math.min(this.budget.limits.streamBytes, this.budget.left("bytes"));
      const filtered = unfilter(name, bytes, (key) => this.number(parameters.entries.get(key)), most);
      if (filtered === undefined) return { bytes, packed: name };
      if (filtered.fault === "too-long") this.#overrun();
      if (filtered.fault === "damaged") this.note(`a stream whose ${name} data are damaged`);
      bytes = filtered.bytes;
      this.budget.spend("bytes", bytes.length);
    }
    return { bytes };
  }

  /** A stream that is too long for the budget, though little may have come out of it, ends the budget. */
  #overrun(): void {
    this.budget.spend("bytes", this.budget.limits.bytes + 1);
  }

  /** Something that is wrong with the file. */
  note(fault: string): void {
    if (this.#faults.has(fault) || this.#faults.size < MOST_FAULTS)
      this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + 1);
  }

  /** Size is one more than the highest number (ISO 32000-1, table 15). */
  #checkSize(): void {
    const size = this.number(this.#trailer.entries.get("Size"));
    const isSane = size !== undefined && size > 0 && size <= HIGHEST_SIZE;
    if (this.#entries.size > 0 && !isSane) this.note(`the trailer's Size is ${size ?? "missing"}`);
  }

  #readXref(start: number): void {
    const xref = readXref(this.bytes, start, {
      streamAt: (offset) => {
        const read = this.#objectAt(offset, (dict) => numberIn(dict, "Length"));
        return isKind(read?.object, "stream") ? read.object : undefined;
      },
      unpack: (stream) => this.#decode(stream).bytes,
    });
    this.#entries = xref.entries;
    this.#trailer = xref.trailer ?? EMPTY_DICT;
    for (const fault of xref.faults) this.note(fault);
  }

  #read(number: number): PdfObject {
    const entry = this.#entries.get(number);
    if (entry === undefined || entry.kind === "free") return null;
    if (entry.kind === "packed") return this.#packed(entry.stream, number) ?? null;
    const read = this.#objectAt(entry.offset, (dict) => this.number(dict.entries.get("Length")));
    if (read?.number === number) {
      for (const fault of read.faults) this.note(fault);
      return read.object;
    }
    this.note("objects that are not where the cross-references say");
    const offset = this.#search().offsets.get(number);
    const found = offset === undefined ? undefined : this.#objectAt(offset, (dict) => numberIn(dict, "Length"));
    return found?.object ?? null;
  }

  /** Reading costs; objects without end would each cost the whole file. */
  #objectAt(offset: number, lengthOf: LengthOf): IndirectObject | undefined {
    if (this.budget.left("read") === 0) return undefined;
    const read = readObject(this.bytes, offset, lengthOf);
    this.budget.spend("read", Math.max(0, (read?.end ?? offset) - offset));
    return read;
  }

  /** An object out of an object stream (ISO 32000-1, 7.5.7). */
  #packed(streamNumber: number, number: number): PdfObject | undefined {
    const stream = this.stream({ kind: "ref", number: streamNumber, generation: 0 });
    if (stream === undefined) {
      this.note("an object stream that is not there");
      return undefined;
    }
    return this.#unpack(streamNumber, stream).get(number);
  }

  readonly #unpacked = new Map<number, ReadonlyMap<number, PdfObject>>();

  #unpack(streamNumber: number, stream: PdfStream): ReadonlyMap<number, PdfObject> {
    const known = this.#unpacked.get(streamNumber);
    if (known !== undefined) return known;
    const objects = new Map<number, PdfObject>();
    this.#unpacked.set(streamNumber, objects);
    const { bytes } = this.#decode(stream);
    const first = this.number(stream.dict.entries.get("First")) ?? 0;
    const heads = new Lexer(bytes, 0, first);
    const count = this.number(stream.dict.entries.get("N")) ?? 0;
    for (let index = 0; index < count; index++) {
      const [number, offset] = [heads.next(), heads.next()];
      if (typeof number !== "number" || typeof offset !== "number") break;
      if (!this.budget.spend("objects")) break;
      const parsed = parseObject(new Lexer(bytes, first + offset));
      if ("object" in parsed && !objects.has(number)) objects.set(number, parsed.object);
      for (const fault of faultsOf(parsed)) this.note(fault);
    }
    return objects;
  }

  #search(): Found {
    this.#found ??= recover(this.bytes);
    return this.#found;
  }

  /** Reads the file as if it had no cross-references. */
  #rebuild(): void {
    if (findBytes(this.bytes, "%PDF-") >= 0)
      this.note("cross-references that lead to no document; they were made anew");
    const { offsets, trailer } = this.#search();
    this.#entries = new Map(
      [...offsets].map(([number, offset]) => [number, { kind: "offset", offset, generation: 0 }]),
    );
    this.#objects.clear();
    this.#unpacked.clear();
    const roots: number[] = [];
    let fromStream: PdfDict | undefined;
    for (const number of offsets.keys()) {
      const object = this.object(number);
      const type = this.dict(object)?.entries.get("Type");
      if (!isKind(type, "name")) continue;
      if (type.name === "Catalog") roots.push(number);
      if (!isKind(object, "stream")) continue;
      if (type.name === "XRef" && object.dict.entries.has("Root")) fromStream = object.dict;
      if (type.name === "ObjStm") roots.push(...this.#adopt(number, object));
    }
    const made = roots.at(-1);
    const rootless = made === undefined ? EMPTY_DICT : rootAt(made);
    const named = [trailer, fromStream].find((one) => isKind(this.resolve(one?.entries.get("Root")), "dict"));
    this.#trailer = named ?? rootless;
  }

  /** Enters what an object stream holds into the cross-references; gives the numbers of catalogs among it. */
  #adopt(streamNumber: number, stream: PdfStream): number[] {
    const roots: number[] = [];
    let index = 0;
    for (const [number, object] of this.#unpack(streamNumber, stream)) {
      if (!this.#entries.has(number)) this.#entries.set(number, { kind: "packed", stream: streamNumber, index });
      const type = isKind(object, "dict") ? object.entries.get("Type") : undefined;
      if (isKind(type, "name") && type.name === "Catalog") roots.push(number);
      index += 1;
    }
    return roots;
  }
}

function faultsOf(parsed: Parsed): readonly string[] {
  if ("fault" in parsed) return [parsed.fault];
  return "object" in parsed ? parsed.faults : [];
}

function rootAt(number: number): PdfDict {
  return { kind: "dict", entries: new Map([["Root", { kind: "ref", number, generation: 0 }]]) };
}

function numberIn(dict: PdfDict, key: string): number | undefined {
  const value = dict.entries.get(key);
  return typeof value === "number" ? value : undefined;
}

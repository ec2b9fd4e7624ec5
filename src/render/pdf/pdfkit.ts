import PDFDocument from "pdfkit";

/** An indirect object of a PDF, as pdfkit makes them; it must be ended, or the file never is. */
export interface Reference {
  /** What it says; once it has ended only its number is asked for. */
  data: Record<string, unknown>;
  /** Whether its stream is deflated. */
  compress: boolean;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

/** The parts of pdfkit that we build on: objects, streams, pages, images. Its own types leave most of them out. */
export interface Kit {
  readonly page: {
    readonly dictionary: Reference;
    readonly content: Reference;
    readonly fonts: Record<string, Reference>;
    readonly xobjects: Record<string, Reference>;
    readonly ext_gstates: Record<string, Reference>;
  };
  readonly info: Record<string, unknown>;
  readonly metadata: { getXML(): string };
  /** Entries lead to the page that is open; `fit` shows it whole. */
  readonly outline: { addItem(title: string, options: { fit: boolean }): unknown };
  _root: Reference;
  _id: Uint8Array;
  metadataRef?: Reference;
  transform: (...matrix: number[]) => Kit;
  endMetadata: () => void;
  ref(data?: Record<string, unknown>): Reference;
  addPage(options: { size: [number, number]; margin: number }): Kit;
  /** Ends an object with a stream that is ready to stand in the file. */
  endWith(object: Reference, stream: Uint8Array): void;
  /** Ends the document and gives its bytes. An object that was left open leaves the file without an end. */
  finish(): Uint8Array;
}

// pdfkit wants a date for its file identifier; we put our own identifier in its place and leave the date out.
const NO_DATE = new Date(0);

/** Opens a pdfkit document without pages, without a standard font, and with nothing in it from the clock. */
export function openKit(version: string, language: string): Kit {
  const options = {
    pdfVersion: version,
    autoFirstPage: false,
    compress: true,
    lang: language,
    displayTitle: true,
    font: null,
    info: { CreationDate: NO_DATE },
  };
  const kit = new WholeDocument(options);
  delete kit.info["CreationDate"];
  // pdfkit turns every page's axes round so that y grows downwards; our content is in PDF's own axes.
  kit.transform = () => kit;
  return kit;
}

/** What pdfkit has of a document, with the parts that its stream is made by. */
type StreamedDocument = new (options: object) => Omit<Kit, "finish" | "endWith"> & { _offset: number; end(): void };

/**
 * A document that is had whole. Nothing goes through pdfkit's stream: turning each line into bytes and handing it on took more time than
 * the rest of writing, and the stream keeps the document in memory for as long as a loop over many does not wait.
 */
class WholeDocument extends (PDFDocument as unknown as StreamedDocument) implements Kit {
  /** Not set here: pdfkit writes the header before this class has its turn. */
  declare private pieces: Pieces | undefined;

  /** The stream of the object that is being ended. */
  declare private stream: Uint8Array | undefined;

  _write(data: string | Uint8Array): void {
    this.pieces ??= new Pieces();
    if (data === "endobj" && this.stream !== undefined) {
      this._offset += this.pieces.add("stream") + this.pieces.add(this.stream) + this.pieces.add("\nendstream");
      this.stream = undefined;
    }
    this._offset += this.pieces.add(data);
  }

  /** Not written into the object, for pdfkit would copy it once more, and a profile is most of a small file. */
  endWith(object: Reference, stream: Uint8Array): void {
    object.data["Length"] = stream.length;
    this.stream = stream;
    object.end();
  }

  /** How pdfkit tells the stream that the file is done. */
  push(): boolean {
    return false;
  }

  finish(): Uint8Array {
    this.end();
    return this.pieces?.joined() ?? new Uint8Array();
  }
}

/** A file in the pieces that pdfkit writes. They are kept as bytes and no larger than they are: a file may be of a thousand articles. */
class Pieces {
  private readonly done: Uint8Array[] = [];
  private lines = "";
  private length = 0;

  /** Takes a line without its end, or bytes as they are; gives how long it is in the file. */
  add(piece: string | Uint8Array): number {
    if (typeof piece === "string") this.lines += `${piece}\n`;
    else {
      this.closeLines();
      this.done.push(trimmed(piece));
    }
    const length = typeof piece === "string" ? piece.length + 1 : piece.length;
    this.length += length;
    return length;
  }

  joined(): Uint8Array {
    this.closeLines();
    return Buffer.concat(this.done, this.length);
  }

  private closeLines(): void {
    this.done.push(Buffer.from(this.lines, "latin1"));
    this.lines = "";
  }
}

/** What Node deflates lies in 16 KB of its own, however short it is. */
function trimmed(bytes: Uint8Array): Uint8Array {
  return bytes.buffer.byteLength > 2 * bytes.length ? new Uint8Array(bytes) : bytes;
}

/** A PDF name; a plain string would become one too, but only where pdfkit does not take it for text. */
export class PdfName {
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  // pdfkit prints by toString whatever is neither a string, an array nor a plain object.
  get [Symbol.toStringTag](): string {
    return "PdfName";
  }

  toString(): string {
    return `/${this.name}`;
  }
}

/** A text string of a dictionary: pdfkit takes plain strings for names. */
export function textString(text: string): unknown {
  return Object(text);
}

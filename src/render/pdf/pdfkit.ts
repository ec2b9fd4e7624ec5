import PDFDocument from "pdfkit";

/** An indirect object of a PDF, as pdfkit makes them; it must be ended, or the file never is. */
export interface Reference {
  /** What it says; once it has ended only its number is asked for. */
  data: Record<string, unknown>;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

/** The parts of pdfkit that we build on: objects, streams, pages, images. Its own types leave most of them out. */
export interface Kit extends NodeJS.EventEmitter {
  readonly page: {
    readonly dictionary: Reference;
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
  addContent(content: string): Kit;
  end(): void;
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
  const kit = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as Kit;
  delete kit.info["CreationDate"];
  // pdfkit turns every page's axes round so that y grows downwards; our content is in PDF's own axes.
  kit.transform = () => kit;
  return kit;
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

/** Ends the document and gives its bytes. */
export function finish(kit: Kit): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    kit.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    kit.on("end", () => resolve(Buffer.concat(chunks)));
    kit.on("error", reject);
    kit.end();
  });
}

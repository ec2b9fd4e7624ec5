/** The objects of a PDF file (ISO 32000-1, 7.3). Numbers, booleans and null are JavaScript's own. */
export type PdfObject = number | boolean | null | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream;

export interface PdfName {
  readonly kind: "name";
  /** Without the slash, escapes resolved; one character a byte. */
  readonly name: string;
}

export interface PdfString {
  readonly kind: "string";
  /** One character a byte. */
  readonly bytes: string;
}

export interface PdfRef {
  readonly kind: "ref";
  readonly number: number;
  readonly generation: number;
}

export interface PdfArray {
  readonly kind: "array";
  readonly items: readonly PdfObject[];
}

export interface PdfDict {
  readonly kind: "dict";
  readonly entries: ReadonlyMap<string, PdfObject>;
}

export interface PdfStream {
  readonly kind: "stream";
  readonly dict: PdfDict;
  /** As it stands in the file, filters not undone. */
  readonly data: Uint8Array;
}

export type Kind = Extract<PdfObject, { kind: string }>["kind"];

export const EMPTY_DICT: PdfDict = { kind: "dict", entries: new Map() };

export function isKind<K extends Kind>(
  object: PdfObject | undefined,
  kind: K,
): object is Extract<PdfObject, { kind: K }> {
  return typeof object === "object" && object !== null && object.kind === kind;
}

export function isRef(object: PdfObject | undefined): object is PdfRef {
  return isKind(object, "ref");
}

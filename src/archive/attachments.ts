import { createHash } from "node:crypto";
import { report, type Diagnostic } from "../base/index.ts";
import { isKind, textOf, type PdfDict, type PdfFile, type PdfObject } from "../preflight/index.ts";
import { ALTERED_ATTACHMENT } from "./findings.ts";

/** A file inside a PDF, as it came out. */
export interface EnclosedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly media: string;
  /** What it is to the document (AFRelationship); empty when the PDF does not say. */
  readonly relationship: string;
  readonly description: string;
  /** What is wrong with it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A name tree deeper than this is a loop. */
const DEEPEST = 20;

/** The files inside a PDF, whoever made it: those of the name tree, then those that are only associated with the document. */
export function enclosedFiles(file: PdfFile): readonly EnclosedFile[] {
  const names = file.dict(file.root.entries.get("Names"))?.entries.get("EmbeddedFiles");
  const found = [...namedIn(file, names, DEEPEST), ...(file.array(file.root.entries.get("AF")) ?? [])];
  const specifications = new Set(found.flatMap((object) => file.dict(object) ?? []));
  return [...specifications].flatMap((specification) => enclosed(file, specification) ?? []);
}

function namedIn(file: PdfFile, object: PdfObject | undefined, depth: number): PdfObject[] {
  const node = file.dict(object)?.entries;
  if (node === undefined || depth === 0) return [];
  const own = (file.array(node.get("Names")) ?? []).filter((_, index) => index % 2 === 1);
  const below = (file.array(node.get("Kids")) ?? []).flatMap((kid) => namedIn(file, kid, depth - 1));
  return [...own, ...below];
}

function enclosed(file: PdfFile, { entries }: PdfDict): EnclosedFile | undefined {
  const embedded = file.dict(entries.get("EF"))?.entries;
  const stream = file.stream(embedded?.get("UF") ?? embedded?.get("F"));
  if (stream === undefined) return undefined;
  const name = textOf(file.string(entries.get("UF")) ?? file.string(entries.get("F")));
  const { bytes } = file.decode(stream);
  return {
    name,
    bytes,
    media: file.name(stream.dict.entries.get("Subtype")) ?? "",
    relationship: file.name(entries.get("AFRelationship")) ?? "",
    description: textOf(file.string(entries.get("Desc"))),
    diagnostics: faultsOf(file, name, bytes, stream.dict),
  };
}

/** Size and checksum (MD5, ISO 32000-1, table 46), where the PDF states them. */
function faultsOf(file: PdfFile, name: string, bytes: Uint8Array, { entries }: PdfDict): Diagnostic[] {
  const parameters = file.dict(entries.get("Params"))?.entries;
  const size = file.number(parameters?.get("Size"));
  const stated = parameters?.get("CheckSum");
  const said = (what: string): Diagnostic[] => [report(ALTERED_ATTACHMENT, `${name} inside the file ${what}`)];
  if (size !== undefined && size !== bytes.length) return said(`has ${bytes.length} bytes, not ${size}`);
  const checksum = file.resolve(stated);
  if (!isKind(checksum, "string")) return [];
  const own = createHash("md5").update(bytes).digest("binary");
  return own === checksum.bytes ? [] : said("has another checksum than it should");
}

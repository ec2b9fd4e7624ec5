import { report, type Diagnostic } from "../base/index.ts";
import { readXmp, textOf, XMP_NAMESPACES, type PdfFile, type Xmp } from "../preflight/index.ts";
import { CONTRADICTION, NOT_CLAIMED } from "./findings.ts";

const PDFA = "http://www.aiim.org/pdfa/ns/id/";
const PDFUA = "http://www.aiim.org/pdfua/ns/id/";

/** What of a file's claims does not hold together: which standards it names, its structure, its metadata in two places. */
export function checkClaims(file: PdfFile): readonly Diagnostic[] {
  const metadata = file.stream(file.root.entries.get("Metadata"));
  const xmp = readXmp(metadata && file.decode(metadata).bytes);
  if (!xmp.isPresent || xmp.fault !== undefined)
    return [report(NOT_CLAIMED, `the XMP packet ${xmp.fault ?? "is missing"}`)];
  return [...standards(file, xmp), ...contradictions(file, xmp)];
}

function standards(file: PdfFile, { values }: Xmp): Diagnostic[] {
  const claimed = `${values.get(`${PDFA} part`) ?? ""}${values.get(`${PDFA} conformance`) ?? ""}`;
  const marked = file.dict(file.root.entries.get("MarkInfo"))?.entries.get("Marked");
  const faults = [
    ...(claimed === "3A" ? [] : ["it does not say that it is PDF/A-3a"]),
    ...(values.get(`${PDFUA} part`) === "1" ? [] : ["it does not say that it is PDF/UA-1"]),
    ...(file.dict(file.root.entries.get("StructTreeRoot")) ? [] : ["it has no structure tree"]),
    ...(file.resolve(marked) === true ? [] : ["it is not marked as tagged"]),
  ];
  return faults.map((fault) => report(NOT_CLAIMED, fault));
}

/** Keys of the Info dictionary and what they are called in XMP (ISO 19005-1, table 1; later parts keep it). */
const PAIRS = [
  ["Title", "dc", "title"],
  ["Author", "dc", "creator"],
  ["Subject", "dc", "description"],
  ["Keywords", "pdf", "Keywords"],
  ["Creator", "xmp", "CreatorTool"],
  ["Producer", "pdf", "Producer"],
] as const;

const DATES = [
  ["CreationDate", "CreateDate"],
  ["ModDate", "ModifyDate"],
] as const;

function contradictions(file: PdfFile, { values }: Xmp): Diagnostic[] {
  const info = file.dict(file.trailer.entries.get("Info"))?.entries;
  const texts = PAIRS.flatMap(([key, prefix, name]) => {
    const own = textOf(file.string(info?.get(key))).trim();
    return differing(key, own, values.get(`${XMP_NAMESPACES[prefix]} ${name}`) ?? "");
  });
  const dates = DATES.flatMap(([key, name]) => {
    const own = textOf(file.string(info?.get(key))).replace(/\D/g, "");
    return differing(key, own, (values.get(`${XMP_NAMESPACES.xmp} ${name}`) ?? "").replace(/\D/g, ""));
  });
  return [...texts, ...dates];
}

function differing(key: string, info: string, xmp: string): Diagnostic[] {
  return info === xmp ? [] : [report(CONTRADICTION, `${key}: the Info dictionary says “${info}”, XMP “${xmp}”`)];
}

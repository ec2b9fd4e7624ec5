import { report, type Diagnostic } from "../base/index.ts";
import { DATES_IN_XMP, INFO_IN_XMP, readXmp, textOf, xmpValue, type PdfFile, type Xmp } from "../preflight/index.ts";
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

function contradictions(file: PdfFile, xmp: Xmp): Diagnostic[] {
  const info = file.dict(file.trailer.entries.get("Info"))?.entries;
  const inInfo = (key: string): string => textOf(file.string(info?.get(key)));
  const texts = Object.entries(INFO_IN_XMP).flatMap(([key, [prefix, name]]) =>
    differing(key, inInfo(key).trim(), xmpValue(xmp, prefix, name)),
  );
  const dates = Object.entries(DATES_IN_XMP).flatMap(([key, [prefix, name]]) =>
    differing(key, digitsOf(inInfo(key)), digitsOf(xmpValue(xmp, prefix, name))),
  );
  return [...texts, ...dates];
}

function digitsOf(date: string): string {
  return date.replace(/\D/g, "");
}

function differing(key: string, info: string, xmp: string): Diagnostic[] {
  return info === xmp ? [] : [report(CONTRADICTION, `${key}: the Info dictionary says “${info}”, XMP “${xmp}”`)];
}

import type { Document } from "../document.ts";
import type { Rule, Tell } from "../rule.ts";
import { textOf } from "../text-string.ts";
import { DATES_IN_XMP, INFO_IN_XMP, xmpValue, type Xmp } from "../xmp.ts";

export const NO_METADATA = {
  id: "META-1",
  code: "preflight/no-metadata",
  severity: "error",
  when: "The catalog has no stream of XMP metadata.",
  clause: "ISO 15930-7; ISO 19005-2, 6.6.2; ISO 32000-1, 14.3.2",
  hint: "export as PDF/X-4",
} as const satisfies Rule;

export const METADATA_TYPE = {
  id: "META-2",
  code: "preflight/metadata-type",
  severity: "error",
  when: "The metadata stream does not say Type Metadata and Subtype XML.",
  clause: "ISO 32000-1, 14.3.2, table 315",
  hint: "export as PDF/X-4",
} as const satisfies Rule;

export const METADATA_FORM = {
  id: "META-3",
  code: "preflight/metadata-form",
  severity: "error",
  when: "The metadata are no well-formed XML in UTF-8 in an XMP packet.",
  clause: "ISO 15930-7; ISO 19005-2, 6.6.2; ISO 32000-1, 14.3.2",
  hint: "export the file again; a title with & or < is a usual cause",
} as const satisfies Rule;

export const NOT_X4 = {
  id: "META-4",
  code: "preflight/not-x4",
  severity: "error",
  when: "The metadata do not say PDF/X-4 in pdfxid:GTS_PDFXVersion.",
  clause: "ISO 15930-7",
  hint: "export as PDF/X-4",
} as const satisfies Rule;

export const XMP_DATES = {
  id: "META-5",
  code: "preflight/xmp-dates",
  severity: "error",
  when: "The metadata lack xmp:CreateDate, xmp:ModifyDate or xmp:MetadataDate, or one of them is no date.",
  clause: "ISO 15930-7",
  hint: "export as PDF/X-4",
} as const satisfies Rule;

export const XMP_IDENTITY = {
  id: "META-6",
  code: "preflight/xmp-identity",
  severity: "error",
  when: "The metadata lack xmpMM:DocumentID, xmpMM:VersionID or xmpMM:RenditionClass.",
  clause: "ISO 15930-7",
  hint: "export as PDF/X-4",
} as const satisfies Rule;

export const NO_TITLE = {
  id: "META-7",
  code: "preflight/no-title",
  severity: "error",
  when: "Neither the metadata (dc:title) nor the document information has a title.",
  clause: "ISO 15930-7",
  hint: "give the document a title",
} as const satisfies Rule;

export const TRAPPED = {
  id: "META-8",
  code: "preflight/trapped",
  severity: "error",
  when: "Trapped is not the name True or False in the document information, with the same in pdf:Trapped.",
  clause: "ISO 15930-7; ISO 32000-1, 14.3.3, table 317",
  hint: "say whether the page is trapped; from layout programs it is usually not: False",
} as const satisfies Rule;

export const INFO_AND_XMP = {
  id: "META-10",
  code: "preflight/info-and-xmp",
  severity: "warning",
  when: "The document information and the metadata say different things.",
  clause: "ISO 15930-7; ISO 32000-1, 14.3.3",
  hint: "export the file again instead of changing its properties",
} as const satisfies Rule;

export const INFO_VERSION = {
  id: "META-11",
  code: "preflight/info-version",
  severity: "error",
  when: "The document information names another PDF/X than PDF/X-4.",
  clause: "ISO 15930-7; ISO 15930-4 and -6",
  hint: "export as PDF/X-4",
} as const satisfies Rule;

export const NO_CREATOR = {
  id: "META-12",
  code: "preflight/no-creator",
  severity: "warning",
  when: "Neither the metadata (xmp:CreatorTool) nor the document information says by which program the page was made.",
  clause: "ISO 15930-7",
  hint: "export as PDF/X-4",
} as const satisfies Rule;

export const PACKED_METADATA = {
  id: "META-13",
  code: "preflight/packed-metadata",
  severity: "warning",
  when: "The metadata stream is packed, so that programs which look for it without reading PDF do not find it.",
  clause: "ISO 19005-1, 6.7.2",
  hint: "export as PDF/X-4",
} as const satisfies Rule;

/** XMP metadata and document information (ISO 32000-1, 14.3). */
export function checkMetadata({ file, xmp }: Document, tell: Tell): void {
  const stream = file.stream(file.root.entries.get("Metadata"));
  if (stream === undefined) tell(NO_METADATA, "there are no XMP metadata");
  else {
    const { entries } = stream.dict;
    if (file.name(entries.get("Type")) !== "Metadata" || file.name(entries.get("Subtype")) !== "XML")
      tell(METADATA_TYPE, "the metadata stream is not of Type Metadata and Subtype XML");
    if (file.filters(stream).length > 0) tell(PACKED_METADATA, "the metadata stream is packed");
    checkForm(xmp, tell);
  }
  if (xmp.fault === undefined && stream !== undefined) checkProperties(xmp, tell);
  checkInfo({ file, xmp }, tell);
}

function checkForm({ fault, isWrapped }: Xmp, tell: Tell): void {
  if (fault !== undefined) tell(METADATA_FORM, `the XMP ${fault}`);
  else if (!isWrapped) tell(METADATA_FORM, "the XMP has no xpacket around it");
}

const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

function checkProperties(xmp: Xmp, tell: Tell): void {
  const version = xmpValue(xmp, "pdfxid", "GTS_PDFXVersion");
  if (version !== "PDF/X-4")
    tell(
      NOT_X4,
      version === "" ? "the file does not say that it is PDF/X-4" : `the file says that it is ${version.slice(0, 40)}`,
    );
  const dates = DATE_NAMES.map((name) => [`xmp:${name}`, xmpValue(xmp, "xmp", name)] as const);
  tellMissing(XMP_DATES, dates, tell);
  for (const [name, value] of dates)
    if (value !== "" && !DATE.test(value))
      tell(XMP_DATES, `${name} is no date: “${value.slice(0, 40)}”`, { about: name });
  const identity = IDENTITY_NAMES.map((name) => [`xmpMM:${name}`, xmpValue(xmp, "xmpMM", name)] as const);
  tellMissing(XMP_IDENTITY, identity, tell);
}

const DATE_NAMES = ["CreateDate", "ModifyDate", "MetadataDate"];
const IDENTITY_NAMES = ["DocumentID", "VersionID", "RenditionClass"];

function tellMissing(rule: Rule, values: readonly (readonly [string, string])[], tell: Tell): void {
  const missing = values.filter(([, value]) => value === "").map(([name]) => name);
  if (missing.length > 0) tell(rule, `${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing`);
}

/** Values that both must agree on in a file of any maker, by their key in the document information. */
const TWINS = ["Title", "Creator", "Producer"] as const;

function checkInfo({ file, xmp }: Pick<Document, "file" | "xmp">, tell: Tell): void {
  const info = file.dict(file.trailer.entries.get("Info"))?.entries;
  const inInfo = (key: string): string => textOf(file.string(info?.get(key))).trim();
  if (xmpValue(xmp, "dc", "title") === "" && inInfo("Title") === "") tell(NO_TITLE, "the document has no title");
  if (xmpValue(xmp, "xmp", "CreatorTool") === "" && inInfo("Creator") === "")
    tell(NO_CREATOR, "the program that made the page is not named");
  checkTrapped({ file, xmp }, tell);
  const version = inInfo("GTS_PDFXVersion");
  if (version !== "" && version !== "PDF/X-4")
    tell(INFO_VERSION, `the document information says ${version.slice(0, 40)}`);
  for (const key of TWINS) {
    const [prefix, name] = INFO_IN_XMP[key];
    const [one, other] = [inInfo(key), xmpValue(xmp, prefix, name)];
    if (one !== "" && other !== "" && one !== other)
      tell(INFO_AND_XMP, `${key} is “${one.slice(0, 60)}”, ${prefix}:${name} is “${other.slice(0, 60)}”`, {
        about: key,
      });
  }
  for (const [key, [prefix, name]] of Object.entries(DATES_IN_XMP)) {
    const [one, other] = [instantOfPdf(inInfo(key)), instantOfXmp(xmpValue(xmp, prefix, name))];
    if (one !== undefined && other !== undefined && one !== other)
      tell(INFO_AND_XMP, `${key} and ${prefix}:${name} are different times`, { about: key });
  }
}

function checkTrapped({ file, xmp }: Pick<Document, "file" | "xmp">, tell: Tell): void {
  const given = file.resolve(file.dict(file.trailer.entries.get("Info"))?.entries.get("Trapped"));
  const inInfo = file.name(given);
  const inXmp = xmpValue(xmp, "pdf", "Trapped");
  const isSaid = (value: string | undefined): boolean => value === "True" || value === "False";
  if (given === null) tell(TRAPPED, "the document information does not say whether the page is trapped");
  else if (!isSaid(inInfo)) tell(TRAPPED, "Trapped in the document information is neither the name True nor False");
  if (xmp.fault !== undefined || !xmp.isPresent) return;
  if (!isSaid(inXmp))
    tell(TRAPPED, `pdf:Trapped is ${inXmp === "" ? "missing" : "neither True nor False"}`, { about: "xmp" });
  else if (isSaid(inInfo) && inInfo !== inXmp)
    tell(TRAPPED, `Trapped is ${inInfo} in the document information, and ${inXmp} in the metadata`, { about: "both" });
}

/** A date of PDF (ISO 32000-1, 7.9.4) in seconds of our own count, for comparison; undefined when it is none. */
function instantOfPdf(date: string): number | undefined {
  const [, ...parts] =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z|[+-])(?:(\d\d)'?(\d\d)?'?)?)?/.exec(date) ?? [];
  return instant(parts);
}

function instantOfXmp(date: string): number | undefined {
  const pattern =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:(Z|[+-])(?:(\d\d):?(\d\d)?)?)?)?/;
  const [, ...parts] = pattern.exec(date) ?? [];
  return instant(parts);
}

function instant(parts: readonly (string | undefined)[]): number | undefined {
  if (parts[0] === undefined) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(0, 6)
    .map((part, index) => Number(part ?? (index < 3 ? 1 : 0)));
  const offset = Number(parts[7] ?? 0) * 60 + Number(parts[8] ?? 0);
  const shift = parts[6] === "-" ? offset : -offset;
  // Months of 31 days serve: equal dates are equal in any calendar, unless a time zone moves them over a month's end.
  return ((((year * 12 + month) * 31 + day) * 24 + hour) * 60 + minute + shift) * 60 + second;
}

import {
  findBytes,
  findLastBytes,
  isWhite,
  latin1,
  startsWith,
  type PdfFile,
  type PdfStream,
} from "../reader/index.ts";
import { isKind } from "../reader/index.ts";
import type { Rule, Tell } from "../rule.ts";

export const NO_PDF = {
  id: "FILE-0",
  code: "preflight/no-pdf",
  severity: "error",
  when: "The file is empty, is of another kind, or so damaged that no page can be found in it.",
  clause: "ISO 32000-1, 7.5",
  hint: "export the page again as PDF",
} as const satisfies Rule;

export const HEADER = {
  id: "FILE-1",
  code: "preflight/header",
  severity: "error",
  when: "The file does not begin with %PDF-1.n, n at most 6.",
  clause: "ISO 15930-7; ISO 32000-1, 7.5.2",
  hint: "export as PDF/X-4, which is PDF 1.6",
} as const satisfies Rule;

export const CATALOG_VERSION = {
  id: "FILE-2",
  code: "preflight/catalog-version",
  severity: "error",
  when: "The document catalog raises the version above 1.6.",
  clause: "ISO 15930-7; ISO 32000-1, 7.7.2",
  hint: "export as PDF/X-4, which is PDF 1.6",
} as const satisfies Rule;

export const BINARY_MARK = {
  id: "FILE-3",
  code: "preflight/binary-mark",
  severity: "warning",
  when: "The second line is no comment of at least four bytes above 127, by which transfers know binary files.",
  clause: "ISO 19005-2, 6.1.2; ISO 32000-1, 7.5.2",
  hint: "export the file again; some file transfers could damage this one",
} as const satisfies Rule;

export const ENCRYPTED = {
  id: "FILE-4",
  code: "preflight/encrypted",
  severity: "error",
  when: "The file is encrypted; without its key nothing in it can be judged or printed.",
  clause: "ISO 15930-7; ISO 19005-2, 6.1.3; ISO 32000-1, 7.6",
  hint: "export it without password and restrictions",
} as const satisfies Rule;

export const FILE_ID = {
  id: "FILE-5",
  code: "preflight/file-id",
  severity: "error",
  when: "The trailer has no ID of two strings that are not empty.",
  clause: "ISO 15930-7; ISO 19005-2, 6.1.3; ISO 32000-1, 14.4",
  hint: "export the file again, as PDF/X",
} as const satisfies Rule;

export const DAMAGED = {
  id: "FILE-6",
  code: "preflight/damaged",
  severity: "error",
  when: "The file's cross-references, objects or streams are damaged; what can be read is judged, what a printer makes of it is luck.",
  clause: "ISO 32000-1, 7.3 and 7.5",
  hint: "export or transfer the file again",
} as const satisfies Rule;

export const BEHIND_THE_END = {
  id: "FILE-7",
  code: "preflight/behind-the-end",
  severity: "warning",
  when: "Something stands behind the last %%EOF and one line end.",
  clause: "ISO 19005-2, 6.1.3",
  hint: "export or transfer the file again",
} as const satisfies Rule;

export const EXTERNAL_STREAM = {
  id: "FILE-8",
  code: "preflight/external-stream",
  severity: "error",
  when: "The data of a stream stand in another file.",
  clause: "ISO 15930-7; ISO 19005-2, 6.1.7; ISO 32000-1, 7.3.8.2",
  hint: "embed everything",
} as const satisfies Rule;

export const CRYPT_FILTER = {
  id: "FILE-9",
  code: "preflight/crypt-filter",
  severity: "error",
  when: "A stream is encrypted by a filter of its own.",
  clause: "ISO 19005-2, 6.1.7; ISO 32000-1, 7.4.10",
  hint: "export it without encryption",
} as const satisfies Rule;

export const LZW = {
  id: "FILE-10",
  code: "preflight/lzw",
  severity: "warning",
  when: "A stream is packed by LZW, which PDF/X-1a, PDF/X-3 and PDF/A forbid.",
  clause: "ISO 19005-2, 6.1.7; ISO 32000-1, 7.4.4",
  hint: "export it with ZIP (Flate) compression",
} as const satisfies Rule;

export const TWICE = {
  id: "FILE-11",
  code: "preflight/key-twice",
  severity: "warning",
  when: "A dictionary has a key twice; programs differ in which of them counts.",
  clause: "ISO 32000-1, 7.3.7",
  hint: "export the file again, or let qpdf write it anew",
} as const satisfies Rule;

export const LIMIT = {
  id: "LIMIT-1",
  code: "preflight/limit",
  severity: "error",
  when: "The file makes more work than any print page does, and was not checked to its end.",
  clause: "none: a limit of this check",
  hint: "divide the file, or let Ghostscript or qpdf write it anew",
} as const satisfies Rule;

const HIGHEST = 6;

/** What other files begin with. */
const OTHERS: readonly (readonly [string, string])[] = [
  ["\u00FF\u00D8\u00FF", "a JPEG"],
  ["\u0089PNG", "a PNG"],
  ["II*\u0000", "a TIFF"],
  ["MM\u0000*", "a TIFF"],
  ["%!PS", "PostScript"],
  ["PK\u0003\u0004", "a ZIP archive, perhaps a document of an office program"],
  ["<", "HTML or XML"],
];

/** What a file is that has neither a PDF's header nor a document in it; undefined of all others. */
export function strangerIn(file: PdfFile, bytes: Uint8Array): string | undefined {
  if (file.root.entries.size > 0 || findBytes(bytes, "%PDF-", 0, 2048) >= 0) return undefined;
  if (bytes.length === 0) return "the file is empty";
  const other = OTHERS.find(([start]) => startsWith(bytes, start, 0))?.[1];
  return other === undefined ? "the file is no PDF" : `the file is no PDF, but ${other}`;
}

/** Header and end of the file, as bytes. */
export function checkEnds(file: PdfFile, bytes: Uint8Array, tell: Tell): void {
  if (!startsWith(bytes, "%PDF-", 0)) {
    const at = findBytes(bytes, "%PDF-", 0, 2048);
    tell(HEADER, at < 0 ? "there is no %PDF- at its beginning" : `${at} bytes stand before %PDF-`);
  }
  const [, version = "", major = "", minor = ""] = /%PDF-((\d)\.(\d))/.exec(latin1(bytes, 0, 2048)) ?? [];
  if (version !== "" && (major !== "1" || Number(minor) > HIGHEST))
    tell(HEADER, `the header names version ${version}, and 1.${HIGHEST} is the highest of PDF/X-4`);
  const raised = file.name(file.root.entries.get("Version"));
  if (raised !== undefined && !(raised <= `1.${HIGHEST}`))
    tell(CATALOG_VERSION, `the catalog raises the version to ${raised.slice(0, 10)}`);
  if (!hasBinaryMark(bytes)) tell(BINARY_MARK, "the second line is no comment of four bytes above 127");
  const end = findLastBytes(bytes, "%%EOF");
  if (end < 0) tell(DAMAGED, "no %%EOF at its end", { about: "end" });
  else checkBehind(bytes, end + 5, tell);
}

function hasBinaryMark(bytes: Uint8Array): boolean {
  const header = Math.max(0, findBytes(bytes, "%PDF-", 0, 2048));
  let at = header;
  while (at < header + 64 && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  while (bytes[at] === 10 || bytes[at] === 13) at += 1;
  return bytes[at] === 0x25 && [1, 2, 3, 4].every((index) => (bytes[at + index] ?? 0) > 127);
}

function checkBehind(bytes: Uint8Array, end: number, tell: Tell): void {
  const rest = bytes.subarray(end);
  const ends = rest.length === 0 || (rest.length === 1 && (rest[0] === 10 || rest[0] === 13));
  if (ends || (rest.length === 2 && rest[0] === 13 && rest[1] === 10)) return;
  const what = rest.every((byte) => isWhite(byte)) ? "white space" : "bytes";
  tell(BEHIND_THE_END, `${rest.length} ${what} stand behind %%EOF`);
}

/** What the trailer must say. */
export function checkTrailer(file: PdfFile, tell: Tell): void {
  const ids = file.array(file.trailer.entries.get("ID"))?.map((one) => file.string(one) ?? "");
  if (ids?.length !== 2 || ids.some((one) => one === "")) tell(FILE_ID, "the trailer has no ID of two strings");
}

/** Every stream of the file, used or not: where its data are, and how they are packed. */
export function checkStreams(file: PdfFile, tell: Tell): void {
  for (const number of file.numbers) {
    const object = file.object(number);
    if (!isKind(object, "stream")) continue;
    const { entries } = object.dict;
    // Of an embedded or external file F is its name; in a stream it is where the data are.
    if (["F", "FFilter", "FDecodeParms"].some((key) => entries.has(key)))
      tell(EXTERNAL_STREAM, `the data of object ${number} stand in another file`);
    checkFilters(file, object, number, tell);
  }
}

function checkFilters(file: PdfFile, stream: PdfStream, number: number, tell: Tell): void {
  const filters = file.filters(stream);
  if (filters.includes("Crypt")) tell(CRYPT_FILTER, `object ${number} is encrypted`);
  if (filters.includes("LZWDecode")) tell(LZW, `object ${number} is packed by LZW`);
}

/** Whether a fault of the file is one that all programs read over. */
export function isHarmless(fault: string): boolean {
  return fault.includes("twice in a dictionary");
}

/** What the reader came upon; told last, when everything has been read. */
export function checkDamage(file: PdfFile, tell: Tell): void {
  for (const [fault, count] of file.faults) {
    const often = count > 1 ? ` (${count} times)` : "";
    if (isHarmless(fault)) tell(TWICE, `${fault}${often}`, { about: fault });
    else tell(DAMAGED, `${fault}${often}`, { about: fault });
  }
  for (const reason of file.budget.exhausted) tell(LIMIT, `not checked further: ${reason}`, { about: reason });
}

import { report, type Diagnostic } from "../base/index.ts";
import { Budget, PdfFile } from "../preflight/index.ts";
import { enclosedFiles, type EnclosedFile } from "./attachments.ts";
import { checkClaims } from "./claims.ts";
import { BROKEN_SEAL, CUT_OFF, NO_SEAL, UNREADABLE } from "./findings.ts";
import { sealOf } from "./seal.ts";

/** What a file holds, and what is wrong with it. */
export interface Opened {
  readonly files: readonly EnclosedFile[];
  /** By what its bytes are not those that were written. */
  readonly damage: readonly Diagnostic[];
  /** What of its claims does not hold: its seal, standards, structure, metadata. */
  readonly claims: readonly Diagnostic[];
}

/**
 * Opens a PDF for what is inside and checks what it says of itself: the seal over all its bytes, the checksums of the files
 * inside, standards, structure, metadata. Any bytes will do; nothing in them makes it throw.
 */
export function openArchive(bytes: Uint8Array): Opened {
  const file = PdfFile.open(bytes, new Budget());
  const cut = isCut(bytes) ? [report(CUT_OFF, "the file has no end (%%EOF): it was cut off, or is damaged there")] : [];
  if (file.root.entries.size === 0)
    return {
      files: [],
      damage: cut.length > 0 ? cut : [report(UNREADABLE, "there is nothing to be read")],
      claims: [],
    };
  const files = enclosedFiles(file);
  const seal = sealOf(bytes);
  const damage = [
    ...cut,
    ...(seal === "broken" ? [report(BROKEN_SEAL, "the file was changed after it was sealed")] : []),
    ...files.flatMap((enclosed) => enclosed.diagnostics),
  ];
  const unsealed = seal === "none" && cut.length === 0;
  const claims = [
    ...(unsealed ? [report(NO_SEAL, "the file has no seal of ours at its end")] : []),
    ...checkClaims(file),
  ];
  return { files, damage, claims };
}

/** Bytes at the end of a PDF in which its last line stands (ISO 32000-1, 7.5.5; so far readers look for it: PDF Reference 1.7, appendix H, note 18). */
const END = 1024;

/** Whether bytes begin as a PDF does and do not end as one. */
function isCut(bytes: Uint8Array): boolean {
  const textOf = (part: Uint8Array): string => String.fromCharCode(...part);
  return textOf(bytes.subarray(0, END)).includes("%PDF-") && !textOf(bytes.subarray(-END)).includes("%%EOF");
}

import { report, type Diagnostic } from "../base/index.ts";
import { Budget, PdfFile } from "../preflight/index.ts";
import { enclosedFiles, type EnclosedFile } from "./attachments.ts";
import { checkClaims } from "./claims.ts";
import { BROKEN_SEAL, NO_SEAL, UNREADABLE } from "./findings.ts";
import { sealOf } from "./seal.ts";

/** What a file holds, and what of its own claims does not hold. */
export interface Opened {
  readonly files: readonly EnclosedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens a PDF for what is inside and checks what it says of itself: the seal over all its bytes, the checksums of the files
 * inside, standards, structure, metadata. Any bytes will do; nothing in them makes it throw.
 */
export function openArchive(bytes: Uint8Array): Opened {
  const file = PdfFile.open(bytes, new Budget());
  if (file.root.entries.size === 0)
    return { files: [], diagnostics: [report(UNREADABLE, "there is nothing to be read")] };
  const files = enclosedFiles(file);
  const diagnostics = [
    ...sealFaults(bytes),
    ...files.flatMap((enclosed) => enclosed.diagnostics),
    ...checkClaims(file),
  ];
  return { files, diagnostics };
}

function sealFaults(bytes: Uint8Array): Diagnostic[] {
  const seal = sealOf(bytes);
  if (seal === "none") return [report(NO_SEAL, "the file has no seal of ours at its end")];
  return seal === "broken" ? [report(BROKEN_SEAL, "the file was changed after it was sealed")] : [];
}

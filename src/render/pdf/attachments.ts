import { createHash, type Hash } from "node:crypto";
import { PdfName, textString, type Kit, type Reference } from "./pdfkit.ts";

/** A file inside the file. */
export interface Attachment {
  /** Its name, with folders parted by `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Media type, for instance `text/plain`. */
  readonly media: string;
  /** What it is to the document (ISO 19005-3, annex E): what it was made from, or data of what it shows. */
  readonly relationship: "Source" | "Data";
  readonly description: string;
}

/**
 * Puts files into the file, associated with the document as a whole (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4): with media type,
 * size, date and checksum, found by their names.
 */
export function writeAttachments(kit: Kit, attachments: readonly Attachment[], date: Date, identity: Hash): void {
  const named = attachments.map((attachment) => [attachment.name, fileSpecification(kit, attachment, date)] as const);
  for (const { name, bytes, media, relationship, description } of attachments)
    identity.update(JSON.stringify([name, media, relationship, description])).update(bytes);
  if (named.length === 0) return;
  // A name tree is looked up by halving: its names are in order of their bytes.
  const inOrder = named.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const names = kit._root.data["Names"] as Reference;
  names.data["EmbeddedFiles"] = { Names: inOrder.flatMap(([name, file]) => [textString(name), file]) };
  kit._root.data["AF"] = named.map(([, file]) => file);
}

function fileSpecification(kit: Kit, attachment: Attachment, date: Date): Reference {
  const { name, bytes, media, relationship, description } = attachment;
  const stream = kit.ref({
    Type: "EmbeddedFile",
    Subtype: new PdfName(media.replace("/", "#2F")),
    Params: {
      Size: bytes.length,
      CreationDate: date,
      ModDate: date,
      CheckSum: createHash("md5").update(bytes).digest(),
    },
  });
  stream.end(bytes);
  const file = kit.ref({
    Type: "Filespec",
    F: textString(name),
    UF: textString(name),
    AFRelationship: relationship,
    Desc: textString(description),
    EF: { F: stream, UF: stream },
  });
  file.end();
  return file;
}

import type { Kit, Reference } from "./pdfkit.ts";

/** Writes an XMP packet as a metadata stream (ISO 32000-1, 14.3.2), in the open, so that every program can find it. */
export function writeMetadata(kit: Kit, packet: string): Reference {
  const stream = kit.ref({ Type: "Metadata", Subtype: "XML" });
  kit.endWith(stream, Buffer.from(packet));
  return stream;
}

export type { Attachment } from "./attachments.ts";
export { ARCHIVE, PRESS, type Standards } from "./standards.ts";
export { writePdf, type PdfResources, type PictureFacts } from "./write.ts";
export type { Metadata } from "./xmp.ts";

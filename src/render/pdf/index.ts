export type { Attachment } from "./attachments.ts";
export { PRESS_INKS, screenInks, type Inks } from "./inks.ts";
export { ARCHIVE, PRESS, SCREEN, type Standards } from "./standards.ts";
export { PdfFile, writePdf, type PdfPictures, type PdfResources, type PdfSetup, type PictureFacts } from "./write.ts";
export type { Metadata } from "./xmp.ts";

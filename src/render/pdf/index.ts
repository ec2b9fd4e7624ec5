export { writePdf, type PdfResources } from "./write.ts";
export type { Metadata } from "./xmp.ts";

export { writePdf, type Metadata, type PdfResources } from "./write.ts";

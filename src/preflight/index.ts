export type { FoldedFinding, Occurrence } from "./fold.ts";
export type { PlaceMm } from "./page-facts.ts";
export { preflight, type PreflightOrder } from "./preflight.ts";
export type { PreflightReport, Verdict } from "./report.ts";
export type { Rule } from "./rule.ts";
export { Budget, isKind, PdfFile, type PdfDict, type PdfObject } from "./reader/index.ts";
export { textOf } from "./text-string.ts";
export { readXmp, XMP_NAMESPACES, type Xmp } from "./xmp.ts";

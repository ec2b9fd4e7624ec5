export type { FoldedFinding, Occurrence } from "./fold.ts";
export type { PlaceMm } from "./page-facts.ts";
export { preflight, type PreflightOrder } from "./preflight.ts";
export type { PageInk, PlateMaker, Raster } from "./raster.ts";
export type { PreflightReport, Verdict } from "./report.ts";
export type { Rule } from "./rule.ts";
export { RULES } from "./rules/all-rules.ts";

/**
 * The library: the same way that the command goes, for programs. `openWorld` is the package with the files around it, `makeUp` makes pages
 * of an article, and each of the others makes a file of them; what there is to say comes back beside, and nothing is written or printed.
 */
export { articleJsonSchema, dumpArticle, readArticle, type Article } from "./article/index.ts";
export type { Diagnostic, Outcome, PagePlace, Place, Severity } from "./base/index.ts";
export type { Condition, Sheet } from "./condition/index.ts";
export { dumpPages, type FitReport, type Page, type Tally } from "./page/index.ts";
export {
  archive,
  display,
  gather,
  makeUp,
  openPress,
  press,
  proof,
  screen,
  type ArchiveOrder,
  type Gathering,
  type GatheringOrder,
  type Job,
  type MadeUp,
  type Press,
  type PressOrder,
  type ProofOrder,
  type ScreenOrder,
  type SpaceWish,
  type World,
} from "./pipeline.ts";
export { preflight, type PreflightOrder, type PreflightReport } from "./preflight/index.ts";
export { openWorld } from "./app/workspace.ts";
export { dumpDisplay, type DisplayList } from "./render/display/index.ts";

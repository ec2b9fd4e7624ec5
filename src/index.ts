export { articleJsonSchema, dumpArticle, readArticle, type Article } from "./article/index.ts";
export type { Diagnostic, Outcome, PagePlace, Place, Severity } from "./base/index.ts";
export { dumpPages, type FitReport, type Page, type Tally } from "./page/index.ts";
export { display, makeUp, press, type Job, type MadeUp, type SpaceWish, type World } from "./pipeline.ts";
export { openWorld } from "./app/workspace.ts";
export { dumpDisplay, type DisplayList } from "./render/display/index.ts";

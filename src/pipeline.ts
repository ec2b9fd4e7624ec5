/**
 * The whole way, in the order of the rooms. Each name here is a step, and the file behind it reads from top to bottom:
 *
 *   openTemplate, openPress   the design and the print condition, as data
 *   makeUp                    article → pages: read, look at the pictures, set, compose, count
 *   display                   pages → operations and structure
 *   press                     pages → press file: pictures prepared, sheets dressed, PDF/X-4 written
 *
 * `World` is how the outside comes in: nothing from here on back touches files.
 */
export { drawTemplate, plainPdf, plainSvg } from "./pipeline/draw.ts";
export { UNREADABLE_FILE } from "./pipeline/findings.ts";
export { DEFAULT_CONDITION, type Job, type MadeUp, type SpaceWish } from "./pipeline/job.ts";
export { makeUp } from "./pipeline/make-up.ts";
export { openPress, openTemplate, type Press } from "./pipeline/open.ts";
export { display, press, UNDATED, type PressOrder } from "./pipeline/press.ts";
export type { World } from "./pipeline/world.ts";

/**
 * The whole way, in the order of the rooms. Each name here is a step, and the file behind it reads from top to bottom:
 *
 *   openTemplate, openPress   the design and the print condition, as data
 *   makeUp                    article → pages: read, look at the pictures, set, compose, count
 *   display                   pages → operations and structure
 *   press                     pages → press file: pictures prepared, sheets dressed, PDF/X-4 written
 *   archive                   pages → archive file: PDF/A-3a with all that the page was made from inside
 *   screen                    pages → file for reading on screens: PDF/A-2a in sRGB
 *   gather                    pages of many articles → one file, for the press or for screens
 *   proof                     page → PNG or SVG, as it will look printed
 *
 * `World` is how the outside comes in: nothing from here on back touches files.
 */
export { archive, type ArchiveOrder } from "./pipeline/archive.ts";
export { drawTemplate, plainPdf, plainSvg } from "./pipeline/draw.ts";
export { UNKNOWN_CONDITION, UNKNOWN_TEMPLATE, UNREADABLE_FILE } from "./pipeline/findings.ts";
export { gather, type Gathering, type GatheringOrder } from "./pipeline/gather.ts";
export { DEFAULT_CONDITION, type Job, type MadeUp, type SpaceWish } from "./pipeline/job.ts";
export { makeUp } from "./pipeline/make-up.ts";
export { openPress, openTemplate, readingsOf, type Press } from "./pipeline/open.ts";
export { UNDATED } from "./pipeline/metadata.ts";
export { proof, type ProofOrder } from "./pipeline/proof.ts";
export { display, press, type PressOrder } from "./pipeline/press.ts";
export { screen, type ScreenOrder } from "./pipeline/screen.ts";
export { unreadable } from "./pipeline/unreadable.ts";
export type { Unread, World } from "./pipeline/world.ts";

export { bleedPage } from "./bleed.ts";
export { dumpPages } from "./dump.ts";
export { dumpSlugs } from "./dump-slugs.ts";
export type { ComposedPage } from "./compose-pages.ts";
export type { Composition } from "./composition.ts";
export type { Costs } from "./costs.ts";
export type { FitReport, SuggestedCut } from "./fit.ts";
export { locate } from "./locate.ts";
export { makeUpPages, type Makeup, type MakeupOrder } from "./makeup.ts";
export type {
  Frame,
  Page,
  PageGrid,
  PictureFrame,
  PlacedLine,
  RuleFrame,
  TextFrame,
  TextRole,
  TintFrame,
} from "./page.ts";
export type { PixelSize } from "./picture-block.ts";
export type { Ink } from "../template/index.ts";
export type { Relief } from "./relief.ts";
export type { Slug } from "./slug.ts";
export type { SpaceOrder } from "./space.ts";
export { tally, type Tally } from "./tally.ts";
export { templateSheet } from "./template-sheet.ts";

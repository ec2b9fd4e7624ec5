export { dumpPages } from "./dump.ts";
export { dumpSlugs } from "./dump-slugs.ts";
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
export type { Slug } from "./slug.ts";
export { tally, type Tally } from "./tally.ts";

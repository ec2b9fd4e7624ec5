export type { DataFindings } from "./findings.ts";
export type { Parents } from "./inherit.ts";
export { optionalJsonSchema, templateJsonSchema } from "./json-schema.ts";
export { toPt } from "./length.ts";
export { readData } from "./read-data.ts";
export { readTemplate } from "./read.ts";
export type { StyleName } from "./schema.ts";
export type {
  Breaking,
  Fit,
  Grid,
  InitialStyle,
  Ink,
  Justification,
  PictureSlot,
  Rule,
  Slot,
  Template,
  TextStyle,
} from "./template.ts";

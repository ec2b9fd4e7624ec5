export { readTemplate } from "./read.ts";
export { templateJsonSchema } from "./json-schema.ts";
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
export type { Parents } from "./inherit.ts";

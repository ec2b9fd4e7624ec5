export { readTemplate } from "./read.ts";
export { templateSchema, type StyleName } from "./schema.ts";
export type { Breaking, Grid, Ink, Justification, PictureSlot, Rule, Template, TextStyle } from "./template.ts";
export type { Parents } from "./inherit.ts";

export { displayList, type About } from "./display.ts";
export type {
  DisplayList,
  DisplayPage,
  FillOperation,
  GlyphsOperation,
  Operation,
  PictureOperation,
  StrokeOperation,
  Tag,
} from "./display-list.ts";
export { dressSheet, type SheetLine } from "./sheet.ts";
export type { StructureElement, StructureType } from "./structure.ts";
export { dumpDisplay } from "./dump.ts";

export { displayList } from "./display.ts";
export type {
  DisplayList,
  DisplayPage,
  FillOperation,
  GlyphsOperation,
  Operation,
  PictureOperation,
  StrokeOperation,
  WordPart,
} from "./display-list.ts";
export { dumpDisplay } from "./dump.ts";

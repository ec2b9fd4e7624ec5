export type {
  Article,
  Block,
  Box,
  Crosshead,
  List,
  Paragraph,
  Picture,
  PictureFile,
  Quotation,
} from "./article.ts";

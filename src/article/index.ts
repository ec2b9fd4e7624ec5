export type {
  Article,
  Block,
  Box,
  BoxBlock,
  Crosshead,
  List,
  MayBeLeftOut,
  OptionalPart,
  Paragraph,
  Picture,
  PictureFile,
  Quotation,
  Table,
} from "./article.ts";
export { articleJson } from "./article-json.ts";
export { isCalendarDate } from "./calendar-date.ts";
export { dumpArticle } from "./dump.ts";
export { articleJsonSchema } from "./json-schema.ts";
export type { Embargo, Hold } from "./release.ts";
export { readArticle } from "./read-article.ts";

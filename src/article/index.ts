export type { Article, Block, Box, Crosshead, List, Paragraph, Picture, PictureFile, Quotation } from "./article.ts";
export { dumpArticle } from "./dump.ts";
export { articleJsonSchema } from "./json-schema.ts";
export { readArticle } from "./read-article.ts";

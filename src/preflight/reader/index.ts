export { Budget, LIMITS, type Limits } from "./budget.ts";
export { bytesOf, findBytes, findLastBytes, joinBytes, latin1, startsWith } from "./bytes.ts";
export { isWhite, Lexer, type Keyword } from "./lexer.ts";
export { pagesOf, type PageNode } from "./page-tree.ts";
export { parseObject } from "./parse-object.ts";
export { PdfFile, type Decoded } from "./pdf-file.ts";
export {
  EMPTY_DICT,
  isKind,
  isRef,
  type PdfArray,
  type PdfDict,
  type PdfName,
  type PdfObject,
  type PdfRef,
  type PdfStream,
  type PdfString,
} from "./pdf-object.ts";

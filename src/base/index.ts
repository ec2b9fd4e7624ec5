export { copyFrom, editCopy, placeOf, sliceCopy, type Copy, type Edit, type Mark } from "./copy.ts";
export {
  hasErrors,
  report,
  sourcePlace,
  type Diagnostic,
  type Finding,
  type Outcome,
  type PagePlace,
  type Place,
  type Severity,
} from "./diagnostics.ts";
export { bottom, right, type Rect } from "./geometry.ts";
export { lastIndexNotAfter, lineText, positionAt, type Position, type Source } from "./source.ts";
export { mm, toMm, type Pt } from "./units.ts";
export { locateJson, repeatedKeys, type JsonPath, type LocatedData, type LocatedJson } from "./json.ts";
export { encodingFault, locateDeskJson, type DataFault } from "./desk-data.ts";
export { nearestWord } from "./nearest.ts";
export { schemaFindings, type SchemaIssue } from "./schema-findings.ts";
export { expected, schemaWords } from "./schema-words.ts";
export { VERSION } from "./version.ts";
export { remember } from "./remember.ts";
export { once } from "./once.ts";
export { Pattern } from "./pattern.ts";

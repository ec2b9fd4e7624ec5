export { defaultHouse, type HouseStyle } from "./house.ts";
export { markedWord } from "./hyphenation/index.ts";
export { letterRuns, type LetterRun } from "./letter-runs.ts";
export type { BreakPoint, Change, Grade, Language, LanguageTag, Microtyped } from "./language.ts";
export { languageOf } from "./language-of.ts";
export { sentencesOf, type Sentence } from "./sentences.ts";

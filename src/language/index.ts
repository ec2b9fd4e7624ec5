export { defaultHouse, type HouseStyle } from "./house.ts";
export type { BreakPoint, Change, Language, LanguageTag, Microtyped } from "./language.ts";
export { languageOf } from "./language-of.ts";

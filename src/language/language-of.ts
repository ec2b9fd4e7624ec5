import { austrianGerman } from "./de-at.ts";
import { swissGerman } from "./de-ch.ts";
import { germanGerman } from "./de-de.ts";
import type { Language, LanguageTag } from "./language.ts";

const languages: Readonly<Record<LanguageTag, Language>> = {
  "de-AT": austrianGerman,
  "de-DE": germanGerman,
  "de-CH": swissGerman,
};

/** The language of a tag; what it gives is shared and keeps a cache of words. */
export function languageOf(tag: LanguageTag): Language {
  return languages[tag];
}

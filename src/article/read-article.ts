import {
  copyFrom,
  nearestWord,
  placeOf,
  report,
  sourcePlace,
  type Copy,
  type Diagnostic,
  type Outcome,
  type Source,
} from "../base/index.ts";
import { languageOf, type HouseStyle, type Language, type LanguageTag } from "../language/index.ts";
import type { Article, Picture } from "./article.ts";
import { calendarDate } from "./calendar-date.ts";
import { deskFindings, missingEssentials } from "./completeness.ts";
import { CopyDesk } from "./copy-desk.ts";
import { decode } from "./decode.ts";
import { findings } from "./findings.ts";
import type { Form, Manuscript, ManuscriptPicture, Reading } from "./manuscript.ts";
import { readJson } from "./readers/json.ts";
import { readMarkdown } from "./readers/markdown.ts";
import { readText } from "./readers/text.ts";
import { setBody } from "./set-body.ts";

const FORMS: Readonly<Record<string, Form>> = { txt: "text", md: "markdown", markdown: "markdown", json: "json" };
const READERS: Readonly<Record<Form, (source: Source) => Reading>> = { text: readText, markdown: readMarkdown, json: readJson };
const LANGUAGE_TAGS: readonly LanguageTag[] = ["de-AT", "de-DE", "de-CH"];

/**
 * Reads an article from the bytes of a file whose name says its form: decode, read, clean, microtype, check.
 *
 * The value is undefined when the file cannot be read or has no section, no headline or no body; then at least one
 * diagnostic is an error. A picture without credit or caption is an error or a warning and has an empty copy there.
 * Diagnostics are in order of place.
 */
export function readArticle(
  path: string,
  bytes: Uint8Array,
  house: HouseStyle,
  language: (tag: LanguageTag) => Language = languageOf,
): Outcome<Article | undefined> {
  const { name, ending } = fileName(path);
  const form = FORMS[ending.toLowerCase()];
  if (form === undefined) return { value: undefined, diagnostics: [unknownForm(path, ending)] };
  const decoded = decode(path, bytes);
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const { manuscript, diagnostics } = READERS[form](decoded.value);
  const found = [...decoded.diagnostics, ...diagnostics];
  if (manuscript === undefined) return { value: undefined, diagnostics: inOrder(found) };
  const edited = edit(name, manuscript, house, language);
  return { value: edited.value, diagnostics: inOrder([...found, ...edited.diagnostics]) };
}

/** What is the same for every form: cleaning, microtype, and the look at what is missing. */
function edit(
  id: string,
  manuscript: Manuscript,
  house: HouseStyle,
  languages: (tag: LanguageTag) => Language,
): Outcome<Article | undefined> {
  const { source, fields } = manuscript;
  const tag = languageTag(fields.language);
  const date = calendarDate(fields.date);
  const desk = new CopyDesk(languages(tag.value), house);
  const set = (copy: Copy | undefined): Copy | undefined => present(copy && desk.set(copy));
  const plain = (copy: Copy | undefined): string | undefined => present(copy && desk.clean(copy))?.text;
  const essentials = {
    section: set(fields.section),
    headline: set(fields.headline),
    body: setBody(desk, manuscript.body),
  };
  const { section, headline, body } = essentials;
  const parts = {
    ...present1("kicker", set(fields.kicker)),
    ...present1("deck", set(fields.deck)),
    ...present1("lead", set(fields.lead)),
    ...present1("byline", set(fields.byline)),
    ...present1("dateline", set(fields.dateline)),
    ...present1("date", date.value),
    ...present1("agency", plain(fields.agency)),
    ...present1("rights", plain(fields.rights)),
    pictures: manuscript.pictures.map((picture) => setPicture(desk, source, picture)),
  };
  const found = [...tag.diagnostics, ...date.diagnostics, ...missingEssentials(manuscript, essentials)];
  if (section === undefined || headline === undefined || body.length === 0) {
    return { value: undefined, diagnostics: [...found, ...desk.diagnostics(source)] };
  }
  const article = { id, source, language: tag.value, section, headline, ...parts, body, changes: desk.changes };
  return { value: article, diagnostics: [...found, ...desk.diagnostics(source), ...deskFindings(manuscript, article)] };
}

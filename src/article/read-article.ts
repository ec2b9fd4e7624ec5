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
const READERS: Readonly<Record<Form, (source: Source) => Reading>> = {
  text: readText,
  markdown: readMarkdown,
  json: readJson,
};
const DEFAULT_LANGUAGE: LanguageTag = "de-AT";
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
  const set = (copy: Copy | undefined): Copy | undefined => unlessEmpty(copy && desk.set(copy));
  const plain = (copy: Copy | undefined): string | undefined => unlessEmpty(copy && desk.clean(copy))?.text;
  const essentials = {
    section: set(fields.section),
    headline: set(fields.headline),
    body: setBody(desk, manuscript.body),
  };
  const { section, headline, body } = essentials;
  const parts = {
    ...optional("kicker", set(fields.kicker)),
    ...optional("deck", set(fields.deck)),
    ...optional("lead", set(fields.lead)),
    ...optional("byline", set(fields.byline)),
    ...optional("dateline", set(fields.dateline)),
    ...optional("date", date.value),
    ...optional("agency", plain(fields.agency)),
    ...optional("rights", plain(fields.rights)),
    pictures: manuscript.pictures.map((picture) => setPicture(desk, source, picture)),
  };
  const found = [...tag.diagnostics, ...date.diagnostics, ...missingEssentials(manuscript, essentials)];
  if (section === undefined || headline === undefined || body.length === 0) {
    return { value: undefined, diagnostics: [...found, ...desk.diagnostics(source)] };
  }
  const article = { id, source, language: tag.value, section, headline, ...parts, body, changes: desk.changes };
  return { value: article, diagnostics: [...found, ...desk.diagnostics(source), ...deskFindings(manuscript, article)] };
}

function fileName(path: string): { readonly name: string; readonly ending: string } {
  const file = path.replace(/^.*[/\\]/, "");
  const dot = file.lastIndexOf(".");
  return dot > 0 ? { name: file.slice(0, dot), ending: file.slice(dot + 1) } : { name: file, ending: "" };
}

function unknownForm(path: string, ending: string): Diagnostic {
  const near = nearestWord(ending, Object.keys(FORMS));
  const hint = near === undefined ? findings.unknownForm.hint : `Did you mean ".${near}"? ${findings.unknownForm.hint}`;
  const message = ending === "" ? `${path} has no ending.` : `".${ending}" is no form of article.`;
  return report(findings.unknownForm, message, sourcePlace({ name: path, text: "" }, 0), hint);
}

function languageTag(copy: Copy | undefined): Outcome<LanguageTag> {
  const wanted = copy?.text.trim();
  const value = LANGUAGE_TAGS.find((tag) => tag.toLowerCase() === wanted?.toLowerCase());
  if (copy === undefined || value !== undefined) return { value: value ?? DEFAULT_LANGUAGE, diagnostics: [] };
  const found = report(findings.language, `"${wanted}" is no language for articles.`, placeOf(copy));
  return { value: DEFAULT_LANGUAGE, diagnostics: [found] };
}

function setPicture(desk: CopyDesk, source: Source, picture: ManuscriptPicture): Picture {
  const nothing = copyFrom(source, picture.at, picture.at);
  const file = unlessEmpty(picture.file && desk.clean(picture.file));
  const alternative = unlessEmpty(picture.alternative && desk.set(picture.alternative));
  return {
    ...(file && { file: { path: file.text, at: file } }),
    caption: picture.caption ? desk.set(picture.caption) : nothing,
    credit: picture.credit ? desk.set(picture.credit) : nothing,
    ...(alternative && { alternative: alternative.text }),
    ...(picture.focalPoint && { focalPoint: picture.focalPoint }),
  };
}

function unlessEmpty(copy: Copy | undefined): Copy | undefined {
  return copy?.text === "" ? undefined : copy;
}

/** A property that is there only when it has a value. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}

/** By place in the source; findings of one place, and those without, keep their order. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const line = ({ place }: Diagnostic): number => (place?.kind === "source" ? place.line : 0);
  const column = ({ place }: Diagnostic): number => (place?.kind === "source" ? place.column : 0);
  return [...diagnostics].sort((a, b) => line(a) - line(b) || column(a) - column(b));
}

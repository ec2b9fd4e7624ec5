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
import type { Article, Block, Picture } from "./article.ts";
import { withCredit } from "./picture-credit.ts";
import { calendarDate } from "./calendar-date.ts";
import { deskFindings, missingEssentials, picturesFindings, type Essentials } from "./completeness.ts";
import { CopyDesk } from "./copy-desk.ts";
import { decode } from "./decode.ts";
import { findings } from "./findings.ts";
import type { Form, Manuscript, ManuscriptPicture, Reading } from "./manuscript.ts";
import { readJson } from "./readers/json.ts";
import { readMarkdown } from "./readers/markdown.ts";
import { readText } from "./readers/text.ts";
import { embargoOf, holdOf } from "./release.ts";
import { setBody } from "./set-body.ts";
import { squareTables } from "./square-tables.ts";

const FORMS: Readonly<Record<string, Form>> = { txt: "text", md: "markdown", markdown: "markdown", json: "json" };
const READERS: Readonly<Record<Form, (source: Source) => Reading>> = {
  text: readText,
  markdown: readMarkdown,
  json: readJson,
};
const DEFAULT_LANGUAGE: LanguageTag = "de-AT";
const LANGUAGE_TAGS: readonly LanguageTag[] = ["de-AT", "de-DE", "de-CH"];

/** What the reading of an article asks of others. */
export interface Asks {
  readonly language?: (tag: LanguageTag) => Language;
  /** Whom a picture's own file names as its source, by the path that the article gives. */
  readonly creditOf?: (path: string) => string | undefined;
}

/**
 * Reads an article from the bytes of a file whose name says its form: decode, read, clean, microtype, check.
 *
 * The value is undefined when the file cannot be read, has no section, no headline or no body, or a word without end; then at
 * least one diagnostic is an error. A picture without credit or caption is an error or a warning and has an empty copy there.
 * Diagnostics are in order of place.
 */
export function readArticle(
  path: string,
  bytes: Uint8Array,
  house: HouseStyle,
  { language = languageOf, creditOf = () => undefined }: Asks = {},
): Outcome<Article | undefined> {
  const { name, ending } = fileName(path);
  const form = FORMS[ending.toLowerCase()];
  if (form === undefined) return { value: undefined, diagnostics: [unknownForm(path, ending)] };
  const decoded = decode(path, bytes);
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const { manuscript, diagnostics } = READERS[form](decoded.value);
  const found = [...decoded.diagnostics, ...diagnostics];
  if (manuscript === undefined) return { value: undefined, diagnostics: inOrder(found) };
  const edited = edit(name, manuscript, house, { language, creditOf });
  return { value: edited.value, diagnostics: inOrder([...found, ...edited.diagnostics]) };
}

/** What is the same for every form: cleaning, microtype, and the look at what is missing. */
function edit(
  id: string,
  manuscript: Manuscript,
  house: HouseStyle,
  { language, creditOf }: Required<Asks>,
): Outcome<Article | undefined> {
  const { source, fields } = manuscript;
  const tag = languageTag(fields.language);
  const date = calendarDate(fields.date);
  const embargo = embargoOf(fields.embargo);
  const hold = holdOf(fields.status);
  const desk = new CopyDesk(language(tag.value), house);
  const squared = squareTables(manuscript.body);
  const essentials = essentialsOf(desk, manuscript, squared.value);
  const fieldsOf = optionalFields(desk, manuscript);
  const optional = manuscript.optional.filter((part) => fieldsOf[part] !== undefined);
  const others = {
    ...fieldsOf,
    ...(date.value !== undefined && { date: date.value }),
    ...(embargo.value && { embargo: embargo.value }),
    ...(hold.value && { hold: hold.value }),
    ...(optional.length > 0 && { optional }),
  };
  const credited = manuscript.pictures.map((picture) => withCredit(setPicture(desk, source, picture), creditOf));
  const pictures = credited.map(({ value }) => value);
  const { section, headline, body } = essentials;
  const found = [
    ...tag.diagnostics,
    ...date.diagnostics,
    ...embargo.diagnostics,
    ...hold.diagnostics,
    ...squared.diagnostics,
    ...missingEssentials(manuscript, essentials),
    ...picturesFindings(manuscript, pictures),
    ...credited.flatMap(({ diagnostics }) => diagnostics),
  ];
  if (section === undefined || headline === undefined || body.length === 0) {
    return { value: undefined, diagnostics: [...found, ...desk.diagnostics(source)] };
  }
  const article = {
    id,
    source,
    language: tag.value,
    section,
    headline,
    ...others,
    body,
    pictures,
    changes: desk.changes,
  };
  const told = deskFindings(article);
  const isEndless = told.some(({ code }) => code === findings.endlessWord.code);
  const diagnostics = [...found, ...desk.diagnostics(source), ...told];
  return { value: isEndless ? undefined : article, diagnostics };
}

function essentialsOf(desk: CopyDesk, { fields }: Manuscript, body: readonly Block[]): Essentials {
  return {
    section: holdingText(fields.section && desk.set(fields.section)),
    headline: holdingText(fields.headline && desk.set(fields.headline)),
    body: setBody(desk, body),
  };
}

const PRINTED = ["kicker", "deck", "lead", "byline", "dateline", "sources"] as const;
const METADATA = ["agency", "rights", "usage", "identifier", "version", "keywords"] as const;

function optionalFields(
  desk: CopyDesk,
  { fields }: Manuscript,
): Pick<Article, (typeof PRINTED | typeof METADATA)[number]> {
  const printed: { [name in (typeof PRINTED)[number]]?: Copy } = {};
  const metadata: { [name in (typeof METADATA)[number]]?: string } = {};
  for (const name of PRINTED) {
    const copy = fields[name] && holdingText(desk.set(fields[name]));
    if (copy !== undefined) printed[name] = copy;
  }
  for (const name of METADATA) {
    const copy = fields[name] && holdingText(desk.clean(fields[name]));
    if (copy !== undefined) metadata[name] = copy.text;
  }
  return { ...printed, ...metadata };
}

function setPicture(desk: CopyDesk, source: Source, picture: ManuscriptPicture): Picture {
  const nothing = copyFrom(source, picture.at, picture.at);
  const alternative = picture.alternative && holdingText(desk.set(picture.alternative));
  const path = picture.file?.text.trim();
  return {
    ...(picture.file && path && { file: { path, at: picture.file } }),
    caption: picture.caption ? desk.set(picture.caption) : nothing,
    credit: picture.credit ? desk.set(picture.credit) : nothing,
    ...(alternative && { alternative: alternative.text }),
    ...(picture.focalPoint && { focalPoint: picture.focalPoint }),
  };
}

function holdingText(copy: Copy | undefined): Copy | undefined {
  return copy?.text === "" ? undefined : copy;
}

function languageTag(copy: Copy | undefined): Outcome<LanguageTag> {
  const written = copy?.text.trim() ?? "";
  const tag = LANGUAGE_TAGS.find((known) => known.toLowerCase() === written.toLowerCase());
  if (tag !== undefined || copy === undefined || written === "")
    return { value: tag ?? DEFAULT_LANGUAGE, diagnostics: [] };
  const near = nearestWord(written, LANGUAGE_TAGS);
  const hint = near === undefined ? `articles can be ${LANGUAGE_TAGS.join(", ")}` : `did you mean "${near}"?`;
  return {
    value: DEFAULT_LANGUAGE,
    diagnostics: [report(findings.language, `"${written}" is no language known here`, placeOf(copy), hint)],
  };
}

function fileName(path: string): { readonly name: string; readonly ending: string } {
  const file = path.replace(/^.*[/\\]/s, "");
  const dot = file.lastIndexOf(".");
  return dot < 0 ? { name: file, ending: "" } : { name: file.slice(0, dot) || file, ending: file.slice(dot + 1) };
}

function unknownForm(path: string, ending: string): Diagnostic {
  const near = nearestWord(ending, Object.keys(FORMS));
  const hint = near === undefined ? findings.unknownForm.hint : `did you mean ".${near}"? ${findings.unknownForm.hint}`;
  const message = ending === "" ? "the file's name has no ending" : `".${ending}" is no form of article`;
  return report(findings.unknownForm, message, sourcePlace({ name: path, text: "" }, 0), hint);
}

/** By place in the source; what stands at one place stays in the order in which it was found. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => lineOf(a) - lineOf(b) || columnOf(a) - columnOf(b));
}

function lineOf({ place }: Diagnostic): number {
  return place?.line ?? 0;
}

function columnOf({ place }: Diagnostic): number {
  return place?.column ?? 0;
}

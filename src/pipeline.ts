import { readArticle, type Article } from "./article/index.ts";
import {
  nearestWord,
  placeOf,
  report,
  sourcePlace,
  type Diagnostic,
  type Finding,
  type Outcome,
  type Pt,
  type Source,
} from "./base/index.ts";
import { openProfile, readCondition, type Condition, type PressProfile } from "./condition/index.ts";
import { openFontBook, type FontBook } from "./galley/index.ts";
import { languageOf } from "./language/index.ts";
import {
  makeUpPages,
  tally,
  templateSheet,
  type ComposedPage,
  type FitReport,
  type Page,
  type Slug,
  type SpaceOrder,
  type Tally,
} from "./page/index.ts";
import { checkResolution, examinePicture, MISSING, type Probe } from "./picture/index.ts";
import { displayList, type DisplayList } from "./render/display/index.ts";
import { writePdf } from "./render/pdf/index.ts";
import { writeSvg } from "./render/svg/index.ts";
import { readTemplate, type Parents, type Template } from "./template/index.ts";

/** The outside world, handed in: nothing else here touches files. */
export interface World {
  /** The bytes of a file named by the user or by an article; undefined when it cannot be read. */
  read(path: string): Uint8Array | undefined;
  /** The path of a file that another file names: `relative` seen from the folder of `from`. */
  resolve(from: string, relative: string): string;
  /** A bundled font by file name; throws when the package is incomplete, which is our error. */
  font(file: string): Uint8Array;
  /** A bundled template by name: its path and bytes; undefined when there is none of that name. */
  template(name: string): { readonly path: string; readonly bytes: Uint8Array } | undefined;
  /** Names of the bundled templates, sorted. */
  readonly templates: readonly string[];
  /** A bundled print condition by name: its path and bytes; undefined when there is none of that name. */
  condition(name: string): { readonly path: string; readonly bytes: Uint8Array } | undefined;
  /** Names of the bundled print conditions, sorted. */
  readonly conditions: readonly string[];
}

/** What is to be set, and how. */
export interface Job {
  /** Path of the article. */
  readonly article: string;
  /** Name of a bundled template, or path of a template file. */
  readonly template: string;
  /** The page number printed on the first page, where known. */
  readonly folio?: number;
  /** The space that the article is to fill; without it the article takes what it needs. */
  readonly space?: SpaceWish;
  /** Whether the compositions that were not chosen are wanted, too. */
  readonly compare?: boolean;
}

/** The space that a desk gives: a slot of the template by name, rows of the grid or height in points, columns, one page. */
export interface SpaceWish {
  readonly slot?: string;
  readonly rows?: number;
  readonly height?: Pt;
  readonly columns?: number;
  readonly onePage?: boolean;
}

/** An article made up into pages, with everything a dump or a backend asks for. */
export interface MadeUp {
  readonly article: Article;
  readonly template: Template;
  /** The set body, before it was made up. */
  readonly slugs: readonly Slug[];
  readonly pages: readonly Page[];
  readonly tally: Tally;
  /** How the copy came to fit, and whether it does. */
  readonly fit: FitReport;
  readonly compositions: readonly ComposedPage[];
  /** Where the article's files are looked for. */
  readonly path: string;
  readonly fonts: FontBook;
}

export const UNREADABLE_FILE = {
  code: "pipeline/unreadable-file",
  severity: "error",
  when: "A file that the command names is not there or cannot be read.",
  hint: "check the path and the permissions",
} as const satisfies Finding;

export const UNKNOWN_TEMPLATE = {
  code: "pipeline/unknown-template",
  severity: "error",
  when: "There is neither a bundled template of that name nor a file at that path.",
} as const satisfies Finding;

export const UNKNOWN_CONDITION = {
  code: "pipeline/unknown-condition",
  severity: "error",
  when: "There is neither a bundled print condition of that name nor a file at that path.",
} as const satisfies Finding;

export const UNKNOWN_SLOT = {
  code: "pipeline/unknown-slot",
  severity: "error",
  when: "The desk asks for a slot that the template does not have.",
} as const satisfies Finding;

export const UNKNOWN_WIDTH = {
  code: "pipeline/unknown-width",
  severity: "error",
  when: "The desk asks for a width in columns that the template does not permit an article.",
} as const satisfies Finding;

/**
 * The whole way from the copy to pages: read the template, read the article in its house style, look at its
 * pictures, make it up, count. The value is undefined when template or copy cannot be used at all.
 */
export function makeUp(world: World, job: Job): Outcome<MadeUp | undefined> {
  const fonts = fontsOf(world);
  const template = loadTemplate(world, job.template, fonts);
  if (template.value === undefined) return { value: undefined, diagnostics: template.diagnostics };

  const space = spaceFor(template.value, job);
  if (space.value === undefined)
    return { value: undefined, diagnostics: [...template.diagnostics, ...space.diagnostics] };

  const article = loadArticle(world, job.article, template.value);
  if (article.value === undefined) return { value: undefined, diagnostics: article.diagnostics };

  const probes = article.value.pictures.map((_, index) => probe(world, job.article, article.value, index));
  const made = makeUpPages({
    article: article.value,
    template: template.value,
    setter: { fonts, language: languageOf(article.value.language) },
    pixels: probes.map(({ value }) => value),
    space: space.value,
    compare: job.compare === true,
    ...(job.folio !== undefined && { folio: job.folio }),
  });

  const { pages, slugs, fit, compositions } = made.value;
  const diagnostics = [
    ...template.diagnostics,
    ...article.diagnostics,
    ...probes.flatMap((outcome) => outcome.diagnostics),
    ...made.diagnostics,
    ...resolutions(
      article.value,
      pages,
      probes.map(({ value }) => value),
    ),
  ];
  const value = {
    article: article.value,
    template: template.value,
    slugs,
    pages,
    tally: tally(pages),
    fit,
    compositions,
    path: job.article,
    fonts,
  };
  return { value, diagnostics };
}

/** What the backends draw. */
export function display({ article, pages }: MadeUp): DisplayList {
  return displayList(pages, { title: article.headline.text, language: article.language });
}

/** The press page as PDF bytes. */
export function press(world: World, madeUp: MadeUp): Promise<Outcome<Uint8Array>> {
  const { article, path, fonts } = madeUp;
  return writePdf(display(madeUp), {
    face: (name) => fonts.face(name),
    picture: (file) => world.read(world.resolve(path, file)),
    metadata: {
      title: article.headline.text,
      subject: article.section.text,
      language: article.language,
      ...(article.byline && { author: article.byline.text }),
      ...(article.date !== undefined && { date: article.date }),
    },
  });
}

/** A template by name or path, checked and resolved; undefined with the reasons when it cannot be used. */
export function openTemplate(world: World, name: string): Outcome<Template | undefined> {
  return loadTemplate(world, name, fontsOf(world));
}

/** A print condition with the profile of its press. */
export interface Press {
  readonly condition: Condition;
  readonly profile: PressProfile;
}

/**
 * A print condition by name or path, with its profile; `icc` is the path of another profile to use in its place, which then
 * names the press. Undefined with the reasons when it cannot be used.
 */
export function openPress(world: World, name: string, icc?: string): Outcome<Press | undefined> {
  const source = sourceAt(world, world.condition(name), name);
  if (source === undefined) return unknown(UNKNOWN_CONDITION, "print condition", name, world.conditions);
  const parents = parentsIn(world, world.conditions, (one) => world.condition(one));
  const read = readCondition(source, parents);
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics };
  const path = icc ?? world.resolve(source.name, read.value.outputIntent.profile);
  const opened = openProfile(path, world.read(path));
  if (opened.value === undefined) return { value: undefined, diagnostics: opened.diagnostics };
  const condition = icc === undefined ? read.value : withProfile(read.value, icc, opened.value);
  return { value: { condition, profile: opened.value }, diagnostics: read.diagnostics };
}

/** A press of the user's own is in no registry that we know: it is called by its profile's name (ISO 32000-1, table 365). */
function withProfile(condition: Condition, profile: string, { description }: PressProfile): Condition {
  return {
    ...condition,
    outputIntent: { profile, identifier: "Custom", condition: description, info: description },
  };
}

/** A template drawn with its grid, columns and slots, for `pdf` or `svg` to write. */
export function drawTemplate(world: World, template: Template): DisplayList {
  const setter = { fonts: fontsOf(world), language: languageOf("de-AT") };
  return displayList([templateSheet(template, setter)], { title: template.title, language: "en" });
}

/** A display list as PDF, without what belongs to an article. */
export async function plainPdf(world: World, list: DisplayList): Promise<Uint8Array> {
  const { title, language } = list;
  const metadata = { title, subject: title, language };
  const { value } = await writePdf(list, { ...resourcesOf(world), metadata });
  return value;
}

/** The pages of a display list as SVG. */
export function plainSvg(world: World, list: DisplayList): readonly string[] {
  return list.pages.map((page) => writeSvg(page, resourcesOf(world)));
}

function resourcesOf(world: World) {
  const fonts = fontsOf(world);
  return { face: (name: string) => fonts.face(name), picture: (path: string) => world.read(path) };
}

// Fonts are opened once for a world, however many articles it sets.
const fontBooks = new WeakMap<World, FontBook>();

function fontsOf(world: World): FontBook {
  let fonts = fontBooks.get(world);
  if (fonts === undefined) {
    fonts = openFontBook((file) => world.font(file));
    fontBooks.set(world, fonts);
  }
  return fonts;
}

function loadTemplate(world: World, name: string, fonts: FontBook): Outcome<Template | undefined> {
  const source = sourceAt(world, world.template(name), name);
  if (source === undefined) return unknown(UNKNOWN_TEMPLATE, "template", name, world.templates);
  return readTemplate(
    source,
    fonts.names,
    parentsIn(world, world.templates, (one) => world.template(one)),
  );
}

type Bundled = { readonly path: string; readonly bytes: Uint8Array } | undefined;

/** Data that are bundled, or else the file at a path. */
function sourceAt(world: World, bundled: Bundled, path: string): Source | undefined {
  const found = bundled ?? { path, bytes: world.read(path) };
  return found.bytes && { name: found.path, text: new TextDecoder().decode(found.bytes) };
}

/** Data extend bundled ones by their name, or a file by its path as seen from their own. */
function parentsIn(world: World, names: readonly string[], bundled: (name: string) => Bundled): Parents {
  return { names, find: (name, from) => sourceAt(world, bundled(name), world.resolve(from, name)) };
}

function unknown(finding: Finding, noun: string, name: string, names: readonly string[]): Outcome<undefined> {
  const near = nearestWord(name, names);
  const bundled = `bundled are: ${names.join(", ")}; or give the path of a ${noun} file`;
  const hint = near ? `did you mean “${near}”? ${bundled}` : bundled;
  return { value: undefined, diagnostics: [report(finding, `there is no ${noun} “${name}”`, undefined, hint)] };
}

function loadArticle(world: World, path: string, { house }: Template): Outcome<Article | undefined> {
  const bytes = world.read(path);
  if (bytes !== undefined) return readArticle(path, bytes, house);
  const place = sourcePlace({ name: path, text: "" }, 0);
  return { value: undefined, diagnostics: [report(UNREADABLE_FILE, `${path} cannot be read`, place)] };
}

/** The desk's wish in rows and slots of the template. */
function spaceFor(template: Template, { space = {} }: Job): Outcome<SpaceOrder | undefined> {
  const { slot: name, height, rows, columns, onePage } = space;
  const slot = template.slots.find((one) => one.name === name);
  const names = template.slots.map((one) => one.name);
  if (name !== undefined && slot === undefined) {
    const near = nearestWord(name, names);
    const known = names.length > 0 ? `it has: ${names.join(", ")}` : "it has none; give rows, or a height";
    const hint = near ? `did you mean “${near}”?` : known;
    const message = `the template ${template.name} has no slot “${name}”`;
    return { value: undefined, diagnostics: [report(UNKNOWN_SLOT, message, undefined, hint)] };
  }
  const widest = Math.max(...template.composition.columns);
  if (columns !== undefined && !template.composition.columns.includes(columns)) {
    const message = `the template ${template.name} has no articles of ${columns} columns`;
    const hint = `give 1 to ${widest}`;
    return { value: undefined, diagnostics: [report(UNKNOWN_WIDTH, message, undefined, hint)] };
  }
  const given = rows ?? (height === undefined ? undefined : Math.floor(height / template.grid.leading + 1e-6));
  const value = {
    ...(slot && { slot }),
    ...(given !== undefined && { rows: given }),
    ...(columns !== undefined && { columns }),
    ...(onePage === true && { onePage }),
  };
  return { value, diagnostics: [] };
}

function probe(world: World, path: string, article: Article | undefined, index: number): Outcome<Probe | undefined> {
  const file = article?.pictures[index]?.file;
  if (file === undefined) return { value: undefined, diagnostics: [] };
  const bytes = world.read(world.resolve(path, file.path));
  const place = placeOf(file.at);
  if (bytes === undefined)
    return { value: undefined, diagnostics: [report(MISSING, `${file.path} is not there`, place)] };
  return examinePicture(bytes, file.path, place);
}

/** What newspapers ask of pictures. */
const NEWSPAPER = { refuse: 100, least: 200, lineArt: 600 };

function resolutions(article: Article, pages: readonly Page[], probes: readonly (Probe | undefined)[]): Diagnostic[] {
  const frames = pages.flatMap((page) => page.frames).filter((frame) => frame.kind === "picture");
  return frames.flatMap(({ picture, image, rect }) => {
    const [file, pixels] = [article.pictures[picture]?.file, probes[picture]];
    if (image === undefined || file === undefined || pixels === undefined) return [];
    const [name, place] = [file.path, placeOf(file.at)];
    return checkResolution({ name, place, probe: pixels, whole: image.rect.width, size: rect }, NEWSPAPER);
  });
}

import type { Article } from "../article/index.ts";
import { placeOf, report, type Diagnostic, type Outcome, type Place } from "../base/index.ts";
import { checkInk, type Condition } from "../condition/index.ts";
import { languageOf } from "../language/index.ts";
import { bleedPage, locate, makeUpPages, tally, type Ink, type Page } from "../page/index.ts";
import { checkResolution, examinePicture, MISSING, UNREADABLE, type Probe } from "../picture/index.ts";
import { DEFAULT_CONDITION, type Job, type MadeUp } from "./job.ts";
import { openArticle, openPress, openTemplate } from "./open.ts";
import { spaceFor } from "./space.ts";
import { fontsOf, type Unread, type World } from "./world.ts";

/**
 * The whole way from the copy to pages: read the template and the print condition, read the article in its house style, look
 * at its pictures, make it up, count. The value is undefined when template, condition or copy cannot be used at all.
 */
export function makeUp(world: World, job: Job): Outcome<MadeUp | undefined> {
  const template = openTemplate(world, job.template);
  if (template.value === undefined) return { value: undefined, diagnostics: template.diagnostics };

  const press = openPress(world, job.condition ?? DEFAULT_CONDITION, job.icc);
  if (press.value === undefined)
    return { value: undefined, diagnostics: [...template.diagnostics, ...press.diagnostics] };

  const space = spaceFor(template.value, job);
  if (space.value === undefined)
    return { value: undefined, diagnostics: [...template.diagnostics, ...space.diagnostics] };

  const article = openArticle(world, job.article, template.value);
  if (article.value === undefined) return { value: undefined, diagnostics: article.diagnostics };

  const fonts = fontsOf(world);
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

  const { slugs, fit, compositions } = made.value;
  const { condition } = press.value;
  const bleed = Math.max(template.value.page.bleed, condition.bleed);
  const pages = made.value.pages.map((page) => bleedPage(page, bleed));
  const diagnostics = [
    ...template.diagnostics,
    ...article.diagnostics,
    ...probes.flatMap((outcome) => outcome.diagnostics),
    ...made.diagnostics,
    ...inksOf(pages).flatMap((ink) => checkInk(ink, condition)),
    ...resolutions(
      article.value,
      pages,
      probes.map(({ value }) => value),
      condition,
    ),
  ];
  const value = {
    article: article.value,
    template: template.value,
    press: press.value,
    slugs,
    pages,
    tally: tally(pages),
    fit,
    compositions,
    job,
    fonts,
  };
  return { value, diagnostics: locate(article.value, pages, diagnostics) };
}

function probe(world: World, path: string, article: Article | undefined, index: number): Outcome<Probe | undefined> {
  const file = article?.pictures[index]?.file;
  if (file === undefined) return { value: undefined, diagnostics: [] };
  const whole = world.resolve(path, file.path);
  const bytes = world.read(whole);
  const place = placeOf(file.at);
  if (bytes === undefined)
    return { value: undefined, diagnostics: [withoutBytes(file.path, world.whyUnread(whole), place)] };
  return examinePicture(bytes, file.path, place);
}

/** Where a picture is looked for the article knows; for all else that may be wrong the file system gives the advice. */
function withoutBytes(name: string, { reason, hint, isMissing }: Unread, place: Place): Diagnostic {
  return isMissing ? report(MISSING, `${name} ${reason}`, place) : report(UNREADABLE, `${name} ${reason}`, place, hint);
}

/** Every ink that is used on pages, once. */
function inksOf(pages: readonly Page[]): readonly Ink[] {
  const frames = pages.flatMap((page) => page.frames);
  const inks = new Set(frames.flatMap((frame) => (frame.kind === "picture" ? [] : [frame.ink])));
  return [...new Map(Array.from(inks, (ink) => [JSON.stringify(ink), ink])).values()];
}

function resolutions(
  article: Article,
  pages: readonly Page[],
  probes: readonly (Probe | undefined)[],
  { pictures }: Condition,
): Diagnostic[] {
  const frames = pages.flatMap((page) => page.frames).filter((frame) => frame.kind === "picture");
  return frames.flatMap(({ picture, image, rect }) => {
    const [file, probe] = [article.pictures[picture]?.file, probes[picture]];
    if (image === undefined || file === undefined || probe === undefined) return [];
    const placed = { name: file.path, place: placeOf(file.at), probe, whole: image.rect.width, size: rect };
    return checkResolution(placed, pictures);
  });
}

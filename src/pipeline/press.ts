import { placeOf, report, type Diagnostic, type Outcome, type Rect } from "../base/index.ts";
import type { Sheet } from "../condition/index.ts";
import { languageOf } from "../language/index.ts";
import type { Ink, Page, PictureFrame } from "../page/index.ts";
import { preparePicture, type PreparedPicture } from "../picture/index.ts";
import { displayList, dressSheet, type DisplayList, type DisplayPage } from "../render/display/index.ts";
import { writePdf } from "../render/pdf/index.ts";
import { NO_DATE } from "./findings.ts";
import type { MadeUp } from "./job.ts";
import type { World } from "./world.ts";

/** What the backends draw. */
export function display({ article, pages }: MadeUp): DisplayList {
  return displayList(pages, { title: article.headline.text, language: article.language, article });
}

/** How a press file is to be made, beside what the print condition says. */
export interface PressOrder {
  /** ISO 8601 date for metadata and slug line; the article's own when left out. */
  readonly date?: string;
  /** Counts the files that the shop gets of a page; 1 when left out. */
  readonly version?: number;
  /** What is printed around the page in the place of what the condition asks. */
  readonly sheet?: Sheet;
  /** Only this page, counted from 0; all of them when left out. */
  readonly page?: number;
  /** The file's name, which the slug line shows. */
  readonly file?: string;
}

/** The press pages as PDF bytes: pictures prepared for the press, pages on their sheets, PDF/X-4 with PDF/A-2a and PDF/UA-1. */
export async function press(world: World, madeUp: MadeUp, order: PressOrder = {}): Promise<Outcome<Uint8Array>> {
  const { article, fonts } = madeUp;
  const { condition, profile } = madeUp.press;
  const chosen = order.page === undefined ? madeUp.pages : madeUp.pages.slice(order.page, order.page + 1);
  const prepared = await preparePictures(world, madeUp, chosen);
  const pages = chosen.map((page) => withoutPictures(page, (frame) => !prepared.value.has(keyOf(frame))));
  const list = display({ ...madeUp, pages });
  const date = order.date ?? article.date;
  const value = await writePdf(
    { ...list, pages: list.pages.map((page, index) => onSheet(page, (order.page ?? 0) + index, madeUp, order)) },
    {
      face: (name) => fonts.face(name),
      picture: ({ path, rect, window }) => prepared.value.get(keyOf({ rect: window, image: { path, rect } })),
      intent: condition.outputIntent,
      profile: profile.bytes,
      metadata: {
        title: article.headline.text,
        subject: article.section.text,
        language: article.language,
        date: date ?? UNDATED,
        ...(article.byline && { author: article.byline.text }),
        ...(article.rights !== undefined && { rights: article.rights }),
      },
    },
  );
  const undated = date === undefined ? [report(NO_DATE, "nobody says of what date the page is")] : [];
  return { value, diagnostics: [...undated, ...prepared.diagnostics] };
}

/** The date of files that have none: the beginning of the count of time, which nobody takes for a real one. */
export const UNDATED = "1970-01-01";

/** A page on its sheet, with its line for those who handle it. */
function onSheet(page: DisplayPage, index: number, madeUp: MadeUp, order: PressOrder): DisplayPage {
  const { article, template, pages, fonts } = madeUp;
  const { condition } = madeUp.press;
  const date = order.date ?? article.date;
  const facts = [
    order.file ?? article.id,
    `Seite ${pages[index]?.folio ?? index + 1} (${index + 1} von ${pages.length})`,
    ...(date === undefined ? [] : [languageOf(article.language).longDate(date)]),
    `Version ${order.version ?? 1}`,
    `${condition.name} (${condition.outputIntent.identifier})`,
  ];
  const setter = { fonts, language: languageOf(article.language) };
  const style = { ...template.styles.credit, ink: BLACK };
  return dressSheet(page, order.sheet ?? condition.sheet, { text: facts.join(" · "), style, setter });
}

const BLACK: Ink = { c: 0, m: 0, y: 0, k: 1 };

type Window = Pick<PictureFrame, "rect" | "image">;

/** What makes two pictures on pages the same image: file, crop and size. */
function keyOf({ rect, image }: Window): string {
  return JSON.stringify([image?.path, image?.rect, rect]);
}

/** The pictures of pages as the press prints them, by window; those that cannot be prepared are left out and reported. */
async function preparePictures(
  world: World,
  { article, path, press: { condition, profile } }: MadeUp,
  pages: readonly Page[],
): Promise<Outcome<ReadonlyMap<string, PreparedPicture>>> {
  const value = new Map<string, PreparedPicture>();
  const diagnostics: Diagnostic[] = [];
  const frames = pages.flatMap((page) => page.frames).filter((frame) => frame.kind === "picture");
  for (const frame of frames) {
    const bytes = frame.image && world.read(world.resolve(path, frame.image.path));
    if (frame.image === undefined || bytes === undefined || value.has(keyOf(frame))) continue;
    const file = article.pictures[frame.picture]?.file;
    const { value: prepared, diagnostics: found } = await preparePicture(bytes, {
      name: frame.image.path,
      ...(file && { place: placeOf(file.at) }),
      crop: partOf(frame.rect, frame.image.rect),
      size: frame.rect,
      condition,
      profile,
      profilePath: profile.path,
    });
    diagnostics.push(...found);
    if (prepared !== undefined) value.set(keyOf(frame), prepared);
  }
  return { value, diagnostics };
}

/** Where a window lies in the image behind it, in fractions of the image. */
function partOf(window: Rect, image: Rect): Rect {
  return {
    x: (window.x - image.x) / image.width,
    y: (window.y - image.y) / image.height,
    width: window.width / image.width,
    height: window.height / image.height,
  };
}

/** Pages with placeholders where pictures cannot be printed. */
function withoutPictures(page: Page, isLost: (frame: PictureFrame) => boolean): Page {
  const frames = page.frames.map((frame) => {
    if (frame.kind !== "picture" || !isLost(frame)) return frame;
    const { kind, picture, rect, alternative } = frame;
    return { kind, picture, rect, alternative };
  });
  return { ...page, frames };
}

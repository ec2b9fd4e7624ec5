import type { Outcome } from "../base/index.ts";
import type { Sheet } from "../condition/index.ts";
import { languageOf } from "../language/index.ts";
import { locate, type Ink } from "../page/index.ts";
import { displayList, dressSheet, type DisplayList, type DisplayPage } from "../render/display/index.ts";
import { preparePicture } from "../picture/index.ts";
import { PRESS, PRESS_INKS, writePdf, type PdfPictures, type PdfSetup } from "../render/pdf/index.ts";
import type { MadeUp } from "./job.ts";
import { metadataOf } from "./metadata.ts";
import { illustrate } from "./pictures.ts";
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
  const { article, pages } = madeUp;
  const { value: sheets, diagnostics } = await pressSheets(world, madeUp, order);
  const { value: metadata, diagnostics: undated } = metadataOf(article, order.date);
  const value = writePdf(sheets.list, { ...pressSetup(madeUp), picture: sheets.picture, metadata });
  return { value, diagnostics: locate(article, pages, [...undated, ...diagnostics]) };
}

/** What is drawn, and its pictures as they are printed. */
export interface Sheets extends PdfPictures {
  readonly list: DisplayList;
}

/** The pages on their sheets, ready to be written. */
export async function pressSheets(world: World, madeUp: MadeUp, order: PressOrder): Promise<Outcome<Sheets>> {
  const chosen = order.page === undefined ? madeUp.pages : madeUp.pages.slice(order.page, order.page + 1);
  const { value: illustrated, diagnostics } = await illustrate(world, madeUp, chosen, preparePicture);
  const list = display({ ...madeUp, pages: illustrated.pages });
  const pages = list.pages.map((page, index) => onSheet(page, (order.page ?? 0) + index, madeUp, order));
  return { value: { list: { ...list, pages }, picture: illustrated.picture }, diagnostics };
}

/** What press files are written with. */
export function pressSetup({ fonts, press: { condition, profile } }: MadeUp): PdfSetup {
  return {
    face: (name) => fonts.face(name),
    inks: PRESS_INKS,
    intent: condition.outputIntent,
    profile,
    standards: PRESS,
  };
}

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

import type { Outcome } from "../base/index.ts";
import { SRGB_INTENT, srgbProfile } from "../condition/index.ts";
import { locate } from "../page/index.ts";
import { pressColours, screenPicture } from "../picture/index.ts";
import { SCREEN, screenInks, writePdf, type PdfSetup } from "../render/pdf/index.ts";
import { cutToTrim } from "./cut-to-trim.ts";
import type { MadeUp } from "./job.ts";
import { metadataOf } from "./metadata.ts";
import { mutePictures } from "./mute-pictures.ts";
import { illustrate } from "./pictures.ts";
import { display, type Sheets } from "./press.ts";
import type { World } from "./world.ts";

/** How a file for screens is to be made. */
export interface ScreenOrder {
  /** ISO 8601 date for metadata; the article's own when left out. */
  readonly date?: string;
}

/**
 * The pages of an article to be read on screens: PDF/A-2a and PDF/UA-1 in sRGB, cut to the trim, pictures as they came and no
 * finer than a screen shows them, with the same lines at the same places as for the press.
 */
export async function screen(world: World, madeUp: MadeUp, order: ScreenOrder = {}): Promise<Outcome<Uint8Array>> {
  const { article, pages } = madeUp;
  const { value: sheets, diagnostics } = await screenSheets(world, madeUp);
  const { value: metadata, diagnostics: undated } = metadataOf(article, order.date);
  const value = writePdf(sheets.list, { ...screenSetup(madeUp), picture: sheets.picture, metadata });
  return { value, diagnostics: locate(article, pages, [...undated, ...diagnostics, ...mutePictures(article)]) };
}

/** The pages as they are read on screens, ready to be written. */
export async function screenSheets(world: World, madeUp: MadeUp): Promise<Outcome<Sheets>> {
  const { value: illustrated, diagnostics } = await illustrate(world, madeUp, madeUp.pages, screenPicture);
  const list = display({ ...madeUp, pages: illustrated.pages });
  return {
    value: { list: { ...list, pages: list.pages.map(cutToTrim) }, picture: illustrated.picture },
    diagnostics,
  };
}

/** What files for screens are written with. */
export function screenSetup({ fonts, press }: MadeUp): PdfSetup {
  const colours = pressColours(press.profile.bytes);
  return {
    face: (name) => fonts.face(name),
    inks: screenInks((ink) => colours.of(ink)),
    intent: SRGB_INTENT,
    profile: { bytes: srgbProfile() },
    standards: SCREEN,
  };
}

import { placeOf, report, type Outcome } from "../base/index.ts";
import { ARCHIVE, writePdf, type PictureFacts } from "../render/pdf/index.ts";
import { locate } from "../page/index.ts";
import type { DisplayPage, PictureOperation } from "../render/display/index.ts";
import { enclosures } from "./enclose.ts";
import { NO_ALTERNATIVE } from "./findings.ts";
import type { MadeUp } from "./job.ts";
import { metadataOf } from "./metadata.ts";
import { illustrate } from "./pictures.ts";
import { display } from "./press.ts";
import type { World } from "./world.ts";

/** How an archive file is to be made. */
export interface ArchiveOrder {
  /** ISO 8601 date for metadata; the article's own when left out. */
  readonly date?: string;
}

/**
 * The pages of an article as PDF/A-3a and PDF/UA-1: cut to the trim, with the same lines at the same places as for the press,
 * and all that they were made from inside.
 */
export async function archive(world: World, madeUp: MadeUp, order: ArchiveOrder = {}): Promise<Outcome<Uint8Array>> {
  const { article, fonts } = madeUp;
  const { condition, profile } = madeUp.press;
  const { value: illustrated, diagnostics } = await illustrate(world, madeUp, madeUp.pages);
  const list = display({ ...madeUp, pages: illustrated.pages });
  const { value: metadata, diagnostics: undated } = metadataOf(article, order.date);
  const facts = new Map(
    article.pictures.map((picture): [string | undefined, PictureFacts] => {
      return [picture.file?.path, { caption: picture.caption.text, credit: picture.credit.text }];
    }),
  );
  const value = await writePdf(
    { ...list, pages: list.pages.map(cutToTrim) },
    {
      face: (name) => fonts.face(name),
      picture: illustrated.picture,
      describe: ({ path }: PictureOperation) => facts.get(path),
      intent: condition.outputIntent,
      profile: profile.bytes,
      standards: ARCHIVE,
      metadata,
      attachments: enclosures(world, madeUp, order.date),
    },
  );
  const mute = article.pictures.filter(({ file, alternative }) => file !== undefined && alternative === undefined);
  const unseen = mute.map(({ file }) =>
    report(NO_ALTERNATIVE, `nobody says what ${file?.path} shows`, file && placeOf(file.at)),
  );
  return { value, diagnostics: locate(article, madeUp.pages, [...undated, ...diagnostics, ...unseen]) };
}

/** What the press prints beyond the trim is nothing to read. */
function cutToTrim(page: DisplayPage): DisplayPage {
  return { ...page, bleed: page.trim, media: page.trim };
}

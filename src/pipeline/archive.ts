import type { Outcome } from "../base/index.ts";
import { locate } from "../page/index.ts";
import { preparePicture } from "../picture/index.ts";
import { ARCHIVE, writePdf, type PictureFacts } from "../render/pdf/index.ts";
import type { PictureOperation } from "../render/display/index.ts";
import { cutToTrim } from "./cut-to-trim.ts";
import { enclosures } from "./enclose.ts";
import type { MadeUp } from "./job.ts";
import { metadataOf } from "./metadata.ts";
import { mutePictures } from "./mute-pictures.ts";
import { illustrate } from "./pictures.ts";
import { display, pressSetup } from "./press.ts";
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
  const { article } = madeUp;
  const { value: illustrated, diagnostics } = await illustrate(world, madeUp, madeUp.pages, preparePicture);
  const list = display({ ...madeUp, pages: illustrated.pages });
  const { value: metadata, diagnostics: undated } = metadataOf(article, order.date);
  const facts = new Map(
    article.pictures.map((picture): [string | undefined, PictureFacts] => {
      return [picture.file?.path, { caption: picture.caption.text, credit: picture.credit.text }];
    }),
  );
  const value = writePdf(
    { ...list, pages: list.pages.map(cutToTrim) },
    {
      ...pressSetup(madeUp),
      standards: ARCHIVE,
      picture: illustrated.picture,
      describe: ({ path }: PictureOperation) => facts.get(path),
      metadata,
      attachments: enclosures(world, madeUp, order.date),
    },
  );
  return { value, diagnostics: locate(article, madeUp.pages, [...undated, ...diagnostics, ...mutePictures(article)]) };
}

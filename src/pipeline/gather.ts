import { report, type Diagnostic, type Outcome } from "../base/index.ts";
import { locate } from "../page/index.ts";
import { PdfFile, type Metadata } from "../render/pdf/index.ts";
import { NO_DATE } from "./findings.ts";
import type { MadeUp } from "./job.ts";
import { sharedMetadata, UNDATED } from "./metadata.ts";
import { mutePictures } from "./mute-pictures.ts";
import { pressSetup, pressSheets, type PressOrder } from "./press.ts";
import { screenSetup, screenSheets } from "./screen.ts";
import type { World } from "./world.ts";

/** What a file of several articles is for, and what it is called. */
export interface GatheringOrder extends Omit<PressOrder, "page"> {
  readonly purpose: "press" | "screen";
  readonly title: string;
}

/** A file that articles are gathered in, one after the other, each of which may be forgotten when it is in. */
export interface Gathering {
  /** Puts an article's pages behind those that are in, and gives what is to be said of them; all must be made up for one press. */
  add(madeUp: MadeUp): Promise<readonly Diagnostic[]>;
  /** The whole file; undefined when nothing was put in. Nothing can be added any more. */
  finish(): Outcome<Uint8Array | undefined>;
}

/**
 * Opens a file of several articles: an entry of the outline and an element of the structure for each, metadata with the order's
 * title and what all articles have in common, otherwise the same as a file of one. The same articles give the same bytes.
 */
export function gather(world: World, order: GatheringOrder): Gathering {
  const { setup, sheets } = MANNERS[order.purpose];
  let file: PdfFile | undefined;
  let metadata: Metadata | undefined;
  return {
    async add(madeUp) {
      const { article, pages } = madeUp;
      const { value: own, diagnostics } = await sheets(world, madeUp, order);
      file ??= new PdfFile(article.language, setup(madeUp), "document");
      metadata = sharedMetadata(metadata, article, order);
      file.add(own.list, own);
      return locate(article, pages, diagnostics);
    },
    finish() {
      if (file === undefined || metadata === undefined) return { value: undefined, diagnostics: [] };
      const isUndated = metadata.date === UNDATED;
      const diagnostics = isUndated ? [report(NO_DATE, "nobody says of what date the pages are")] : [];
      return { value: file.finish({ metadata }), diagnostics };
    },
  };
}

const MANNERS = {
  press: { setup: pressSetup, sheets: pressSheets },
  screen: {
    setup: screenSetup,
    sheets: async (world: World, madeUp: MadeUp) => {
      const { value, diagnostics } = await screenSheets(world, madeUp);
      return { value, diagnostics: [...diagnostics, ...mutePictures(madeUp.article)] };
    },
  },
};

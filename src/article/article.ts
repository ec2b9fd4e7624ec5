import type { Copy, Source } from "../base/index.ts";
import type { Change, LanguageTag } from "../language/index.ts";
import type { Embargo, Hold } from "./release.ts";

/**
 * A news article as every later room sees it: microtype applied, characters cleaned, each text knowing the
 * line and column it came from. Whatever form it arrived in, the same article is the same value here.
 */
export interface Article {
  /** File name without folder and ending; names the output. */
  readonly id: string;
  readonly source: Source;
  readonly language: LanguageTag;
  readonly section: Copy;
  readonly kicker?: Copy;
  readonly headline: Copy;
  readonly deck?: Copy;
  readonly lead?: Copy;
  readonly byline?: Copy;
  readonly dateline?: Copy;
  /** Where facts and figures come from (Quellen), printed at the article's end. */
  readonly sources?: Copy;
  readonly body: readonly Block[];
  /** Parts of the head that may be left out where space is short. */
  readonly optional?: readonly OptionalPart[];
  readonly pictures: readonly Picture[];
  /** ISO 8601 calendar date, `2025-02-09`. */
  readonly date?: string;
  /** Who supplied the copy, for instance an agency. Plain text, for metadata. */
  readonly agency?: string;
  readonly rights?: string;
  /** Terms of use. */
  readonly usage?: string;
  /** What the agency calls the item, and which version of it this is. */
  readonly identifier?: string;
  readonly version?: string;
  /** What it is about: words parted by commas. */
  readonly keywords?: string;
  /** Until when it must not be published. */
  readonly embargo?: Embargo;
  /** That its agency has taken it back. */
  readonly hold?: Hold;
  /** What microtype altered, in order of place. */
  readonly changes: readonly Change[];
}

/** The parts of the head that a desk may give up. */
export type OptionalPart = "kicker" | "deck";

export type Block = Paragraph | Crosshead | Quotation | List | Box | Table;

/** What the desk says of a block that may be left out where space is short. */
export interface MayBeLeftOut {
  readonly optional?: true;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Copy;
}

/** A small headline between paragraphs of the body (Zwischentitel). */
export interface Crosshead extends MayBeLeftOut {
  readonly kind: "crosshead";
  readonly text: Copy;
}

/** A quotation set off from the body, with who said it. */
export interface Quotation extends MayBeLeftOut {
  readonly kind: "quotation";
  readonly text: Copy;
  readonly attribution?: Copy;
}

export interface List extends MayBeLeftOut {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly items: readonly Copy[];
}

/** A text of its own inside the article (Kasten), set off by a tint or rules. */
export interface Box extends MayBeLeftOut {
  readonly kind: "box";
  readonly title?: Copy;
  readonly blocks: readonly BoxBlock[];
}

/** What a box may hold. */
export type BoxBlock = Paragraph | List | Table;

/** Facts in rows and columns. In an article every row and the header have the same number of cells; a cell may be empty. */
export interface Table extends MayBeLeftOut {
  readonly kind: "table";
  readonly title?: Copy;
  readonly header?: readonly Copy[];
  readonly rows: readonly (readonly Copy[])[];
}

/** A picture and what belongs to it. Without `file` its place is kept free: the picture is still to come. */
export interface Picture {
  readonly file?: PictureFile;
  readonly caption: Copy;
  readonly credit: Copy;
  /** What the picture shows, for those who cannot see it. */
  readonly alternative?: string;
  /** What must stay in view when the picture is cropped, as fractions of width and height from the top left. */
  readonly focalPoint?: { readonly x: number; readonly y: number };
}

/** The path as the article gives it, relative to the article; `at` is its text in the source. */
export interface PictureFile {
  readonly path: string;
  readonly at: Copy;
}

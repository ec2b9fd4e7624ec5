import type { Copy, Diagnostic, Source } from "../base/index.ts";
import type { Block, OptionalPart } from "./article.ts";

/** The forms in which an article may arrive. */
export type Form = "text" | "markdown" | "json";

/** The single texts of an article, in the order in which a desk reads them. */
export const FIELD_NAMES = [
  "section",
  "kicker",
  "headline",
  "deck",
  "lead",
  "byline",
  "dateline",
  "sources",
  "date",
  "language",
  "agency",
  "rights",
  "usage",
  "identifier",
  "version",
  "keywords",
  "embargo",
  "status",
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/**
 * What every reader makes of its form: the article's parts as they were written, before any cleaning and
 * without a look at what is missing. All that follows is the same for every form.
 */
export interface Manuscript {
  readonly source: Source;
  readonly form: Form;
  readonly fields: { readonly [name in FieldName]?: Copy };
  /** Parts of the head that may be left out. */
  readonly optional: readonly OptionalPart[];
  /** Tables stand as they were written: their rows may be of different lengths. */
  readonly body: readonly Block[];
  readonly pictures: readonly ManuscriptPicture[];
}

/** A picture as it was written; `at` is the offset where it begins. */
export interface ManuscriptPicture {
  readonly at: number;
  readonly file?: Copy;
  readonly caption?: Copy;
  readonly credit?: Copy;
  readonly alternative?: Copy;
  readonly focalPoint?: { readonly x: number; readonly y: number };
}

/** A manuscript with what its reader found; undefined when the form is broken. */
export interface Reading {
  readonly manuscript: Manuscript | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

import type { Article } from "../article/index.ts";
import type { Pt } from "../base/index.ts";
import type { FontBook } from "../galley/index.ts";
import type { ComposedPage, FitReport, Page, Slug, Tally } from "../page/index.ts";
import type { Template } from "../template/index.ts";
import type { Press } from "./open.ts";

/** What is to be set, and how. */
export interface Job {
  /** Path of the article. */
  readonly article: string;
  /** Name of a bundled template, or path of a template file. */
  readonly template: string;
  /** Name of a bundled print condition, or path of a condition file; the one of Austrian newspapers when left out. */
  readonly condition?: string;
  /** Path of an ICC profile to use in the place of the condition's own. */
  readonly icc?: string;
  /** The page number printed on the first page, where known. */
  readonly folio?: number;
  /** The space that the article is to fill; without it the article takes what it needs. */
  readonly space?: SpaceWish;
  /** Whether the compositions that were not chosen are wanted, too. */
  readonly compare?: boolean;
}

/** The print condition of those who name none. */
export const DEFAULT_CONDITION = "austria-newsprint";

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
  /** The press that the pages are for. */
  readonly press: Press;
  /** The set body, before it was made up. */
  readonly slugs: readonly Slug[];
  readonly pages: readonly Page[];
  readonly tally: Tally;
  /** How the copy came to fit, and whether it does. */
  readonly fit: FitReport;
  readonly compositions: readonly ComposedPage[];
  /** As it was ordered; the article's files are looked for beside it. */
  readonly job: Job;
  readonly fonts: FontBook;
}

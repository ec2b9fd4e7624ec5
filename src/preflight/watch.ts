import type { Box, Mark, Use } from "./content/index.ts";
import type { Document } from "./document.ts";
import type { Ground } from "./ground.ts";
import type { PageFacts } from "./page-facts.ts";
import type { Rule } from "./rule.ts";

/** Looks at what a page paints, mark for mark, as it is painted. */
export interface Watch {
  readonly mark?: (mark: Mark) => void;
  readonly use?: (use: Use) => void;
  /** Behind the last mark. */
  readonly end?: () => void;
}

/** A page under watch. */
export interface PageView {
  readonly document: Document;
  readonly page: PageFacts;
  /** What the page had painted before the mark. */
  readonly ground: Ground;
  readonly tell: (rule: Rule, found: string, spot?: { readonly about?: string; readonly box?: Box }) => void;
}

/** Begins to watch a page. */
export type WatchPage = (view: PageView) => Watch;

import type { Article } from "../article/index.ts";
import { placeOf, report, type Diagnostic, type Outcome } from "../base/index.ts";
import type { Typesetter } from "../galley/index.ts";
import type { Template } from "../template/index.ts";
import { castBody } from "./cast.ts";
import { emptyRowsOf } from "./columns.ts";
import { composePages, type ComposedPage } from "./compose-pages.ts";
import type { Composition } from "./composition.ts";
import { NO_ROOM, ORPHAN, OVERSET, UNEVEN_COLUMNS, WIDOW } from "./findings.ts";
import { fitOf, type FitReport } from "./fit.ts";
import { furnish } from "./furnish.ts";
import { lostSentence } from "./lost-sentence.ts";
import { materialOf } from "./material.ts";
import type { Page } from "./page.ts";
import type { PixelSize } from "./picture-block.ts";
import { slugsOf, type Piece } from "./piece.ts";
import { BREAK_COST, type Slug } from "./slug.ts";
import { spaceOf, type SpaceOrder } from "./space.ts";

/** What the desk hands in beside article and template. */
export interface MakeupOrder {
  readonly article: Article;
  readonly template: Template;
  readonly setter: Typesetter;
  /** Sizes of the article's pictures, in its order; undefined where there is no file, or none that can be read. */
  readonly pixels: readonly (PixelSize | undefined)[];
  /** The page number of the first page, where known. */
  readonly folio?: number;
  /** The space that the article must fill; without it the article takes what it needs. */
  readonly space?: SpaceOrder;
  /** Whether the rejected compositions are wanted, for an explanation. */
  readonly compare?: boolean;
}

/** The made-up pages, the cast body as it stands on them, and how it came to fit. */
export interface Makeup {
  readonly slugs: readonly Slug[];
  readonly pages: readonly Page[];
  readonly compositions: readonly ComposedPage[];
  readonly fit: FitReport;
}

/** Makes up an article: cast the body, compose page after page until copy and pictures are used up, furnish each. */
export function makeUpPages(order: MakeupOrder): Outcome<Makeup> {
  const material = materialOf(order);
  const cast = castBody(order.article, order.template, order.setter);
  const space = spaceOf(order.template, order.space);
  const composed = composePages(material, cast.value, { ...order, space });
  const pages = composed.pages.map((page, index) =>
    furnish(material, page, { last: index === composed.pages.length - 1, overset: linesOf(composed.rest) }),
  );
  const { value: fit, diagnostics: unfit } = fitOf(material, space, composed);
  const compositions = composed.pages.map(({ composition }) => composition);
  const diagnostics = [
    ...cast.diagnostics,
    ...(space.exact ? unfit : oversetOf(order.article, composed.rest)),
    ...(compositions.length === 0
      ? [report(NO_ROOM, "no heading and column of text finds room in the space given")]
      : []),
    ...compositions.flatMap((composition) => [...composition.diagnostics, ...badBreaks(composition)]),
    ...(space.exact ? [] : unevenness(compositions.at(-1), compositions.length)),
    ...pages.flatMap((page) => page.diagnostics),
  ];
  const placed = compositions.flatMap(({ filling }) => filling.segments.flat());
  const slugs = [...placed, ...slugsOf(composed.rest)];
  return { value: { slugs, pages: pages.map(({ value }) => value), compositions: composed.pages, fit }, diagnostics };
}

function linesOf(pieces: readonly Piece[]): number {
  return slugsOf(pieces).reduce((sum, { lines }) => sum + lines.length, 0);
}

function oversetOf(article: Article, rest: readonly Piece[]): Diagnostic[] {
  const slugs = slugsOf(rest);
  const copy = slugs[0]?.lines[0]?.line.copy;
  const lines = linesOf(rest);
  if (lines === 0 || copy === undefined) return [];
  const message = `${lines} lines have no place on any page, from “${lostSentence(article, slugs)}” on`;
  return [report(OVERSET, message, placeOf(copy))];
}

function badBreaks({ filling }: Composition): Diagnostic[] {
  return filling.segments.flatMap(([slug], index) => {
    const copy = slug?.lines.at(-1)?.line.copy;
    if (index === 0 || slug === undefined || copy === undefined || slug.breakBefore < BREAK_COST.orphan) return [];
    if (slug.breakBefore >= BREAK_COST.widow)
      return [report(WIDOW, `“${copy.text}” stands alone at a column's head`, placeOf(copy))];
    return [report(ORPHAN, "the line above stands alone at a column's foot", placeOf(copy))];
  });
}

function unevenness(last: Composition | undefined, page: number): Diagnostic[] {
  const rows = last ? emptyRowsOf(last.filling) : 0;
  if (rows === 0) return [];
  const message = `the columns leave ${rows} ${rows === 1 ? "row" : "rows"} empty at their feet`;
  return [{ ...report(UNEVEN_COLUMNS, message), onPage: { page } }];
}

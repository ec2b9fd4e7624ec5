import type { Article } from "../article/index.ts";
import { placeOf, report, type Diagnostic, type Outcome } from "../base/index.ts";
import type { Typesetter } from "../galley/index.ts";
import type { Template } from "../template/index.ts";
import { castBody, type CastBody } from "./cast.ts";
import { emptyRowsOf, SlugStream } from "./columns.ts";
import { composePage, refill, type Composition, type Material, type Share } from "./composition.ts";
import { waysToEvenOut } from "./even-out.ts";
import { ORPHAN, OVERSET, UNEVEN_COLUMNS, WIDOW } from "./findings.ts";
import { setHeader } from "./furniture.ts";
import { geometryOf } from "./page-grid.ts";
import type { Page } from "./page.ts";
import type { PixelSize } from "./picture-block.ts";
import { placeComposition } from "./place.ts";
import { BREAK_COST, type Slug } from "./slug.ts";

/** What the desk hands in beside article and template. */
export interface MakeupOrder {
  readonly article: Article;
  readonly template: Template;
  readonly setter: Typesetter;
  /** Sizes of the article's pictures, in its order; undefined where there is no file, or none that can be read. */
  readonly pixels: readonly (PixelSize | undefined)[];
  /** The page number of the first page, where known. */
  readonly folio?: number;
}

/** The made-up pages, and the cast body they were made of. */
export interface Makeup {
  readonly slugs: readonly Slug[];
  readonly pages: readonly Page[];
}

/** Makes up an article: cast the body, compose page after page until copy and pictures are used up, furnish each. */
export function makeUpPages(order: MakeupOrder): Outcome<Makeup> {
  const { material, cast, compositions, diagnostics: overset } = composeEvenly(order);
  const pages = compositions.map((composition, index) =>
    furnish(material, composition, index, {
      folio: folioOf(order, index, compositions.length),
      last: index === compositions.length - 1,
    }),
  );
  const diagnostics = [
    ...cast.diagnostics,
    ...overset,
    ...compositions.flatMap((composition) => [...composition.diagnostics, ...badBreaks(material, composition)]),
    ...unevenness(compositions.at(-1), compositions.length),
    ...pages.flatMap((page) => page.diagnostics),
  ];
  return { value: { slugs: cast.value.slugs, pages: pages.map(({ value }) => value) }, diagnostics };
}

/** A cast body and the pages composed of it. */
interface Attempt {
  readonly cast: Outcome<CastBody>;
  readonly material: Material;
  readonly compositions: readonly Composition[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Composes the pages; where the last one's columns end apart, paragraphs a line longer or shorter may even them out. */
function composeEvenly(order: MakeupOrder): Attempt {
  const cast = castBody(order.article, order.template, order.setter);
  const material: Material = { ...order, stream: new SlugStream(cast.value.slugs) };
  const plain: Attempt = { cast, material, ...composePages(material) };
  const last = plain.compositions.at(-1);
  const empty = last ? emptyRowsOf(last.filling) : 0;
  if (last === undefined || empty === 0) return plain;
  const { paragraphs, slugs } = cast.value;
  const movable = paragraphs.filter(
    ({ block }) => slugs.findIndex((slug) => slug.block === block) >= last.filling.start,
  );
  for (const changes of waysToEvenOut(movable, empty, last.columns)) {
    const recast = castBody(order.article, order.template, order.setter, { paragraphs, changes });
    const stream = new SlugStream(recast.value.slugs);
    const more = stream.slugs.length - slugs.length;
    const even = refill(last, stream, Math.round((more - empty) / last.columns));
    if (even === undefined) continue;
    const compositions = [...plain.compositions.slice(0, -1), even];
    return { ...plain, cast: { ...cast, value: recast.value }, material: { ...material, stream }, compositions };
  }
  return plain;
}

function composePages(material: Material): { compositions: Composition[]; diagnostics: Diagnostic[] } {
  const compositions: Composition[] = [];
  const diagnostics: Diagnostic[] = [];
  const all = material.article.pictures.map((_, index) => index);
  let share: Share = { start: 0, pictures: all, withHeading: true };
  for (;;) {
    const composition = composePage(material, share);
    compositions.push(composition);
    const placed = composition.pictures.map(({ picture }) => picture);
    const start = composition.filling.ends.at(-1) ?? share.start;
    const pictures = share.pictures.filter((picture) => !placed.includes(picture));
    if (start === material.stream.slugs.length && pictures.length === 0) break;
    // A page that takes nothing on would be followed by endless others like it.
    if (start === share.start && placed.length === 0) {
      diagnostics.push(oversetFinding(material, start));
      break;
    }
    share = { start, pictures, withHeading: false };
  }
  return { compositions, diagnostics };
}

function oversetFinding({ stream }: Material, start: number): Diagnostic {
  const copy = stream.slugs[start]?.lines[0]?.line.copy;
  const lines = stream.slugs.length - start;
  return report(OVERSET, `${lines} lines have no place on any page`, copy && placeOf(copy));
}

/** A single page has no number unless the desk gives one; a run of pages is numbered from 1. */
function folioOf({ folio }: MakeupOrder, index: number, pages: number): string | undefined {
  if (folio !== undefined) return String(folio + index);
  return pages > 1 ? String(index + 1) : undefined;
}

interface PagePosition {
  readonly folio: string | undefined;
  readonly last: boolean;
}

function furnish(material: Material, composition: Composition, index: number, at: PagePosition): Outcome<Page> {
  const { folio, last } = at;
  const { page, typeArea, grid } = material.template;
  const header = setHeader(material, folio);
  const { left } = geometryOf(material.template);
  const trim = { x: 0, y: 0, width: page.width, height: page.height };
  const { bleed } = page;
  const value: Page = {
    number: index + 1,
    ...(folio !== undefined && { folio }),
    trim,
    bleed: { x: -bleed, y: -bleed, width: page.width + 2 * bleed, height: page.height + 2 * bleed },
    typeArea,
    grid: {
      first: grid.first,
      leading: grid.leading,
      rows: grid.rows,
      columns: Array.from({ length: grid.columns }, (_, column) => left(column)),
      columnWidth: grid.columnWidth,
    },
    emptyRows: emptyRowsOf(composition.filling),
    overset: last ? material.stream.slugs.length - (composition.filling.ends.at(-1) ?? 0) : 0,
    frames: [...header.value, ...placeComposition(material, composition)],
  };
  return { value, diagnostics: index === 0 ? header.diagnostics : [] };
}

function badBreaks({ stream }: Material, { filling }: Composition): Diagnostic[] {
  return filling.ends.flatMap((end) => {
    const slug = stream.slugs[end];
    const copy = slug?.lines.at(-1)?.line.copy;
    if (slug === undefined || copy === undefined || slug.breakBefore < BREAK_COST.orphan) return [];
    if (slug.breakBefore >= BREAK_COST.widow)
      return [report(WIDOW, `“${copy.text}” stands alone at a column's head`, placeOf(copy))];
    return [report(ORPHAN, "the line above stands alone at a column's foot", placeOf(copy))];
  });
}

function unevenness(last: Composition | undefined, page: number): Diagnostic[] {
  const rows = last ? emptyRowsOf(last.filling) : 0;
  if (rows === 0) return [];
  const message = `page ${page}: the columns leave ${rows} ${rows === 1 ? "row" : "rows"} empty at their feet`;
  return [report(UNEVEN_COLUMNS, message, { kind: "page", page, slot: "body" })];
}

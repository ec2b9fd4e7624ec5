import type { Outcome, Rect } from "../base/index.ts";
import type { Template } from "../template/index.ts";
import { bleedPage } from "./bleed.ts";
import { emptyRowsOf } from "./columns.ts";
import type { ComposedPage } from "./compose-pages.ts";
import type { Composition } from "./composition.ts";
import { setHeader } from "./furniture.ts";
import type { Material } from "./material.ts";
import { geometryOf } from "./page-grid.ts";
import type { Page } from "./page.ts";
import { placeComposition } from "./place.ts";
import { shiftFrame } from "./shift.ts";

/** A composed page with everything at its final place, its header on it, left pages mirrored. */
export function furnish(
  { template: asRight, ...others }: Material,
  { composition, number, folio }: ComposedPage,
  { last, overset }: { readonly last: boolean; readonly overset: number },
): Outcome<Page> {
  const isLeft = asRight.page.facing && Number(folio ?? 1) % 2 === 0;
  const template = isLeft ? mirrored(asRight) : asRight;
  const material: Material = { ...others, template };
  const header = template.header.rows === 0 ? NO_HEADER : setHeader(material, folio, isLeft ? "left" : "right");
  const { left } = geometryOf(template);
  const { page, typeArea, grid } = template;
  const whole: Page = {
    number,
    ...(folio !== undefined && { folio }),
    trim: { x: 0, y: 0, width: page.width, height: page.height },
    bleed: { x: 0, y: 0, width: page.width, height: page.height },
    typeArea,
    grid: {
      first: grid.first,
      leading: grid.leading,
      rows: grid.rows,
      columns: Array.from({ length: grid.columns }, (_, column) => left(column)),
      columnWidth: grid.columnWidth,
    },
    emptyRows: emptyRowsOf(composition.filling),
    overset: last ? overset : 0,
    frames: [...header.value, ...placeComposition(material, composition)],
  };
  const value = page.trim === "article" ? trimmed(whole, material, composition) : whole;
  return { value: bleedPage(value, page.bleed), diagnostics: number === 1 ? header.diagnostics : [] };
}

const NO_HEADER = { value: [], diagnostics: [] };

/** On a left page the inner margin is at the right. */
function mirrored(template: Template): Template {
  const { page, typeArea } = template;
  return { ...template, typeArea: { ...typeArea, x: page.width - typeArea.x - typeArea.width } };
}

/** How far above the first capitals and below the last baseline an article is cut off, in rows: umlauts and descenders stay. */
const ABOVE = 0.35;
const BELOW = 0.35;

/** The page cut down to the article: its columns' width, from the heading's top to below the last row. */
function trimmed(page: Page, { template }: Material, { share, columns, headingRows, depth }: Composition): Page {
  const { space } = share;
  const { baseline, left, span } = geometryOf(template);
  const top = baseline(space.firstRow - 1 - ABOVE);
  const area: Rect = {
    x: left(space.firstColumn),
    y: top,
    width: span(columns),
    height: baseline(space.firstRow + headingRows + depth - 1 + BELOW) - top,
  };
  const { grid } = page;
  return {
    ...page,
    trim: { x: 0, y: 0, width: area.width, height: area.height },
    typeArea: { x: 0, y: 0, width: area.width, height: area.height },
    grid: {
      ...grid,
      first: grid.first - area.y,
      rows: space.firstRow + headingRows + depth,
      columns: grid.columns.slice(space.firstColumn, space.firstColumn + columns).map((x) => x - area.x),
    },
    frames: page.frames.map((frame) => shiftFrame(frame, -area.x, -area.y)),
  };
}

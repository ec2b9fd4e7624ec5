import { bottom, type Outcome, type Rect } from "../base/index.ts";
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

/** How far accents reach above the capitals in the faces at hand, in em. */
const ACCENT = 0.26;

/**
 * The page cut down to the article, with half a gutter of paper around it: what hangs out of its columns stays whole, and two
 * articles side by side are a gutter apart. Above large type it is more, for the accents of its capitals.
 */
function trimmed(
  page: Page,
  { template }: Material,
  { share, columns, heading, headingRows, depth }: Composition,
): Page {
  const { space } = share;
  const { baseline, left, span } = geometryOf(template);
  const paper = template.grid.gutter / 2;
  const [first] = heading?.texts[0]?.lines ?? [];
  const size = Math.max(0, ...(first?.line.runs.map((run) => run.size) ?? []));
  const rows = space.firstRow + headingRows + depth;
  const top = baseline(space.firstRow - 1);
  const foot = Math.max(baseline(rows - 1), ...page.frames.map(({ rect }) => bottom(rect)));
  const above = Math.max(paper, ACCENT * size);
  const area: Rect = { x: paper, y: above, width: span(columns), height: foot - top };
  const [x, y] = [area.x - left(space.firstColumn), area.y - top];
  const { grid } = page;
  return {
    ...page,
    trim: { x: 0, y: 0, width: area.width + 2 * paper, height: above + area.height + paper },
    typeArea: area,
    grid: {
      ...grid,
      first: grid.first + y,
      rows,
      columns: grid.columns.slice(space.firstColumn, space.firstColumn + columns).map((column) => column + x),
    },
    frames: page.frames.map((frame) => shiftFrame(frame, x, y)),
  };
}

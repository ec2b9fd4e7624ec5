import { type Pt, type Rect } from "../base/index.ts";
import type { Typesetter } from "../galley/index.ts";
import type { Ink, PictureSlot, Template } from "../template/index.ts";
import { geometryOf } from "./page-grid.ts";
import type { Frame, Page } from "./page.ts";
import { desk, gridBelow, millimetres, RULER, rulers } from "./rulers.ts";
import { Labeller } from "./sheet-label.ts";
import { slotMarks } from "./slot-marks.ts";

const LABEL: Ink = { c: 0, m: 0, y: 0, k: 0.75 };
const SLOT_NAME: Pt = 14;

/**
 * A template drawn as a page on a desk: trim and bleed, type area, columns, baseline grid with its rows counted, slots, what it
 * says in figures, and a line in each style.
 */
export function templateSheet(template: Template, setter: Typesetter): Page {
  const labeller = new Labeller(template, setter);
  const page = emptyPage(template);
  const { bleed } = page;
  const sheet: Rect = {
    x: bleed.x - RULER,
    y: bleed.y - RULER,
    width: bleed.width + 2 * RULER,
    height: bleed.height + 2 * RULER,
  };
  const frames = [
    ...desk(page, sheet),
    ...gridBelow(page),
    ...rulers(page, template, labeller),
    ...slotMarks(page, template, labeller, SLOT_NAME),
    ...legend(template, labeller),
  ];
  return { ...page, bleed: sheet, frames };
}

function emptyPage(template: Template): Page {
  const { page, typeArea, grid } = template;
  const { left } = geometryOf(template);
  const { bleed } = page;
  return {
    number: 1,
    trim: { x: 0, y: 0, width: page.width, height: page.height },
    bleed: { x: -bleed, y: -bleed, width: page.width + 2 * bleed, height: page.height + 2 * bleed },
    typeArea,
    grid: {
      first: grid.first,
      leading: grid.leading,
      rows: grid.rows,
      columns: Array.from({ length: grid.columns }, (_, column) => left(column)),
      columnWidth: grid.columnWidth,
    },
    emptyRows: 0,
    overset: 0,
    frames: [],
  };
}

/** What the template says in figures, and a line in each style. */
function legend(template: Template, labeller: Labeller): Frame[] {
  const { typeArea, grid, composition } = template;
  const facts = [
    `${template.name}: ${template.title}`,
    `${grid.columns} columns of ${millimetres(grid.columnWidth)} mm, ${millimetres(grid.gutter)} mm apart; ${grid.rows} rows of ${points(grid.leading)}`,
    `articles over ${composition.columns.join(", ")} columns; pictures ${composition.pictures.map(placeOf).join("; ")}`,
  ];
  const x = typeArea.x + 6;
  const width = typeArea.width - 12;
  let y = geometryOf(template).baseline(template.header.rows) + 34;
  const frames: Frame[] = facts.map((text, index) => {
    y += 13;
    return labeller.label({ text, x, y, size: 9, ink: LABEL, width, strong: index === 0 });
  });
  y += 8;
  for (const [role, style] of Object.entries(template.styles)) {
    y += Math.max(style.size, 9) * 1.15 + 4;
    if (y > typeArea.y + typeArea.height - 6) break;
    const text = `${role}: ${style.face} ${points(style.size)}/${points(style.leading)}`;
    frames.push(labeller.text(text, x, y, { ...style, align: "left", hyphenate: false }, width));
  }
  return frames;
}

function placeOf({ at, side, columns }: PictureSlot): string {
  return `${at} ${side} over ${columns.join(", ")}`;
}

function points(length: Pt): string {
  return `${Number(length.toFixed(2))} pt`;
}

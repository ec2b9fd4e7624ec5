import { articleJson } from "../article/index.ts";
import type { Pt, Rect } from "../base/index.ts";
import type { Line } from "../galley/index.ts";
import type { Frame, Ink, Page, Slug } from "../page/index.ts";
import { display, type MadeUp } from "../pipeline.ts";
import type { DisplayPage, Operation } from "../render/display/index.ts";
import { placedChanges } from "./report-changes.ts";
import { jsonBox, millimetres } from "./report.ts";

/** The article as its reader understood it, in its published form, and what microtype changed in it. */
export function articleDump({ article }: MadeUp): object {
  return { article: articleJson(article), changes: placedChanges(article) };
}

/** The set body, slug after slug. Blocks count from 1; type measures are points. */
export function galleyDump({ slugs }: MadeUp): object {
  return { slugs: slugs.map(slugJson) };
}

/** The made-up pages: places in millimetres, as in reports, type measures and baselines in points. */
export function pageDump({ pages }: MadeUp): object {
  return { pages: pages.map(pageJson) };
}

/** The operations of the display list, in points from the trimmed page's top left. */
export function displayDump(madeUp: MadeUp): object {
  const { title, language, pages } = display(madeUp);
  return { title, language, pages: pages.map(displayPageJson) };
}

function slugJson({ role, block, rows, spaceAbove, breakBefore, lines }: Slug): object {
  const where = block < 0 ? {} : { block: block + 1 };
  return { role, ...where, rows, spaceAbove, breakBefore, lines: lines.map(({ line }) => lineJson(line)) };
}

function lineJson({ copy, endsWith, width, measure, ratio, wordSpace }: Line): object {
  return {
    text: copy.text,
    endsWith,
    width: rounded(width),
    measure: rounded(measure),
    ratio: rounded(ratio),
    wordSpace: rounded(wordSpace),
  };
}

function pageJson({ number, folio, trim, typeArea, grid, frames }: Page): object {
  const { rows, first, leading, columns, columnWidth } = grid;
  return {
    number,
    ...(folio !== undefined && { folio }),
    width: millimetres(trim.width),
    height: millimetres(trim.height),
    typeArea: jsonBox(typeArea),
    grid: {
      rows,
      first: rounded(first),
      leading: rounded(leading),
      columns: columns.map(millimetres),
      columnWidth: millimetres(columnWidth),
    },
    frames: frames.map(frameJson),
  };
}

function frameJson(frame: Frame): object {
  const { kind } = frame;
  const box = jsonBox(frame.rect);
  if (kind === "tint") return { kind, box };
  if (kind === "rule") return { kind, role: frame.role, box };
  if (kind === "picture") return { kind, picture: frame.picture + 1, file: frame.image?.path ?? null, box };
  const { role, column, block, lines } = frame;
  return {
    kind,
    role,
    ...(column !== undefined && { column: column + 1 }),
    ...(block !== undefined && block >= 0 && { block: block + 1 }),
    box,
    lines: lines.map(({ row, baseline, line }) => ({
      ...(row !== undefined && { row: row + 1 }),
      baseline: rounded(baseline),
      ...lineJson(line),
    })),
  };
}

function displayPageJson({ trim, operations }: DisplayPage): object {
  return { width: rounded(trim.width), height: rounded(trim.height), operations: operations.map(operationJson) };
}

function operationJson(operation: Operation): object {
  const { kind } = operation;
  switch (kind) {
    case "glyphs": {
      const { face, size, scaling, tracking, baseline, upwards, ink, x, glyphs } = operation;
      return {
        kind,
        x: rounded(upwards ?? x + (glyphs[0]?.x ?? 0)),
        baseline: rounded(baseline),
        upwards: upwards !== undefined,
        face,
        size: rounded(size),
        scaling: rounded(scaling),
        tracking: rounded(tracking),
        ink: inkJson(ink),
        text: glyphs.map(({ text }) => text).join(""),
      };
    }
    case "fill":
      return { kind, rect: rectJson(operation.rect), ink: inkJson(operation.ink) };
    case "stroke": {
      const { from, to, width, ink } = operation;
      return { kind, from: pointJson(from), to: pointJson(to), width: rounded(width), ink: inkJson(ink) };
    }
    case "picture":
      return { kind, file: operation.path, rect: rectJson(operation.rect), window: rectJson(operation.window) };
  }
}

function inkJson({ c, m, y, k }: Ink): object {
  return { c, m, y, k };
}

function pointJson({ x, y }: { readonly x: Pt; readonly y: Pt }): object {
  return { x: rounded(x), y: rounded(y) };
}

function rectJson({ x, y, width, height }: Rect): object {
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

/** To a thousandth, as in the dump for people. */
function rounded(number: number): number {
  return Number(number.toFixed(3));
}

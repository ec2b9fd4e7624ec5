import type { Article } from "../article/index.ts";
import type { Diagnostic, PagePlace, Place, Rect } from "../base/index.ts";
import type { Page, PlacedLine, TextFrame } from "./page.ts";

/**
 * Findings with their places on the pages, where what they point at in the article stands on one: the line that their place in
 * the copy begins in, or the picture whose file it names. Lines that are set on every page are found on the first.
 */
export function locate(
  { source, pictures }: Article,
  pages: readonly Page[],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { place, onPage } = diagnostic;
    if (place === undefined || onPage !== undefined || place.source !== source) return diagnostic;
    const file = pictures.findIndex((picture) => picture.file !== undefined && covers(picture.file.at.origins, place));
    const found = file < 0 ? lineAt(pages, place) : pictureAt(pages, file);
    return found ? { ...diagnostic, onPage: found } : diagnostic;
  });
}

function pictureAt(pages: readonly Page[], picture: number): PagePlace | undefined {
  for (const { number, frames } of pages) {
    const frame = frames.find((one) => one.kind === "picture" && one.picture === picture);
    if (frame) return { page: number, rect: frame.rect };
  }
  return undefined;
}

function lineAt(pages: readonly Page[], place: Place): PagePlace | undefined {
  for (const { number, frames } of pages) {
    for (const frame of frames) {
      if (frame.kind !== "text") continue;
      const placed = frame.lines.find(
        ({ line: { copy } }) => copy.source === place.source && covers(copy.origins, place),
      );
      if (placed) return placeOfLine(number, frame, placed);
    }
  }
  return undefined;
}

/** The last origin is that of the place behind the copy. */
function covers(origins: readonly number[], { offset }: Place): boolean {
  const last = origins[origins.length - 2];
  return last !== undefined && (origins[0] ?? 0) <= offset && offset <= last;
}

function placeOfLine(page: number, frame: TextFrame, { x, baseline, row, line }: PlacedLine): PagePlace {
  const size = Math.max(0, ...line.runs.map((run) => run.size));
  return {
    page,
    ...(frame.column !== undefined && { column: frame.column + 1 }),
    ...(row !== undefined && { row: row + 1 }),
    rect: frame.upwards ? frame.rect : emBox(x + line.inset, baseline, line.width, size),
  };
}

/** What type takes of a line: three quarters of its size above the baseline, one below. */
function emBox(x: number, baseline: number, width: number, size: number): Rect {
  return { x, y: baseline - 0.75 * size, width, height: size };
}

import type { Rect } from "../../base/index.ts";
import type { Ink, Page, PictureFrame, PlacedLine, TextFrame } from "../../page/index.ts";
import type { DisplayList, DisplayPage, Operation } from "./display-list.ts";

/** Reduces made-up pages to operations, in the order of the frames. */
export function displayList(
  pages: readonly Page[],
  about: { readonly title: string; readonly language: string },
): DisplayList {
  return { ...about, pages: pages.map(displayPage) };
}

function displayPage({ trim, bleed, frames }: Page): DisplayPage {
  const operations = frames.flatMap((frame): Operation[] => {
    switch (frame.kind) {
      case "text":
        return displayText(frame);
      case "picture":
        return displayPicture(frame);
      case "rule":
      case "tint":
        return [{ kind: "fill", rect: frame.rect, ink: frame.ink }];
    }
  });
  return { trim, bleed, operations };
}

function displayText({ lines, ink }: TextFrame): Operation[] {
  return lines.flatMap((placed) => displayLine(placed, ink));
}

function displayLine({ x, baseline, line }: PlacedLine, ink: Ink): Operation[] {
  return line.runs.map(({ face, size, scaling, tracking, rise, glyphs }, index) => ({
    kind: "glyphs",
    face,
    size,
    scaling,
    tracking,
    baseline: baseline - rise,
    ink,
    glyphs: glyphs.map(({ glyph, x: offset, text }) => ({ glyph, x: x + offset, text })),
    ...(index === line.runs.length - 1 && { lineEnd: line.endsWith }),
  }));
}

/** Enough to be seen on a proof, and nothing that could be taken for a picture. */
const PLACEHOLDER_TINT: Ink = { c: 0, m: 0, y: 0, k: 0.08 };
const PLACEHOLDER_LINE: Ink = { c: 0, m: 0, y: 0, k: 0.4 };
const HAIRLINE = 0.3;

function displayPicture({ rect, image }: PictureFrame): Operation[] {
  if (image !== undefined) return [{ kind: "picture", path: image.path, rect: image.rect, window: rect }];
  return [{ kind: "fill", rect, ink: PLACEHOLDER_TINT }, ...cross(rect)];
}

/** A frame and the two diagonals, parted in the middle where the label stands. */
function cross({ x, y, width, height }: Rect): Operation[] {
  const at = (u: number, v: number) => ({ x: x + u * width, y: y + v * height });
  const segments = [
    [at(0, 0), at(1, 0)],
    [at(1, 0), at(1, 1)],
    [at(1, 1), at(0, 1)],
    [at(0, 1), at(0, 0)],
    [at(0, 0), at(0.38, 0.38)],
    [at(0.62, 0.62), at(1, 1)],
    [at(1, 0), at(0.62, 0.38)],
    [at(0.38, 0.62), at(0, 1)],
  ] as const;
  return segments.map(([from, to]) => ({ kind: "stroke", from, to, width: HAIRLINE, ink: PLACEHOLDER_LINE }));
}

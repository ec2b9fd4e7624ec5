import type { Rect } from "../../base/index.ts";
import type { Ink, Page, PictureFrame, PlacedLine, TextFrame } from "../../page/index.ts";
import type { DisplayList, DisplayPage, GlyphsOperation, Operation } from "./display-list.ts";
import { dividedWords, type DividedWords } from "./divided-words.ts";

/** Reduces made-up pages to operations, in the order of the frames. */
export function displayList(
  pages: readonly Page[],
  about: { readonly title: string; readonly language: string },
): DisplayList {
  return { ...about, pages: pages.map(displayPage) };
}

function displayPage({ trim, bleed, frames }: Page): DisplayPage {
  const divided = dividedWords(frames);
  const operations = frames.flatMap((frame): Operation[] => {
    switch (frame.kind) {
      case "text":
        return displayText(frame, divided);
      case "picture":
        return displayPicture(frame);
      case "rule":
      case "tint":
        return [{ kind: "fill", rect: frame.rect, ink: frame.ink }];
    }
  });
  return { trim, bleed, operations };
}

function displayText({ lines, ink, upwards }: TextFrame, divided: DividedWords): Operation[] {
  return lines.flatMap((placed) => {
    if (upwards !== true) return displayLine(placed, ink, divided);
    return displayLine({ ...placed, x: 0 }, ink, divided).map((operation) => ({ ...operation, upwards: placed.x }));
  });
}

function displayLine(placed: PlacedLine, ink: Ink, divided: DividedWords): GlyphsOperation[] {
  const { x, baseline, line } = placed;
  const last = line.runs.length - 1;
  const ending = lastInked(line);
  return line.runs.map(({ face, size, scaling, tracking, rise, glyphs }, index) => {
    const second = index === 0 ? divided.second.get(placed) : undefined;
    const first = index === last ? divided.first.get(placed) : undefined;
    const parts = [second, first].filter((part) => part !== undefined);
    return {
      kind: "glyphs",
      face,
      size,
      scaling,
      tracking,
      baseline: baseline - rise,
      ink,
      glyphs: glyphs.map(({ glyph, x: offset, text }) => ({ glyph, x: x + offset, text })),
      ...(index >= ending && { lineEnd: line.endsWith }),
      ...(parts.length > 0 && { parts }),
    };
  });
}

/** The run that the eye sees last: the closing space may be in another face and so in a run of its own. */
function lastInked({ runs }: PlacedLine["line"]): number {
  return runs.findLastIndex(({ glyphs }) => glyphs.some(({ text }) => text !== " "));
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

import type { Rect } from "../../base/index.ts";
import type { Ink } from "../../page/index.ts";
import type { DisplayList, DisplayPage, Operation } from "./display-list.ts";

/** A display list as text: an operation a line, lengths in points from the trimmed page's top left corner. */
export function dumpDisplay(list: DisplayList): string {
  const pages = list.pages.map((page, index) => [
    `page ${index + 1} ${size(page)}`,
    ...page.operations.map(dumpOperation),
  ]);
  return `${[`title ${list.title}`, `language ${list.language}`, ...pages.flat()].join("\n")}\n`;
}

function size({ trim }: DisplayPage): string {
  return `${trim.width.toFixed(3)} × ${trim.height.toFixed(3)} pt`;
}

function dumpOperation(operation: Operation): string {
  switch (operation.kind) {
    case "glyphs": {
      const { face, size: points, scaling, tracking, baseline, upwards, x, glyphs } = operation;
      const setting = `${face} ${points.toFixed(2)} Tz ${(scaling * 100).toFixed(2)} Tc ${tracking.toFixed(3)}`;
      const text = glyphs.map((glyph) => glyph.text).join("");
      const start = (upwards ?? x + (glyphs[0]?.x ?? 0)).toFixed(3);
      const direction = upwards === undefined ? "" : " upwards";
      return `glyphs ${start} ${baseline.toFixed(3)}${direction} ${setting} ${JSON.stringify(text)}`;
    }
    case "fill":
      return `fill ${dumpRect(operation.rect)} ${dumpInk(operation.ink)}`;
    case "stroke": {
      const { from, to, width, ink } = operation;
      const ends = [from.x, from.y, to.x, to.y].map((number) => number.toFixed(3)).join(" ");
      return `stroke ${ends} ${width.toFixed(2)} ${dumpInk(ink)}`;
    }
    case "picture":
      return `picture ${operation.path} ${dumpRect(operation.rect)} seen through ${dumpRect(operation.window)}`;
  }
}

function dumpRect({ x, y, width, height }: Rect): string {
  return `${x.toFixed(3)} ${y.toFixed(3)} ${width.toFixed(3)} × ${height.toFixed(3)}`;
}

function dumpInk({ c, m, y, k }: Ink): string {
  return `cmyk ${[c, m, y, k].map((share) => Math.round(share * 100)).join("/")}`;
}

import { bottom, type Pt, type Rect } from "../base/index.ts";
import type { Typesetter } from "../galley/index.ts";
import type { Ink, Template } from "../template/index.ts";
import { FIT_INKS, fitMarks, TIGHT, WIDE, WIDER } from "./fit-marks.ts";
import { FAMILIES, frameMarks } from "./frame-marks.ts";
import type { Frame, Page } from "./page.ts";
import type { Relief } from "./relief.ts";
import { desk, gridBelow, RULER, rulers } from "./rulers.ts";
import { Labeller } from "./sheet-label.ts";
import { slotMarks } from "./slot-marks.ts";

/** What is drawn over a page beside the page itself. */
export interface GridOrder {
  readonly template: Template;
  readonly setter: Typesetter;
  readonly reliefs: readonly Relief[];
  /** Lines below the page: which it is, and how it fits; the first is stronger. */
  readonly caption: readonly string[];
}

const BLACK: Ink = { c: 0, m: 0, y: 0, k: 0.85 };
const TEXT: Pt = 8;
const LINE: Pt = 11;
const KEY: Pt = 6.5;
/** Enough for the key below a single column. */
const LEAST_WIDTH: Pt = 360;

/**
 * A page on a desk, with all that it is built on: trim, bleed and type area, columns, baselines with their numbers, slots; the
 * boxes of its frames with what they are; lines set wide, rows left empty, blocks had longer or shorter. What explains lies
 * below what is printed or is as thin as a hair, so that the page can still be judged.
 */
export function gridSheet(page: Page, { template, setter, reliefs, caption }: GridOrder): Page {
  const labeller = new Labeller(template, setter);
  const { trim, bleed } = page;
  const foot = RULER / 2 + (caption.length + 1) * LINE;
  const width = Math.max(bleed.width + 2 * RULER, LEAST_WIDTH);
  const sheet: Rect = { x: bleed.x - RULER, y: bleed.y - RULER, width, height: bleed.height + RULER + foot };
  const lines = caption.map((text, index) => {
    const y = bottom(bleed) + RULER / 2 + (index + 0.5) * LINE;
    return labeller.label({ text, x: trim.x, y, size: TEXT, ink: BLACK, strong: index === 0 });
  });
  const frames = [
    ...desk(page, sheet),
    ...gridBelow(page),
    ...fitMarks(page),
    ...page.frames,
    ...slotMarks(page, template, labeller, 9),
    ...frameMarks(page, reliefs, labeller),
    ...rulers(page, template, labeller),
    ...lines,
    ...key(labeller, trim.x, bottom(bleed) + RULER / 2 + (caption.length + 0.5) * LINE),
  ];
  return { ...page, bleed: sheet, frames };
}

/** What the colours mean. */
function key(labeller: Labeller, x: Pt, y: Pt): Frame[] {
  const names: readonly (readonly [string, Ink])[] = Object.entries(FAMILIES);
  const frames: Frame[] = [];
  let at = x;
  for (const [text, ink] of names) {
    const chip = labeller.chip({ text, x: at, y, size: KEY, ink });
    frames.push(...chip.frames);
    at = chip.right + 3;
  }
  const fits = [
    [`word spaces over ${WIDE}×`, FIT_INKS.wide],
    [`over ${WIDER}×`, FIT_INKS.wider],
    [`under ${TIGHT}×`, FIT_INKS.tight],
    ["empty rows", FIT_INKS.empty],
  ] as const;
  for (const [text, ink] of fits) {
    const words = labeller.label({ text, x: at + 2, y, size: KEY, ink: BLACK });
    const rect = { x: at, y: y - KEY * 0.85, width: words.rect.width + 4, height: KEY * 1.15 };
    frames.push({ kind: "tint", rect, ink }, words);
    at += rect.width + 3;
  }
  return frames;
}

import { bottom, right, type Pt } from "../base/index.ts";
import type { Ink } from "../template/index.ts";
import type { Frame, Page, PictureFrame, TextFrame, TextRole } from "./page.ts";
import type { Relief } from "./relief.ts";
import { outline } from "./rulers.ts";
import type { Labeller } from "./sheet-label.ts";

/** Families of frames, and the ink that each is marked with. */
export const FAMILIES = {
  running: { c: 0, m: 0, y: 0, k: 0.55 },
  heading: { c: 0, m: 0.9, y: 0.15, k: 0 },
  body: { c: 0.9, m: 0.5, y: 0, k: 0 },
  quotation: { c: 0.6, m: 0.8, y: 0, k: 0 },
  picture: { c: 0.85, m: 0.1, y: 0.9, k: 0.1 },
} as const satisfies Readonly<Record<string, Ink>>;

const RUNNING: readonly TextRole[] = ["section", "date", "folio", "jump"];
const HEADING: readonly TextRole[] = ["kicker", "headline", "deck", "lead", "byline"];
const PICTURE: readonly TextRole[] = ["caption", "credit"];
const QUOTATION: readonly TextRole[] = ["quotation", "attribution"];

/** Paragraphs follow each other without a gap: they have a number in the margin instead of a name. */
const NUMBERED: readonly TextRole[] = ["body", "list", "boxBody", "table"];

const NAME: Pt = 5.5;
const WEIGHT: Pt = 0.35;

/** The boxes of a page's frames with what they are: names for most, numbers for the blocks of the body, and how they were fitted. */
export function frameMarks({ frames }: Page, reliefs: readonly Relief[], labeller: Labeller): Frame[] {
  return frames.flatMap((frame) => {
    if (frame.kind === "picture") return named(frame, pictureName(frame), FAMILIES.picture, labeller);
    if (frame.kind !== "text" || frame.role === "placeholder" || frame.lines.length === 0) return [];
    const ink = inkOf(frame.role);
    if (frame.block !== undefined && NUMBERED.includes(frame.role)) return numbered(frame, reliefs, ink, labeller);
    return named(frame, frame.role, ink, labeller);
  });
}

function inkOf(role: TextRole): Ink {
  if (RUNNING.includes(role)) return FAMILIES.running;
  if (HEADING.includes(role)) return FAMILIES.heading;
  if (PICTURE.includes(role)) return FAMILIES.picture;
  return QUOTATION.includes(role) ? FAMILIES.quotation : FAMILIES.body;
}

/** With the part of the picture that is seen: what lies outside the window is cropped. */
function pictureName({ picture, rect, image }: PictureFrame): string {
  const seen = image && (rect.width * rect.height) / (image.rect.width * image.rect.height);
  return `picture ${picture + 1}${seen === undefined ? "" : `, ${Math.round(100 * seen)} % seen`}`;
}

function named(frame: PictureFrame | TextFrame, text: string, ink: Ink, labeller: Labeller): Frame[] {
  const words = { text, y: 0, size: NAME, ink };
  const width = labeller.chip({ ...words, x: 0 }).right;
  const { frames } = labeller.chip({ ...words, ...nameAt(frame, width) });
  return [...outline(frame.rect, WEIGHT, ink), ...frames];
}

/** Names that would stand upon the line above stand below the box. */
const BELOW: readonly TextRole[] = ["credit", "attribution"];

/** Where a name stands that is so wide: beside a heading, else above the box's upper right corner, where text is least likely. */
function nameAt(frame: PictureFrame | TextFrame, width: Pt): { readonly x: Pt; readonly y: Pt } {
  const { rect } = frame;
  const x = right(rect) + WEIGHT / 2 - width;
  if (frame.kind === "text" && HEADING.includes(frame.role))
    return { x: right(rect) + WEIGHT, y: frame.lines[0]?.baseline ?? rect.y };
  if (frame.kind === "text" && BELOW.includes(frame.role)) return { x, y: bottom(rect) + NAME * 0.85 };
  return { x, y: rect.y - NAME * 0.3 };
}

/** A bracket in the gutter, the block's number, and what was done to it. */
function numbered({ rect, block = 0 }: TextFrame, reliefs: readonly Relief[], ink: Ink, labeller: Labeller): Frame[] {
  const x = rect.x - 1.5;
  const bar: Frame = {
    kind: "rule",
    role: "box",
    rect: { x: x - 0.3, y: rect.y + 1, width: 0.6, height: Math.max(1, rect.height - 2) },
    ink,
  };
  const number = labeller.label({
    text: `${block + 1}`,
    x: x - 1,
    y: rect.y + NAME * 1.4,
    size: NAME,
    ink,
    at: "right",
  });
  const done = reliefs.find((relief) => relief.kind === "lines" && relief.block === block);
  if (done?.kind !== "lines") return [bar, number];
  const text = done.more > 0 ? `+${done.more}` : `−${-done.more}`;
  const words = { text, y: rect.y + NAME * 2.6, size: NAME * 0.9, ink: FAMILIES.heading };
  const { frames } = labeller.chip({ ...words, x: x - 1 - labeller.chip({ ...words, x: 0 }).right });
  return [bar, number, ...frames];
}

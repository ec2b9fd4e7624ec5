import { bottom, copyFrom, mm, right, type Pt, type Rect } from "../../base/index.ts";
import type { Sheet } from "../../condition/index.ts";
import { setGalley, type Galley, type Typesetter } from "../../galley/index.ts";
import type { TextStyle } from "../../template/index.ts";
import type { DisplayPage, FillOperation, GlyphsOperation, Operation, StrokeOperation } from "./display-list.ts";

/** Ink on every plate, outside the trimmed page only: what it draws shows whether the plates lie upon each other. */
const ALL_PLATES = { c: 1, m: 1, y: 1, k: 1 };

/** Distances from the bleed outwards. */
const CLEAR = mm(1);
const MARK_LENGTH = mm(5);
const TARGET_MIDDLE = mm(3.5);
const TARGET_RADIUS = mm(1.4);
const TARGET_ARM = mm(2.4);
const PATCH = mm(5);
const SMALLEST_PATCH = mm(1.5);
const LINE_BASELINE = mm(8.6);
const LINE_LEADING = mm(2.6);
const ROOM = mm(8);
const MARK_WEIGHT: Pt = 0.25;

/** How the slug line is set: a style of the template's that the line may take its face and limits from. */
export interface SheetLine {
  readonly text: string;
  readonly style: TextStyle;
  readonly setter: Typesetter;
}

/**
 * A page on its sheet: crop marks, registration marks, a colour bar and the slug line around it, as a print condition asks,
 * and the room that they need. Without any of them the page stays as it is.
 */
export function dressSheet(page: DisplayPage, sheet: Sheet, line: SheetLine): DisplayPage {
  const { trim, bleed } = page;
  if (!Object.values(sheet).some((wanted) => wanted)) return page;
  const slug = sheet.slugLine ? setSlug(line, trim.width) : undefined;
  const foot = ROOM + (slug?.lines.length ?? 0) * LINE_LEADING;
  const media: Rect = {
    x: bleed.x - ROOM,
    y: bleed.y - ROOM,
    width: bleed.width + 2 * ROOM,
    height: bleed.height + ROOM + foot,
  };
  const marks: Operation[] = [
    ...(sheet.cropMarks ? cropMarks(trim, bleed) : []),
    ...(sheet.registrationMarks ? registrationMarks(bleed) : []),
    ...(sheet.colourBar ? colourBar(trim, bleed) : []),
    ...(slug ? slugLine(slug, trim, bleed) : []),
  ];
  return {
    ...page,
    media,
    operations: [...page.operations, ...marks.map((mark) => ({ ...mark, tag: "mark" as const }))],
  };
}

function stroke(fromX: Pt, fromY: Pt, toX: Pt, toY: Pt): StrokeOperation {
  return {
    kind: "stroke",
    from: { x: fromX, y: fromY },
    to: { x: toX, y: toY },
    width: MARK_WEIGHT,
    ink: ALL_PLATES,
  };
}

/** Two at each corner, in line with the trim's edges and clear of the bleed. */
function cropMarks(trim: Rect, bleed: Rect): StrokeOperation[] {
  const [left, above] = [bleed.x - CLEAR, bleed.y - CLEAR];
  const [beyond, below] = [right(bleed) + CLEAR, bottom(bleed) + CLEAR];
  return [
    ...[trim.y, bottom(trim)].flatMap((y) => [
      stroke(left - MARK_LENGTH, y, left, y),
      stroke(beyond, y, beyond + MARK_LENGTH, y),
    ]),
    ...[trim.x, right(trim)].flatMap((x) => [
      stroke(x, above - MARK_LENGTH, x, above),
      stroke(x, below, x, below + MARK_LENGTH),
    ]),
  ];
}

/** One in the middle of each side. */
function registrationMarks(bleed: Rect): StrokeOperation[] {
  const [x, y] = [bleed.x + bleed.width / 2, bleed.y + bleed.height / 2];
  return [
    ...target(x, bleed.y - TARGET_MIDDLE),
    ...target(x, bottom(bleed) + TARGET_MIDDLE),
    ...target(bleed.x - TARGET_MIDDLE, y),
    ...target(right(bleed) + TARGET_MIDDLE, y),
  ];
}

/** A circle's chords: at this size nobody sees them. */
const CHORDS = 24;

function target(x: Pt, y: Pt): StrokeOperation[] {
  const at = (step: number): readonly [Pt, Pt] => {
    const angle = (2 * Math.PI * step) / CHORDS;
    return [x + TARGET_RADIUS * Math.cos(angle), y + TARGET_RADIUS * Math.sin(angle)];
  };
  const circle = Array.from({ length: CHORDS }, (_, step) => stroke(...at(step), ...at(step + 1)));
  return [stroke(x - TARGET_ARM, y, x + TARGET_ARM, y), stroke(x, y - TARGET_ARM, x, y + TARGET_ARM), ...circle];
}

/** Solids, solids over each other, tints at which a press is read: cyan, magenta, yellow, black. */
const PATCHES = [
  ...[
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ],
  ...[
    [0, 1, 1, 0],
    [1, 0, 1, 0],
    [1, 1, 0, 0],
  ],
  ...[
    [0.5, 0, 0, 0],
    [0, 0.5, 0, 0],
    [0, 0, 0.5, 0],
    [0, 0, 0, 0.5],
  ],
  ...[
    [0, 0, 0, 0.25],
    [0, 0, 0, 0.75],
  ],
];

/** Above the page, between the middle's registration mark and the corner; left out where the page is too narrow to read one. */
function colourBar(trim: Rect, bleed: Rect): FillOperation[] {
  const room = trim.width / 2 - 2 * TARGET_ARM - CLEAR;
  const size = Math.min(PATCH, room / PATCHES.length);
  if (size < SMALLEST_PATCH) return [];
  const [x, y] = [trim.x + trim.width / 2 + 2 * TARGET_ARM, bleed.y - CLEAR - size];
  return PATCHES.map(([c = 0, m = 0, y0 = 0, k = 0], index) => ({
    kind: "fill",
    rect: { x: x + index * size, y, width: size, height: size },
    ink: { c, m, y: y0, k },
  }));
}

const SLUG_SIZE: Pt = 6.5;

function setSlug({ text, style, setter }: SheetLine, width: Pt): Galley {
  const copy = copyFrom({ name: "sheet", text }, 0, text.length);
  const own: TextStyle = { ...style, size: SLUG_SIZE, leading: LINE_LEADING, align: "left", hyphenate: false };
  return setGalley(copy, own, { width, firstInset: 0, inset: 0 }, setter).value;
}

function slugLine({ lines, style }: Galley, trim: Rect, bleed: Rect): GlyphsOperation[] {
  return lines.flatMap((line, index) =>
    line.runs.map(({ face, size, scaling, tracking, glyphs }) => ({
      kind: "glyphs" as const,
      face,
      size,
      scaling,
      tracking,
      baseline: bottom(bleed) + LINE_BASELINE + index * LINE_LEADING,
      ink: style.ink,
      x: trim.x,
      glyphs,
    })),
  );
}

import type { Copy, Pt, Rect } from "../base/index.ts";
import { setGalley, styleWith, type Line } from "../galley/index.ts";
import type { Ink } from "../template/index.ts";
import type { Composition } from "./composition.ts";
import { coverWindow } from "./cover.ts";
import { columnRule } from "./furniture.ts";
import { jumpLine } from "./jump.ts";
import type { PictureChoice } from "./layout.ts";
import type { Material } from "./material.ts";
import { geometryOf } from "./page-grid.ts";
import type { Frame, PictureFrame, PlacedLine, RuleFrame, TextFrame, TextRole, TintFrame } from "./page.ts";
import { growthAtFoot, placeCaption, windowHeight } from "./picture-block.ts";
import { rowOf } from "./segments.ts";
import { shiftLines } from "./shift.ts";
import type { SlugLine, SlugMark } from "./slug.ts";

/** The first row of a composition's body on its page. */
function bodyRow({ share, headingRows }: Composition): number {
  return share.space.firstRow + headingRows;
}

/** Left edge of one of the article's columns, counted from its own first one. */
function leftOf({ template }: Material, { share }: Composition, column: number): Pt {
  return geometryOf(template).left(share.space.firstColumn + column);
}

/** Everything of a composition, placed on its page: heading, pictures with their captions, column rules, body. */
export function placeComposition(material: Material, composition: Composition): Frame[] {
  return [
    ...placeHeading(material, composition),
    ...composition.pictures.flatMap((choice) => placePicture(material, composition, choice)),
    ...placeColumnRules(material, composition),
    ...composition.segments.flatMap((_, index) => placeSegment(material, composition, index)),
    ...(composition.jumps ? placeJump(material, composition) : []),
  ];
}

function placeHeading(material: Material, composition: Composition): TextFrame[] {
  const { heading, share } = composition;
  if (heading === undefined) return [];
  const top = geometryOf(material.template).baseline(share.space.firstRow - 1);
  const x = leftOf(material, composition, 0);
  return heading.texts.map(({ role, ink, lines }) => textFrame(role, ink, shiftLines(lines, x, top)));
}

/** In the row that the last segment leaves free for it. */
function placeJump(material: Material, composition: Composition): TextFrame[] {
  const last = composition.segments.at(-1);
  const line = jumpLine(material, composition.share.folio + 1);
  if (last === undefined || line === undefined) return [];
  const row = bodyRow(composition) + last.from + last.rows;
  const x = leftOf(material, composition, last.column);
  const placed = { x, baseline: geometryOf(material.template).baseline(row), row, line };
  return [textFrame("jump", material.template.styles.jump.ink, [placed])];
}

function textFrame(role: TextRole, ink: Ink, lines: readonly PlacedLine[]): TextFrame {
  return { kind: "text", role, ink, rect: boundsOf(lines), lines };
}

/** Lines that read upwards, from the foot of what they stand beside. */
function upwardsFrame(role: TextRole, ink: Ink, lines: readonly PlacedLine[]): TextFrame {
  const { y, height } = boundsOf(lines);
  const foot = Math.max(...lines.map(({ baseline }) => baseline));
  const left = Math.min(...lines.map(({ x }) => x)) - (foot - y);
  const length = Math.max(...lines.map(({ line }) => line.width));
  const rect = { x: left, y: foot - length, width: height, height: length };
  return { kind: "text", role, ink, rect, upwards: true, lines };
}

/** The rectangle that lines take, from their measure and size. */
function boundsOf(lines: readonly PlacedLine[]): Rect {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let foot = -Infinity;
  for (const { x, baseline, line } of lines) {
    let size = 0;
    for (const run of line.runs) size = Math.max(size, run.size);
    left = Math.min(left, x);
    right = Math.max(right, x + line.measure);
    top = Math.min(top, baseline - size);
    foot = Math.max(foot, baseline + size * 0.25);
  }
  return { x: left, y: top, width: right - left, height: foot - top };
}

function placePicture(material: Material, composition: Composition, choice: PictureChoice): Frame[] {
  const { article } = material;
  const window = windowOf(material, composition, choice);
  const picture = article.pictures[choice.picture];
  const pixels = material.pixels[choice.picture];
  if (picture === undefined) return [];
  const image = picture.file &&
    pixels && { path: picture.file.path, rect: coverWindow(pixels, window, picture.focalPoint) };
  const frame: PictureFrame = {
    kind: "picture",
    picture: choice.picture,
    rect: window,
    ...(image && { image }),
    alternative: picture.caption,
  };
  const label = image ? [] : [placeholderLabel(material, window, picture.caption)];
  const texts = placeCaption(choice.block, window).map(({ role, ink, lines, upwards }) =>
    upwards ? upwardsFrame(role, ink, lines) : textFrame(role, ink, lines),
  );
  return [frame, ...label, ...texts.filter(({ lines }) => lines.length > 0)];
}

function windowOf(material: Material, composition: Composition, choice: PictureChoice): Rect {
  const { template } = material;
  const row = rowOf(choice, composition.depth);
  const first = bodyRow(composition) + row;
  const xHeight = material.xHeight;
  const growth = row + choice.withCaption === composition.depth ? growthAtFoot(choice.block, template) : 0;
  return {
    x: leftOf(material, composition, choice.firstColumn),
    y: geometryOf(template).baseline(first) - xHeight,
    width: choice.block.width,
    height: windowHeight(choice.rows, template, xHeight) + growth,
  };
}

/** What a proof says in the place of a picture that has not come yet. */
const PLACEHOLDER = "Bild folgt";

function placeholderLabel({ template, setter }: Material, window: Rect, caption: Copy): TextFrame {
  const style = styleWith(template.styles.placeholder, { align: "center" });
  const origin = caption.origins[0] ?? 0;
  const copy: Copy = {
    source: caption.source,
    text: PLACEHOLDER,
    origins: Array.from({ length: PLACEHOLDER.length + 1 }, () => origin),
    marks: [],
  };
  const { value } = setGalley(copy, style, { width: window.width, firstInset: 0, inset: 0 }, setter);
  const middle = window.y + window.height / 2 + style.size * 0.35;
  return textFrame(
    "placeholder",
    style.ink,
    value.lines.map((line) => ({ x: window.x, baseline: middle, line })),
  );
}

/** Rules stand where text stands on both sides. */
function placeColumnRules(material: Material, composition: Composition): RuleFrame[] {
  const rule = material.template.grid.columnRule;
  if (rule === undefined) return [];
  const filled = composition.segments.filter((_, index) => (composition.filling.segments[index] ?? []).length > 0);
  const { baseline } = geometryOf(material.template);
  const row = bodyRow(composition);
  return filled.flatMap((left) =>
    filled.flatMap((right) => {
      const from = Math.max(left.from, right.from);
      const until = Math.min(left.from + left.rows, right.from + right.rows);
      if (right.column !== left.column + 1 || until - from < 1) return [];
      const gutter = composition.share.space.firstColumn + left.column;
      return [columnRule(rule, material, gutter, baseline(row + from) - material.xHeight, baseline(row + until - 1))];
    }),
  );
}

function placeSegment(material: Material, composition: Composition, index: number): Frame[] {
  const { segments, filling, share } = composition;
  const segment = segments[index];
  if (segment === undefined) return [];
  const { template } = material;
  const geometry = geometryOf(template);
  const left = leftOf(material, composition, segment.column);
  const column = share.space.firstColumn + segment.column;
  const tints: TintFrame[] = [];
  const others: (RuleFrame | LineGroup)[] = [];
  const slugs = filling.segments[index] ?? [];
  const first = bodyRow(composition) + segment.from;
  const top = geometry.baseline(first) - material.xHeight;
  const foot = filling.empty[index] === 0 ? geometry.baseline(first + segment.rows - 1) : undefined;
  let row = first;
  slugs.forEach((slug, at) => {
    if (at > 0) row += slug.spaceAbove;
    const edges = { ...(at === 0 && { top }), ...(at === slugs.length - 1 && foot !== undefined && { foot }) };
    for (const mark of slug.marks) {
      const placed = placeMark(mark, left, geometry.baseline(row), edges);
      if (placed.kind === "tint") addTint(tints, placed);
      else others.push(placed);
    }
    for (const line of slug.lines) {
      const own = line.onGrid ? row + Math.round(line.y / template.grid.leading) : undefined;
      const baseline = own === undefined ? geometry.baseline(row) + line.y : geometry.baseline(own);
      groupFor(others, line, slug.block).lines.push(placedAt(line.line, left + line.x, baseline, own));
    }
    row += slug.rows - slug.spaceAbove;
  });
  const frames = others.map((other) =>
    other.kind === "rule" ? other : { ...textFrame(other.role, other.ink, other.lines), column, block: other.block },
  );
  return [...tints, ...frames];
}

/** The column's edges that a slug stands at: where pictures begin, and on the last row. */
interface Edges {
  readonly top?: Pt;
  readonly foot?: Pt;
}

/** A box at a column's head begins where the small letters beside it do, and one at its foot ends on their baseline. */
function placeMark({ kind, role, rect, ink }: SlugMark, left: Pt, baseline: Pt, edges: Edges): TintFrame | RuleFrame {
  const x = left + rect.x;
  const own = baseline + rect.y;
  if (role !== "box") return placedMark(kind, role, { ...rect, x, y: own }, ink);
  const y = edges.top ?? own;
  const height = kind === "tint" ? (edges.foot ?? own + rect.height) - y : rect.height;
  return placedMark(kind, role, { x, y, width: rect.width, height }, ink);
}

function placedMark(kind: SlugMark["kind"], role: SlugMark["role"], rect: Rect, ink: Ink): TintFrame | RuleFrame {
  return kind === "tint" ? { kind, rect, ink } : { kind, role, rect, ink };
}

/** Lines of one block and role that follow each other: one frame, whose bounds are measured when all are in. */
interface LineGroup {
  readonly kind: "lines";
  readonly role: TextRole;
  readonly ink: Ink;
  readonly block: number;
  readonly lines: PlacedLine[];
}

function placedAt(line: Line, x: Pt, baseline: Pt, row: number | undefined): PlacedLine {
  return row === undefined ? { x, baseline, line } : { x, baseline, line, row };
}

/** The group that a line joins: the last one where both are of one block and role, else a new one. */
function groupFor(groups: (RuleFrame | LineGroup)[], { role, ink }: SlugLine, block: number): LineGroup {
  const before = groups.at(-1);
  if (before?.kind === "lines" && before.role === role && before.block === block) return before;
  const group: LineGroup = { kind: "lines", role, ink, block, lines: [] };
  groups.push(group);
  return group;
}

/** The tints of one box that touch become one. */
function addTint(tints: TintFrame[], tint: TintFrame): void {
  const before = tints.at(-1);
  const union = before && joinTints(before, tint);
  if (union) tints[tints.length - 1] = union;
  else tints.push(tint);
}

function joinTints(a: TintFrame, b: TintFrame): TintFrame | undefined {
  const foot = a.rect.y + a.rect.height;
  if (Math.abs(foot - b.rect.y) > 0.01) return undefined;
  return { ...a, rect: { ...a.rect, height: b.rect.y + b.rect.height - a.rect.y } };
}

import { type Copy, type Pt, type Rect } from "../base/index.ts";
import { setGalley } from "../galley/index.ts";
import { xHeightOf, type Composition, type Material, type PictureChoice } from "./composition.ts";
import { coverWindow } from "./cover.ts";
import { columnRule } from "./furniture.ts";
import { shiftLines } from "./heading.ts";
import { geometryOf } from "./page-grid.ts";
import type { Frame, PictureFrame, PlacedLine, RuleFrame, TextFrame, TextRole, TintFrame } from "./page.ts";
import { captionRows, placeCaption, windowHeight } from "./picture-block.ts";
import type { Slug } from "./slug.ts";
import type { Ink } from "../template/index.ts";

/** The first row of a composition's body on its page. */
function bodyRow({ template }: Material, { headingRows }: Composition): number {
  return template.header.rows + headingRows;
}

/** Everything of a composition, placed on its page: heading, pictures with their captions, column rules, body. */
export function placeComposition(material: Material, composition: Composition): Frame[] {
  return [
    ...placeHeading(material, composition),
    ...composition.pictures.flatMap((choice) => placePicture(material, composition, choice)),
    ...placeColumnRules(material, composition),
    ...composition.filling.ends.flatMap((_, column) => placeColumn(material, composition, column)),
  ];
}

function placeHeading({ template }: Material, { heading }: Composition): TextFrame[] {
  if (heading === undefined) return [];
  const { baseline, left } = geometryOf(template);
  const top = baseline(template.header.rows - 1);
  return heading.texts.map(({ role, ink, lines }) => textFrame(role, ink, shiftLines(lines, left(0), top)));
}

function textFrame(role: TextRole, ink: Ink, lines: readonly PlacedLine[]): TextFrame {
  return { kind: "text", role, ink, rect: boundsOf(lines), lines };
}

/** The rectangle that lines take, from their measure and size. */
function boundsOf(lines: readonly PlacedLine[]): Rect {
  const sizes = lines.map(({ line }) => Math.max(0, ...line.runs.map(({ size }) => size)));
  const x = Math.min(...lines.map((line) => line.x));
  const y = Math.min(...lines.map(({ baseline }, index) => baseline - (sizes[index] ?? 0)));
  const end = Math.max(...lines.map(({ baseline }, index) => baseline + (sizes[index] ?? 0) * 0.25));
  const width = Math.max(...lines.map(({ x: from, line }) => from + line.measure - x));
  return { x, y, width, height: end - y };
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
  const texts = placeCaption(choice.block, window).map(({ role, ink, lines }) => textFrame(role, ink, lines));
  return [frame, ...label, ...texts.filter(({ lines }) => lines.length > 0)];
}

function windowOf(
  material: Material,
  composition: Composition,
  { slot, block, firstColumn, rows }: PictureChoice,
): Rect {
  const { template } = material;
  const { baseline, left } = geometryOf(template);
  const fromTop = slot.at === "head" ? 0 : composition.depth - rows - captionRows(block, template);
  const first = bodyRow(material, composition) + fromTop;
  const xHeight = xHeightOf(material);
  return {
    x: left(firstColumn),
    y: baseline(first) - xHeight,
    width: block.width,
    height: windowHeight(rows, template, xHeight),
  };
}

/** What a proof says in the place of a picture that has not come yet. */
const PLACEHOLDER = "Bild folgt";

function placeholderLabel({ template, setter }: Material, window: Rect, caption: Copy): TextFrame {
  const style = { ...template.styles.placeholder, align: "center" } as const;
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
  const { columns, depth, tops, feet, filling } = composition;
  if (rule === undefined) return [];
  const isEmpty = (column: number): boolean => filling.ends[column] === (filling.ends[column - 1] ?? filling.start);
  const { baseline } = geometryOf(material.template);
  const row = bodyRow(material, composition);
  return Array.from({ length: columns - 1 }, (_, gutter) => gutter).flatMap((gutter) => {
    const from = Math.max(tops[gutter] ?? 0, tops[gutter + 1] ?? 0);
    const until = depth - Math.max(feet[gutter] ?? 0, feet[gutter + 1] ?? 0);
    if (until - from < 1 || isEmpty(gutter) || isEmpty(gutter + 1)) return [];
    return [columnRule(rule, material, gutter, baseline(row + from) - xHeightOf(material), baseline(row + until - 1))];
  });
}

function placeColumn(material: Material, composition: Composition, column: number): Frame[] {
  const { filling, tops } = composition;
  const from = column === 0 ? filling.start : (filling.ends[column - 1] ?? filling.start);
  const slugs = material.stream.slugs.slice(from, filling.ends[column]);
  const left = geometryOf(material.template).left(column);
  const frames: Frame[] = [];
  let row = bodyRow(material, composition) + (tops[column] ?? 0);
  slugs.forEach((slug, index) => {
    if (index > 0) row += slug.spaceAbove;
    frames.push(...placeMarks(material, slug, left, row));
    frames.push(...placeLines(material, slug, left, row, column));
    row += slug.rows - slug.spaceAbove;
  });
  return joinFrames(frames);
}

function placeMarks({ template }: Material, slug: Slug, left: Pt, row: number): Frame[] {
  const baseline = geometryOf(template).baseline(row);
  return slug.marks.map(({ kind, role, rect, ink }) => {
    const placed = { ...rect, x: left + rect.x, y: baseline + rect.y };
    return kind === "tint" ? { kind, rect: placed, ink } : { kind, role, rect: placed, ink };
  });
}

function placeLines({ template }: Material, slug: Slug, left: Pt, row: number, column: number): TextFrame[] {
  const baseline = geometryOf(template).baseline(row);
  return slug.lines.map(({ line, ink, role, x, y, onGrid }) => {
    const placed: PlacedLine = { x: left + x, baseline: baseline + y, line, ...(onGrid && { row }) };
    return { ...textFrame(role, ink, [placed]), column, block: slug.block };
  });
}

/** Lines of one block and role that follow each other become one frame; so do the tints of one box. */
function joinFrames(frames: readonly Frame[]): Frame[] {
  const tints: Frame[] = [];
  const joined: Frame[] = [];
  for (const frame of frames) {
    const list = frame.kind === "tint" ? tints : joined;
    const before = list.at(-1);
    const union = before && join(before, frame);
    if (union) list[list.length - 1] = union;
    else list.push(frame);
  }
  return [...tints, ...joined];
}

function join(a: Frame, b: Frame): Frame | undefined {
  if (a.kind === "tint" && b.kind === "tint") return joinTints(a, b);
  if (a.kind !== "text" || b.kind !== "text" || a.role !== b.role || a.block !== b.block) return undefined;
  const lines = [...a.lines, ...b.lines];
  return { ...a, lines, rect: boundsOf(lines) };
}

function joinTints(a: TintFrame, b: TintFrame): TintFrame | undefined {
  const foot = a.rect.y + a.rect.height;
  if (Math.abs(foot - b.rect.y) > 0.01) return undefined;
  return { ...a, rect: { ...a.rect, height: b.rect.y + b.rect.height - a.rect.y } };
}

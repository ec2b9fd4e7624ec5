import type { Article } from "../../article/index.ts";
import type { Rect } from "../../base/index.ts";
import type { LineEnd, Run } from "../../galley/index.ts";
import type { Ink, Page, PictureFrame, PlacedLine, TextFrame, TextRole } from "../../page/index.ts";
import type { DisplayList, DisplayPage, GlyphsOperation, Operation, Tag } from "./display-list.ts";
import { dividedWords } from "./divided-words.ts";
import { structureOf, usedStructure, type ArticleStructure, type StructureElement } from "./structure.ts";
import { WordSpans } from "./word-spans.ts";

/** What a display list says of itself; with its article it has a logical structure, too. */
export interface About {
  readonly title: string;
  readonly language: string;
  readonly article?: Article;
}

/** Reduces made-up pages to operations, in the order of the frames. */
export function displayList(pages: readonly Page[], { title, language, article }: About): DisplayList {
  const structure = article && structureOf(article);
  const words = new WordSpans(dividedWords(pages.flatMap(({ frames }) => frames)));
  const displayed = pages.map((page) => displayPage(page, structure, words));
  const kept = structure && usedStructure(structure.root, elementsOn(displayed), words.below);
  return { title, language, structure: kept ?? NOTHING, pages: displayed };
}

const NOTHING: StructureElement = { id: 0, type: "Sect", children: [] };

/** The elements that have something on the pages. */
function elementsOn(pages: readonly DisplayPage[]): ReadonlySet<number> {
  const elements = new Set<number>();
  for (const { operations } of pages) for (const { tag } of operations) if (typeof tag === "number") elements.add(tag);
  return elements;
}

function displayPage(
  { trim, bleed, frames }: Page,
  structure: ArticleStructure | undefined,
  words: WordSpans,
): DisplayPage {
  let picture = -1;
  const operations: Operation[] = [];
  for (const frame of frames) {
    switch (frame.kind) {
      case "text":
        displayText(frame, words, tagsOf(frame, picture, structure), operations);
        break;
      case "picture":
        picture = frame.picture;
        operations.push(...displayPicture(frame, structure?.picture(picture)));
        break;
      case "rule":
      case "tint":
        operations.push({ kind: "fill", rect: frame.rect, ink: frame.ink });
        break;
    }
  }
  return { trim, bleed, media: bleed, operations };
}

/** Texts that are the page's and not the article's. */
const RUNNING: readonly TextRole[] = ["section", "date", "folio", "jump"];

/** What a text's lines, and the signs before them, are parts of. */
interface Tags {
  line(placed: PlacedLine): Tag | undefined;
  label(placed: PlacedLine): Tag | undefined;
}

function tagsOf({ role, block }: TextFrame, picture: number, structure: ArticleStructure | undefined): Tags {
  if (RUNNING.includes(role)) return { line: () => "header", label: () => "header" };
  return {
    line: (placed) => structure?.line(role, placed, block, picture),
    label: (placed) => structure?.label(placed, block),
  };
}

/** Puts the operations of a text behind the others. */
function displayText({ lines, ink, upwards }: TextFrame, words: WordSpans, tags: Tags, operations: Operation[]): void {
  for (const placed of lines) {
    const look = upwards === true ? { x: 0, upwards: placed.x, ink } : { x: placed.x, upwards: undefined, ink };
    displayLine(placed, look, words, tags, operations);
  }
}

/** What the operations of a line have in common. */
type LineLook = Pick<GlyphsOperation, "x" | "upwards" | "ink">;

function displayLine(placed: PlacedLine, look: LineLook, words: WordSpans, tags: Tags, operations: Operation[]): void {
  const { line } = placed;
  const { runs, endsWith } = line;
  const ending = lastInked(runs);
  const [own, label] = [tags.line(placed), tags.label(placed)];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index] as Run;
    const { glyphs } = run;
    if (glyphs.length === 0) continue;
    const lineEnd = index >= ending ? endsWith : undefined;
    // The sign of a list's item stands in the indent that its text begins behind.
    const tag = label !== undefined && (glyphs[0]?.x ?? 0) < line.inset / 2 ? label : own;
    const place = { placed, isFirst: index === 0, isLast: index === runs.length - 1 };
    const pieces = typeof tag === "number" ? words.cut(glyphs, tag, place) : undefined;
    if (pieces === undefined) operations.push(operationOf(run, placed, look, { tag, glyphs }, lineEnd));
    else {
      const last = lastInked(pieces);
      pieces.forEach((piece, at) =>
        operations.push(operationOf(run, placed, look, piece, at >= last ? lineEnd : undefined)),
      );
    }
  }
}

type Piece = Pick<GlyphsOperation, "tag" | "glyphs">;

function operationOf(
  { face, size, scaling, tracking, rise }: Run,
  { baseline }: PlacedLine,
  { x, upwards, ink }: LineLook,
  { tag, glyphs }: Piece,
  lineEnd: LineEnd | undefined,
): GlyphsOperation {
  // All of one shape, whether or not they say the same: there are thousands.
  return {
    kind: "glyphs",
    tag,
    face,
    size,
    scaling,
    tracking,
    baseline: baseline - rise,
    x,
    upwards,
    ink,
    lineEnd,
    glyphs,
  };
}

/** The run, or piece of one, that the eye sees last: the closing space may be in another face and so in a run of its own. */
function lastInked(runs: readonly Pick<Run, "glyphs">[]): number {
  let last = runs.length - 1;
  while (last >= 0 && !isInked(runs[last] as Pick<Run, "glyphs">)) last--;
  return last;
}

function isInked({ glyphs }: Pick<Run, "glyphs">): boolean {
  for (const { text } of glyphs) if (text !== " ") return true;
  return false;
}

/** Enough to be seen on a proof, and nothing that could be taken for a picture. */
const PLACEHOLDER_TINT: Ink = { c: 0, m: 0, y: 0, k: 0.08 };
const PLACEHOLDER_LINE: Ink = { c: 0, m: 0, y: 0, k: 0.4 };
const HAIRLINE = 0.3;

function displayPicture({ rect, image }: PictureFrame, element: number | undefined): Operation[] {
  const tag = element === undefined ? {} : { tag: element };
  if (image !== undefined) return [{ kind: "picture", ...tag, path: image.path, rect: image.rect, window: rect }];
  const placeholder: Operation[] = [{ kind: "fill", rect, ink: PLACEHOLDER_TINT }, ...cross(rect)];
  return placeholder.map((operation) => ({ ...operation, ...tag }));
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

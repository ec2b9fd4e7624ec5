import type { Article } from "../../article/index.ts";
import type { Rect } from "../../base/index.ts";
import type { Ink, Page, PictureFrame, PlacedLine, TextFrame, TextRole } from "../../page/index.ts";
import type { DisplayList, DisplayPage, GlyphsOperation, Operation, Tag } from "./display-list.ts";
import { dividedWords, type DividedWords } from "./divided-words.ts";
import { structureOf, usedStructure, type ArticleStructure, type StructureElement } from "./structure.ts";

/** What a display list says of itself; with its article it has a logical structure, too. */
export interface About {
  readonly title: string;
  readonly language: string;
  readonly article?: Article;
}

/** Reduces made-up pages to operations, in the order of the frames. */
export function displayList(pages: readonly Page[], { title, language, article }: About): DisplayList {
  const structure = article && structureOf(article);
  const displayed = pages.map((page) => displayPage(page, structure));
  const used = new Set(displayed.flatMap(({ operations }) => operations).flatMap(({ tag }) => elementsOf(tag)));
  const kept = structure && usedStructure(structure.root, used);
  return { title, language, structure: kept ?? NOTHING, pages: displayed };
}

const NOTHING: StructureElement = { id: 0, type: "Sect", children: [] };

function elementsOf(tag: Tag | undefined): number[] {
  return typeof tag === "number" ? [tag] : [];
}

function displayPage({ trim, bleed, frames }: Page, structure: ArticleStructure | undefined): DisplayPage {
  const divided = dividedWords(frames);
  let picture = -1;
  const operations = frames.flatMap((frame): Operation[] => {
    switch (frame.kind) {
      case "text":
        return displayText(frame, divided, tagsOf(frame, picture, structure));
      case "picture":
        picture = frame.picture;
        return displayPicture(frame, structure?.picture(frame.picture));
      case "rule":
      case "tint":
        return [{ kind: "fill", rect: frame.rect, ink: frame.ink }];
    }
  });
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

function displayText({ lines, ink, upwards }: TextFrame, divided: DividedWords, tags: Tags): Operation[] {
  return lines.flatMap((placed) => {
    if (upwards !== true) return displayLine(placed, ink, divided, tags);
    const level = displayLine({ ...placed, x: 0 }, ink, divided, tags);
    return level.map((operation) => ({ ...operation, upwards: placed.x }));
  });
}

function displayLine(placed: PlacedLine, ink: Ink, divided: DividedWords, tags: Tags): GlyphsOperation[] {
  const { x, baseline, line } = placed;
  const last = line.runs.length - 1;
  const ending = lastInked(line);
  const [own, label] = [tags.line(placed), tags.label(placed)];
  return line.runs.map(({ face, size, scaling, tracking, rise, glyphs }, index) => {
    const second = index === 0 ? divided.second.get(placed) : undefined;
    const first = index === last ? divided.first.get(placed) : undefined;
    const parts = [second, first].filter((part) => part !== undefined);
    // The sign of a list's item stands in the indent that its text begins behind.
    const tag = label !== undefined && (glyphs[0]?.x ?? 0) < line.inset / 2 ? label : own;
    return {
      kind: "glyphs",
      ...(tag !== undefined && { tag }),
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

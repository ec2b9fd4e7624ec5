import { boxOf, interpret, interpretAppearance, isEmpty, meet, type Mark, type Sink } from "./content/index.ts";
import type { Document } from "./document.ts";
import { Ground } from "./ground.ts";
import { placeOn, type PageFacts } from "./page-facts.ts";
import { printedSize } from "./printed-size.ts";
import { EMPTY_DICT, isKind, type PdfDict, type PdfFile, type PdfStream } from "./reader/index.ts";
import type { Tell } from "./rule.ts";
import type { PageView, WatchPage } from "./watch.ts";

/** Draws a page, and the annotations that are printed with it, under the eyes of all watches. */
export function lookAtPage(document: Document, page: PageFacts, watches: readonly WatchPage[], tell: Tell): void {
  const { file, shared } = document;
  const ground = new Ground(page.media, file.budget);
  const view: PageView = {
    document,
    page,
    ground,
    tell: (rule, found, { about, box } = {}) => {
      const place = box && placeOn(page, box);
      tell(rule, found, { page: page.number, place, ...(about !== undefined && { about }) });
    },
  };
  const open = watches.map((begin) => begin(view));
  const sink: Sink = {
    mark: (mark: Mark) => {
      const printed = printedSize(mark, page.unit);
      for (const watch of open) watch.mark?.(printed);
      ground.paint(mark);
    },
    use: (use) => {
      for (const watch of open) watch.use?.(use);
    },
  };
  const resources = file.dict(page.node.inherited("Resources")) ?? EMPTY_DICT;
  interpret(shared, { streams: contentsOf(file, page), resources, area: page.media }, sink);
  lookAtAnnotations(document, page, sink);
  for (const watch of open) watch.end?.();
}

/** The streams of a page's content; what should be one and is none is a fault of the file. */
function contentsOf(file: PdfFile, page: PageFacts): readonly PdfStream[] {
  const given = page.node.dict.entries.get("Contents");
  if (given === undefined || given === null) return [];
  const contents = file.resolve(given);
  const items = isKind(contents, "array") ? contents.items : [contents];
  const streams = items.flatMap((item) => file.stream(item) ?? []);
  if (streams.length < items.length) file.note("a page whose content is not there, or is no content");
  return streams;
}

const HIDDEN = 2;
const PRINTED = 4;
const MOST_ANNOTATIONS = 2000;

function lookAtAnnotations({ file, shared }: Document, page: PageFacts, sink: Sink): void {
  for (const item of file.array(page.node.dict.entries.get("Annots"))?.slice(0, MOST_ANNOTATIONS) ?? []) {
    const annotation = file.dict(item);
    if (annotation === undefined) continue;
    const flags = file.number(annotation.entries.get("F")) ?? 0;
    const rect = boxOf(file.numbersOf(annotation.entries.get("Rect")));
    const look = appearanceOf(file, annotation);
    if ((flags & HIDDEN) !== 0 || (flags & PRINTED) === 0 || rect === undefined || look === undefined) continue;
    if (!isEmpty(meet(rect, page.media))) interpretAppearance(shared, look, rect, page.media, sink);
  }
}

/** The normal appearance, in the state that is on (ISO 32000-1, 12.5.5). */
function appearanceOf(file: PdfFile, { entries }: PdfDict): PdfStream | undefined {
  const normal = file.dict(entries.get("AP"))?.entries.get("N");
  const stream = file.stream(normal);
  if (stream) return stream;
  const state = file.name(entries.get("AS"));
  return state === undefined ? undefined : file.stream(file.dict(normal)?.entries.get(state));
}

import type { Article, Block, BoxBlock, List, Picture, Table } from "../../article/index.ts";
import type { Copy } from "../../base/index.ts";
import type { Line } from "../../galley/index.ts";
import type { PlacedLine, TextRole } from "../../page/index.ts";

/** The standard types that an article needs (ISO 32000-1, 14.8.4); none of our own, so no role map. */
export type StructureType =
  | "Art"
  | "Sect"
  | "H1"
  | "H2"
  | "P"
  | "BlockQuote"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "Caption"
  | "Span"
  | "Figure";

/** An element of the logical structure; children in reading order. */
export interface StructureElement {
  /** By which operations name it. */
  readonly id: number;
  readonly type: StructureType;
  readonly children: readonly StructureElement[];
  /** What a picture shows, in words (Alt). */
  readonly alternative?: string;
  /** What its content reads as (ActualText), where its own characters do not say. */
  readonly actual?: string;
  /** Whether a list counts its items. */
  readonly ordered?: boolean;
}

/** An article's structure, and which element a line or picture on a page is a part of. */
export interface ArticleStructure {
  readonly root: StructureElement;
  /** The element of a line of a text; `block` as its frame says, `picture` the last one before it. */
  line(role: TextRole, placed: PlacedLine, block: number | undefined, picture: number): number | undefined;
  /** The element of the sign before a list's item. */
  label(placed: PlacedLine, block: number | undefined): number | undefined;
  picture(index: number): number | undefined;
}

/** Builds the structure of an article in its own order, whatever order the page shows it in. */
export function structureOf(article: Article): ArticleStructure {
  const build = new Builder();
  const head = {
    kicker: build.leaf("P"),
    headline: build.leaf("H1"),
    deck: build.leaf("P"),
    byline: build.leaf("P"),
    lead: build.leaf("P"),
    sources: build.leaf("P"),
  };
  const figures = article.pictures.map((picture) => figureOf(build, picture));
  const blocks = article.body.map((block) => blockOf(build, block));
  const { kicker, headline, deck, byline, lead, sources } = head;
  const root = build.element("Art", [
    ...[kicker, headline, deck, byline, ...figures.map(({ element }) => element), lead],
    ...blocks.flatMap(({ before, element }) => [...before, element]),
    sources,
  ]);
  const named: Readonly<Partial<Record<TextRole, StructureElement>>> = head;
  return {
    root,
    picture: (index) => figures[index]?.element.id,
    line: (role, { line }, block, picture) => {
      if (role === "caption" || role === "credit") return figures[picture]?.caption.id;
      if (role === "placeholder") return figures[picture]?.element.id;
      return (named[role] ?? blocks[block ?? -1]?.find(role, line))?.id;
    },
    label: ({ line }, block) => blocks[block ?? -1]?.labelOf(line)?.id,
  };
}

/** A block's element, what stands before it, and where in it a line belongs. Most blocks need not read the line for that. */
interface BlockStructure {
  readonly before: readonly StructureElement[];
  readonly element: StructureElement;
  find(role: TextRole, line: Line): StructureElement | undefined;
  labelOf(line: Line): StructureElement | undefined;
}

class Builder {
  private count = 0;

  leaf(type: StructureType): StructureElement {
    return this.element(type, []);
  }

  element(
    type: StructureType,
    children: readonly StructureElement[],
    more: Pick<StructureElement, "alternative" | "ordered"> = {},
  ): StructureElement {
    return { id: this.count++, type, children, ...more };
  }
}

/** What is read out for a picture of which nobody says what it shows: a figure has to have some words (ISO 14289-1, 7.3). */
const UNDESCRIBED = "Bild";

function figureOf(build: Builder, { alternative, caption: { text } }: Picture) {
  const caption = build.leaf("Caption");
  const words = [alternative, text].find((one) => one !== undefined && one !== "") ?? UNDESCRIBED;
  return { caption, element: build.element("Figure", [caption], { alternative: words }) };
}

function blockOf(build: Builder, block: Block): BlockStructure {
  switch (block.kind) {
    case "paragraph":
      return paragraphOf(build);
    case "crosshead":
      return simple(build.leaf("H2"));
    case "quotation":
      return quotationOf(build);
    case "list":
      return listOf(build, block);
    case "table":
      return tableOf(build, block);
    case "box":
      return boxOf(build, block.title, block.blocks);
  }
}

function simple(element: StructureElement): BlockStructure {
  return { before: [], element, find: () => element, labelOf: () => undefined };
}

/** A quotation may be pulled out of the text and stand before a paragraph, as part of its block. */
function paragraphOf(build: Builder): BlockStructure {
  const pulled = quotationOf(build);
  const own = simple(build.leaf("P"));
  const isPulled = (role: TextRole): boolean => role === "quotation" || role === "attribution";
  return {
    ...own,
    before: [pulled.element],
    find: (role, line) => (isPulled(role) ? pulled : own).find(role, line),
  };
}

function quotationOf(build: Builder): BlockStructure {
  const [text, attribution] = [build.leaf("P"), build.leaf("P")];
  const element = build.element("BlockQuote", [text, attribution]);
  return { ...simple(element), find: (role) => (role === "attribution" ? attribution : text) };
}

function listOf(build: Builder, { items, ordered }: List): BlockStructure {
  const parts = items.map((copy) => ({ copy, label: build.leaf("Lbl"), body: build.leaf("LBody") }));
  const children = parts.map(({ label, body }) => build.element("LI", [label, body]));
  const partOf = (line: Line) => parts.find((part) => holds(part.copy, line));
  return {
    before: [],
    element: build.element("L", children, { ordered }),
    find: (_, line) => partOf(line)?.body,
    labelOf: (line) => partOf(line)?.label,
  };
}

function tableOf(build: Builder, { title, header, rows }: Table): BlockStructure {
  const caption = title ? [build.leaf("Caption")] : [];
  const cellsOf = (cells: readonly Copy[], type: "TH" | "TD") =>
    cells.map((copy) => ({ copy, cell: build.leaf(type) }));
  const all = [...(header ? [cellsOf(header, "TH")] : []), ...rows.map((row) => cellsOf(row, "TD"))];
  const lines = all.map((cells) =>
    build.element(
      "TR",
      cells.map(({ cell }) => cell),
    ),
  );
  return {
    ...simple(build.element("Table", [...caption, ...lines])),
    find: (role, line) =>
      role === "boxTitle" ? caption[0] : all.flat().find((one) => one.copy.text !== "" && holds(one.copy, line))?.cell,
  };
}

function boxOf(build: Builder, title: Copy | undefined, blocks: readonly BoxBlock[]): BlockStructure {
  const head = title ? { copy: title, element: build.leaf("H2") } : undefined;
  const inner = blocks.map((block) => ({ block, structure: blockOf(build, block) }));
  const elements = inner.map(({ structure }) => structure.element);
  const partOf = (line: Line) => inner.find(({ block }) => textsOf(block).some((text) => holds(text, line)))?.structure;
  return {
    before: [],
    element: build.element("Sect", [...(head ? [head.element] : []), ...elements]),
    find: (role, line) => (head && holds(head.copy, line) ? head.element : partOf(line)?.find(role, line)),
    labelOf: (line) => partOf(line)?.labelOf(line),
  };
}

function textsOf(block: BoxBlock): readonly Copy[] {
  if (block.kind === "paragraph") return [block.text];
  if (block.kind === "list") return block.items;
  return [...(block.title ? [block.title] : []), ...(block.header ?? []), ...block.rows.flat()];
}

/** Whether a line is a part of a text: no two texts of an article come from the same place of its source. */
function holds({ origins }: Copy, { copy }: Line): boolean {
  const at = copy.origins[0] ?? -1;
  return at >= (origins[0] ?? 0) && at < (origins.at(-1) ?? 0);
}

/**
 * What of a structure stands on the pages at hand: elements that are used, with those above them and the spans of words below
 * them; a row keeps all its cells, so that tables stay regular. Where the headline is on another page, the headings below it are
 * of the first level (ISO 14289-1, 7.4.2: the first heading is H1).
 */
export function usedStructure(
  root: StructureElement,
  used: ReadonlySet<number>,
  spansBelow: (element: number) => readonly StructureElement[],
): StructureElement | undefined {
  const prune = (element: StructureElement): StructureElement | undefined => {
    const children = [...element.children.flatMap((child) => prune(child) ?? []), ...spansBelow(element.id)];
    if (children.length === 0 && !used.has(element.id)) return undefined;
    return {
      ...element,
      children: element.type === "TR" ? element.children.map((cell) => prune(cell) ?? cell) : children,
    };
  };
  const kept = prune(root);
  return kept && (hasType(kept, "H1") ? kept : raised(kept));
}

function hasType(element: StructureElement, type: StructureType): boolean {
  return element.type === type || element.children.some((child) => hasType(child, type));
}

function raised(element: StructureElement): StructureElement {
  const type = element.type === "H2" ? "H1" : element.type;
  return { ...element, type, children: element.children.map(raised) };
}

import { Pattern, placeOf, report, sliceCopy, type Copy, type Diagnostic, type Source } from "../../base/index.ts";
import type { Block, Box, BoxBlock, List, Paragraph } from "../article.ts";
import { findings } from "../findings.ts";
import { joinLines } from "../join-copy.ts";
import type { ManuscriptPicture, Reading } from "../manuscript.ts";
import { isPictureBlock, readPictureBlock } from "../picture-block.ts";
import { readQuotation } from "../quotation.ts";
import { readBlankLineBlocks } from "./text-blocks.ts";
import { readHead } from "./text-head.ts";
import { labelOf, linesBehind, type LabelledBlock } from "./text-label.ts";
import { textMarks } from "./text-marks.ts";
import { takeSources } from "./text-sources.ts";
import { areRows, readTextTable } from "./text-table.ts";

/** A block of plain text: its lines, trimmed, none of them empty. */
export type Lines = readonly Copy[];

/**
 * Reads the agency's plain text: blocks separated by blank lines; a line end inside a block is a space.
 *
 * - *The head*: section, headline, then what `readHead` knows, up to the first paragraph.
 * - *Picture*, anywhere and as often as needed: caption lines, then a line that begins with ©, (c) or "Foto:".
 *   Lines "Datei: path", "Bildbeschreibung: …" and "Bildmitte: 0.5 0.3" may stand in the same block.
 * - *Crosshead*: "Zwischentitel: …", or one short line without a full stop between paragraphs (which is noted).
 * - *Quotation*: "Zitat: …"; a last line that begins with a dash says who spoke.
 * - *List*: every item begins with "- ", "* " or "• ", or with "1. ", "2. " and so on (two items or more).
 * - *Table*: "Tabelle: Titel", and below it a row in each line, as `readTextTable` says.
 * - *Box*: a block that begins "Kasten: Titel", its paragraphs, lists and tables, and the block "Kasten Ende".
 * - *What may be left out*: a question mark behind the label: "Zitat?: …"; for a list the label "Liste?:" stands above it.
 * - *Sources*: "Quellen: …", in the head or as the last block.
 * - *Emphasis*: _kursiv_ and *fett*, around whole words only, so that "Kolleg*innen" stays as it is.
 *
 * Everything else is a paragraph. Never fails: what looks wrong is read as well as it can be, and reported.
 */
export function readText(source: Source): Reading {
  const diagnostics: Diagnostic[] = [];
  const head = readHead(source, readBlankLineBlocks(source), diagnostics);
  const { fields, rest } = takeSources(source, head, diagnostics);
  const { body, pictures } = readBody(source, rest, diagnostics);
  const manuscript = {
    source,
    form: "text" as const,
    fields,
    optional: head.optional,
    body,
    pictures: [...head.pictures, ...pictures],
  };
  return { manuscript, diagnostics };
}

function readBody(source: Source, blocks: readonly Lines[], diagnostics: Diagnostic[]) {
  const body: Block[] = [];
  const pictures: ManuscriptPicture[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] ?? [];
    const labelled = labelOf(block);
    if (labelled?.label === "Kasten") {
      const length = boxLength(blocks, index);
      body.push(readBox(source, labelled, blocks.slice(index + 1, index + length), diagnostics));
      index += length - 1;
    } else if (labelled?.label === "Tabelle") {
      const { blocks: taken, block: table } = readTable(source, labelled, block, blocks[index + 1], diagnostics);
      body.push(table);
      index += taken - 1;
    } else if (isBoxEnd(block)) {
      diagnostics.push(report(findings.strayBoxEnd, "no box is open here", placeOfLines(block)));
    } else if (isPictureBlock(block)) {
      const read = readPictureBlock(source, block.map(textMarks));
      pictures.push(read.picture);
      diagnostics.push(...read.diagnostics);
    } else {
      body.push(readBlock(source, block, stands(blocks, index, body), diagnostics));
    }
  }
  return { body, pictures };
}

function readBlock(source: Source, block: Lines, mayBeCrosshead: boolean, diagnostics: Diagnostic[]): Block {
  const labelled = labelOf(block);
  if (labelled?.label === "Zwischentitel")
    return { kind: "crosshead", text: flow(source, linesBehind(labelled)), ...labelled.mark };
  if (labelled?.label === "Zitat")
    return { ...readQuotation(source, linesBehind(labelled).map(textMarks)), ...labelled.mark };
  if (mayBeCrosshead && isBareLine(block)) {
    const text = flow(source, block);
    diagnostics.push(report(findings.readAsCrosshead, `"${text.text}" was read as a crosshead`, placeOf(text)));
    return { kind: "crosshead", text };
  }
  return readList(source, block) ?? paragraph(source, block);
}

function paragraph(source: Source, block: Lines): Paragraph {
  return { kind: "paragraph", text: flow(source, block) };
}

function flow(source: Source, lines: Lines): Copy {
  return textMarks(joinLines(source, lines[0]?.origins[0] ?? 0, lines));
}

/** A bare line is a crosshead only between paragraphs: results and sign-offs stand in rows of such lines. */
function stands(blocks: readonly Lines[], index: number, body: readonly Block[]): boolean {
  const next = blocks[index + 1];
  return body[body.length - 1]?.kind === "paragraph" && next !== undefined && !isBareLine(next);
}

const BARE_END = new Pattern(String.raw`[\p{L}\p{N}]["“”«»]?$`);

/** One line of up to 60 characters that ends in a letter, a figure or a closing quote, and so in no sentence. */
function isBareLine(block: Lines): boolean {
  const text = block[0]?.text ?? "";
  return block.length === 1 && text.length <= 60 && BARE_END.test(text);
}

const BULLET = /^[-*•]\s+/;
const NUMBER = /^(\d{1,3})[.)]\s+/;

interface TableRead {
  readonly block: BoxBlock;
  /** How many blocks it took: two where the rows stand in the next one. */
  readonly blocks: 1 | 2;
}

/** A table, whose rows may stand a blank line below its title; a paragraph where there are no rows at all. */
function readTable(
  source: Source,
  labelled: LabelledBlock,
  block: Lines,
  next: Lines | undefined,
  diagnostics: Diagnostic[],
): TableRead {
  const below = next !== undefined && block.length === 1 && areRows(source, next) ? next : undefined;
  const table = readTextTable(source, below ? { ...labelled, below } : labelled, diagnostics);
  if (table !== undefined) return { block: table, blocks: below ? 2 : 1 };
  diagnostics.push(report(findings.emptyTable, "no cells stand below this line", placeOfLines(block)));
  return { block: paragraph(source, block), blocks: 1 };
}

/** A list, below "Liste:" or without a label. */
function readList(source: Source, block: Lines): List | undefined {
  const labelled = labelOf(block);
  const list = readItems(source, labelled?.label === "Liste" ? linesBehind(labelled) : block);
  return list && { ...list, ...labelled?.mark };
}

/** A list, when every item's first line is marked; lines without a mark go on with the item above them. */
function readItems(source: Source, block: Lines): List | undefined {
  const bullets = itemsOf(block, BULLET);
  if (bullets !== undefined) return listOf(source, false, bullets);
  const numbered = itemsOf(block, NUMBER);
  const counts = numbered?.every((item, index) => Number(NUMBER.exec(item[0]?.text ?? "")?.[1]) === index + 1);
  // One "8. Februar" at the beginning of a paragraph is a date and not a list.
  return numbered && counts && numbered.length > 1 ? listOf(source, true, numbered) : undefined;
}

function itemsOf(block: Lines, marker: RegExp): readonly Lines[] | undefined {
  if (!marker.test(block[0]?.text ?? "")) return undefined;
  const items: Copy[][] = [];
  for (const line of block) {
    if (marker.test(line.text)) items.push([line]);
    else items[items.length - 1]?.push(line);
  }
  return items;
}

function listOf(source: Source, ordered: boolean, items: readonly Lines[]): List {
  const marker = ordered ? NUMBER : BULLET;
  return { kind: "list", ordered, items: items.map((item) => flow(source, without(item, marker))) };
}

function readBox(source: Source, opening: LabelledBlock, others: readonly Lines[], diagnostics: Diagnostic[]): Box {
  const { first: title, below, mark } = opening;
  const closed = isBoxEnd(others[others.length - 1] ?? []);
  if (!closed) diagnostics.push(report(findings.unclosedBox, "this box is never closed", placeOf(opening.line)));
  const inner = [below, ...(closed ? others.slice(0, -1) : others)].filter((block) => block.length > 0);
  return {
    kind: "box",
    ...(title.text !== "" && { title: textMarks(title) }),
    blocks: readBoxBlocks(source, inner, diagnostics),
    ...mark,
  };
}

function readBoxBlocks(source: Source, blocks: readonly Lines[], diagnostics: Diagnostic[]): readonly BoxBlock[] {
  const read: BoxBlock[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] ?? [];
    const labelled = labelOf(block);
    if (labelled?.label === "Tabelle") {
      const table = readTable(source, labelled, block, blocks[index + 1], diagnostics);
      read.push(table.block);
      index += table.blocks - 1;
    } else read.push(readList(source, block) ?? paragraph(source, block));
  }
  return read;
}

/** How many blocks a box takes: to its end, or to the end of the text when it has none. */
function boxLength(blocks: readonly Lines[], from: number): number {
  const end = blocks.findIndex((block, index) => index > from && isBoxEnd(block));
  return (end < 0 ? blocks.length : end + 1) - from;
}

function isBoxEnd(block: Lines): boolean {
  return block.length === 1 && /^Kasten Ende\.?$/.test(block[0]?.text ?? "");
}

function without(block: Lines, prefix: RegExp): Lines {
  const lines = block.map((line, index) =>
    index === 0 ? sliceCopy(line, prefix.exec(line.text)?.[0].length ?? 0, line.text.length) : line,
  );
  return lines[0]?.text === "" ? lines.slice(1) : lines;
}

function placeOfLines(block: Lines) {
  const [first] = block;
  return first && placeOf(first);
}

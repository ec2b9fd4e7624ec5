import {
  nearestWord,
  Pattern,
  placeOf,
  report,
  sliceCopy,
  type Copy,
  type Diagnostic,
  type Source,
} from "../../base/index.ts";
import type { OptionalPart } from "../article.ts";
import { findings } from "../findings.ts";
import { joinLines } from "../join-copy.ts";
import type { FieldName, ManuscriptPicture } from "../manuscript.ts";
import { isPictureBlock, readPictureBlock } from "../picture-block.ts";
import { textMarks } from "./text-marks.ts";

type Lines = readonly Copy[];
type Fields = { [name in FieldName]?: Copy };

/** What the head of a plain text can say in labelled lines. */
const LABELS: Readonly<Record<string, FieldName>> = {
  Ressort: "section",
  Dachzeile: "kicker",
  Titel: "headline",
  Unterzeile: "deck",
  Vorspann: "lead",
  Autor: "byline",
  Ort: "dateline",
  Quelle: "sources",
  Quellen: "sources",
  Datum: "date",
  Sprache: "language",
  Agentur: "agency",
  Rechte: "rights",
  Nutzung: "usage",
  Kennung: "identifier",
  Version: "version",
  Stichwörter: "keywords",
  Sperrfrist: "embargo",
  Status: "status",
};

const LABEL = new Pattern(String.raw`^(\p{Lu}\p{L}+)(\?)?:\s*`);

/** The parts of the head whose label may have a question mark. */
const OPTIONAL: readonly OptionalPart[] = ["kicker", "deck"];

/** Longer than any headline: where one is expected, such a block is a paragraph and the headline is missing. */
const LONGEST_HEADLINE = 200;

/** What the head of a plain text says. */
export interface Head {
  readonly fields: Fields;
  /** The parts whose label has a question mark. */
  readonly optional: readonly OptionalPart[];
  readonly pictures: readonly ManuscriptPicture[];
  /** The blocks from the first paragraph on. */
  readonly rest: readonly Lines[];
}

/**
 * Reads the head of a plain text: the blocks up to the first paragraph.
 *
 * The first block is the section and the second the headline. Blocks of labelled lines may stand before, between and
 * behind them: "Dachzeile:" (kicker), "Unterzeile:" (deck), "Vorspann:" (lead), "Autor:" (byline), "Ort:" (dateline),
 * "Datum: 2025-02-09", "Sprache: de-AT", "Quellen:", "Agentur:", "Rechte:", "Nutzung:", "Kennung:", "Version:", "Stichwörter:", "Sperrfrist:", "Status:", also "Ressort:" and "Titel:"; a line without
 * a label goes on with the one above it. "Dachzeile?:" and "Unterzeile?:" may be left out. A single line that begins with "Von " and has no full stop is the byline.
 * A single line without a full stop right behind the headline can only be a caption that lost its credit.
 */
export function readHead(source: Source, blocks: readonly Lines[], diagnostics: Diagnostic[]): Head {
  const fields: Fields = {};
  const optional: OptionalPart[] = [];
  const pictures: ManuscriptPicture[] = [];
  let index = 0;
  for (; index < blocks.length; index++) {
    const block = blocks[index] ?? [];
    if (isLabelled(block)) readFields(source, block, { fields, optional }, diagnostics);
    else if (isPictureBlock(block)) {
      const read = readPictureBlock(source, block.map(textMarks));
      pictures.push(read.picture);
      diagnostics.push(...read.diagnostics);
    } else if (!readUnlabelled(source, block, fields, pictures, index + 1 < blocks.length)) break;
  }
  return { fields, optional, pictures, rest: blocks.slice(index) };
}

/** Takes a block for what its place in the head says; false when the body begins with it. */
function readUnlabelled(
  source: Source,
  block: Lines,
  fields: Fields,
  pictures: ManuscriptPicture[],
  goesOn: boolean,
): boolean {
  const inHead = pictures.length === 0;
  if ((!inHead || fields.headline !== undefined) && !isOpenLine(block)) return false;
  const text = flow(source, block);
  if (fields.section === undefined && fields.headline === undefined && inHead) fields.section = text;
  else if (fields.headline === undefined && inHead && text.text.length <= LONGEST_HEADLINE) fields.headline = text;
  else if (fields.byline === undefined && isOpenLine(block) && text.text.startsWith("Von ")) fields.byline = text;
  else if (fields.headline !== undefined && inHead && goesOn && isOpenLine(block)) {
    pictures.push({ at: text.origins[0] ?? 0, caption: text });
  } else return false;
  return true;
}

const OPEN_END = new Pattern(String.raw`[\p{L}\p{N})]$`);

/** One line that ends like no sentence. */
function isOpenLine(block: Lines): boolean {
  const text = block[0]?.text ?? "";
  return block.length === 1 && text.length <= LONGEST_HEADLINE && OPEN_END.test(text);
}

function isLabelled(block: Lines): boolean {
  return fieldOf(block[0]) !== undefined;
}

function fieldOf(line: Copy | undefined): FieldName | undefined {
  if (line === undefined) return undefined;
  const label = LABEL.exec(line.text)?.[1];
  return label !== undefined && Object.hasOwn(LABELS, label) ? LABELS[label] : undefined;
}

interface HeadSoFar {
  readonly fields: Fields;
  readonly optional: OptionalPart[];
}

function readFields(source: Source, block: Lines, head: HeadSoFar, diagnostics: Diagnostic[]): void {
  const { fields, optional } = head;
  for (const lines of labelledRuns(block, diagnostics)) {
    const [first, ...others] = lines;
    const name = fieldOf(first);
    if (first === undefined || name === undefined) continue;
    if (fields[name] !== undefined) {
      diagnostics.push(report(findings.duplicate, `"${LABEL.exec(first.text)?.[1]}" is given twice`, placeOf(first)));
      continue;
    }
    const value = sliceCopy(first, LABEL.exec(first.text)?.[0].length ?? 0, first.text.length);
    fields[name] = flow(source, value.text === "" ? others : [value, ...others]);
    if (LABEL.exec(first.text)?.[2] === undefined) continue;
    const part = OPTIONAL.find((one) => one === name);
    if (part !== undefined) optional.push(part);
    else diagnostics.push(report(findings.notOptional, `no article can leave this out`, placeOf(first)));
  }
}

/** The lines of a labelled block, each label with the lines that go on with it. */
function labelledRuns(block: Lines, diagnostics: Diagnostic[]): readonly Lines[] {
  const runs: Copy[][] = [];
  for (const line of block) {
    if (fieldOf(line) !== undefined) runs.push([line]);
    else {
      runs[runs.length - 1]?.push(line);
      const label = LABEL.exec(line.text)?.[1];
      const meant = label && nearestWord(label, Object.keys(LABELS));
      if (meant) {
        const hint = `did you mean "${meant}:"? the line was read as part of the one above it`;
        diagnostics.push(report(findings.unknownLabel, `"${label}:" is no label`, placeOf(line), hint));
      }
    }
  }
  return runs;
}

function flow(source: Source, lines: Lines): Copy {
  return textMarks(joinLines(source, lines[0]?.origins[0] ?? 0, lines));
}

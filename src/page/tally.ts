import type { Line } from "../galley/index.ts";
import type { Page, TextFrame, TextRole } from "./page.ts";

/** What a desk wants to know of a setting at a glance; counted over the body, read from the made-up pages. */
export interface Tally {
  readonly pages: number;
  /** Columns of body text, over all pages. */
  readonly columns: number;
  readonly lines: number;
  /** Lines that found no place. */
  readonly overset: number;
  /** Rows by which the columns of the last page end short of its longest column, added up. */
  readonly empty: number;
  /** Lines that end with a hyphen that was put in. */
  readonly hyphens: number;
  /** The longest run of lines that end with any hyphen. */
  readonly longestHyphenRun: number;
  /** The line with the widest word spaces, as a multiple of the normal word space. */
  readonly loosest?: {
    readonly page: number;
    readonly column: number;
    readonly row: number;
    readonly wordSpace: number;
  };
  /** Justified lines with word spaces over 1.5 times and over 2 times the normal one. */
  readonly over150: number;
  readonly over200: number;
  /** Last lines of a paragraph alone at a column's head (Hurenkinder), first ones alone at its foot (Schusterjungen). */
  readonly widows: number;
  readonly orphans: number;
  /** Last lines shorter than the paragraph indent. */
  readonly runts: number;
}

/** Counts over the body of made-up pages: what the columns hold, justified lines only where spaces are concerned. */
export function tally(pages: readonly Page[]): Tally {
  const frames = pages.flatMap(columnFrames);
  const lines = frames.flatMap(linesOf);
  const last = pages.at(-1);
  const justified = lines.filter(({ line }) => line.endsWith !== "paragraph" && line.spaces > 0);
  const loosest = justified.reduce<ColumnLine | undefined>(
    (a, b) => (a && a.line.wordSpace >= b.line.wordSpace ? a : b),
    undefined,
  );
  return {
    pages: pages.length,
    columns: new Set(frames.map(({ page, column }) => `${page}/${column}`)).size,
    lines: lines.length,
    overset: last?.overset ?? 0,
    empty: last?.emptyRows ?? 0,
    hyphens: lines.filter(({ line }) => line.endsWith === "hyphen").length,
    longestHyphenRun: longestRun(lines.map(({ line }) => endsWithHyphen(line))),
    ...(loosest && { loosest: placeOfLine(loosest) }),
    over150: justified.filter(({ line }) => line.wordSpace > 1.5).length,
    over200: justified.filter(({ line }) => line.wordSpace > 2).length,
    widows: count(lines, isWidow),
    orphans: count(lines, isOrphan),
    runts: lines.filter(({ line, frame }) => isRunt(line, frame)).length,
  };
}

interface ColumnFrame {
  readonly page: number;
  readonly column: number;
  readonly frame: TextFrame;
}

interface ColumnLine extends ColumnFrame {
  readonly row: number;
  readonly line: Line;
  /** Where the line stands in its block: its index in the frame, and the frame's count of lines. */
  readonly index: number;
}

const COUNTED: readonly TextRole[] = ["lead", "body", "list", "boxBody"];

function columnFrames({ number, frames }: Page): ColumnFrame[] {
  return frames.flatMap((frame) => {
    if (frame.kind !== "text" || frame.column === undefined || !COUNTED.includes(frame.role)) return [];
    return [{ page: number, column: frame.column, frame }];
  });
}

function linesOf({ page, column, frame }: ColumnFrame): ColumnLine[] {
  return frame.lines.map(({ line, row = 0 }, index) => ({ page, column, frame, row, line, index }));
}

function placeOfLine({ page, column, row, line }: ColumnLine) {
  return { page, column: column + 1, row: row + 1, wordSpace: line.wordSpace };
}

function endsWithHyphen(line: Line): boolean {
  return line.endsWith === "hyphen" || (line.endsWith === "explicit" && /[-\u2010]$/.test(line.copy.text));
}

function longestRun(flags: readonly boolean[]): number {
  let [run, longest] = [0, 0];
  for (const flag of flags) {
    run = flag ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function count(
  lines: readonly ColumnLine[],
  test: (line: ColumnLine, before?: ColumnLine, after?: ColumnLine) => boolean,
): number {
  return lines.filter((line, index) => test(line, lines[index - 1], lines[index + 1])).length;
}

/** A paragraph's last line alone at the head of a column, its other lines in the column before. */
function isWidow({ line, frame, index }: ColumnLine, before: ColumnLine | undefined): boolean {
  return (
    index === 0 &&
    line.endsWith === "paragraph" &&
    before?.frame !== frame &&
    before?.line.endsWith !== "paragraph" &&
    before !== undefined
  );
}

/** A paragraph's first line alone at the foot of a column, the next one in another. */
function isOrphan(at: ColumnLine, before: ColumnLine | undefined, after: ColumnLine | undefined): boolean {
  const begins = before === undefined || before.line.endsWith === "paragraph";
  return begins && at.line.endsWith !== "paragraph" && after !== undefined && after.frame !== at.frame;
}

/** A last line that the next paragraph's indent would not even cover: an em at least. */
function isRunt(line: Line, { lines }: TextFrame): boolean {
  const size = lines[0]?.line.runs[0]?.size ?? 0;
  return line.endsWith === "paragraph" && line.width < size && lines[0]?.line !== line;
}

import { copyFrom, placeOf, report, sliceCopy, type Copy, type Diagnostic, type Source } from "../../base/index.ts";
import type { Table } from "../article.ts";
import { findings } from "../findings.ts";
import { trimCopy } from "../join-copy.ts";
import type { LabelledBlock } from "./text-label.ts";
import { textMarks } from "./text-marks.ts";

type Row = readonly Copy[];

/** A line of dashes, as one draws below a table's head: `---`, `-----|-----`, `+-----+-----+`. */
const DASHES = /^[|+:\s]*-{2,}[-|+:\s]*$/;

/** Whether lines can be rows of a table: all of them have cells parted by | or tabs, or are dashes. */
export function areRows(source: Source, lines: readonly Copy[]): boolean {
  return (
    lines.length > 0 &&
    lines.some(({ text }) => !DASHES.test(text)) &&
    lines.every((line) => DASHES.test(line.text) || /[|\t]/.test(wholeLine(source, line).text))
  );
}

/**
 * Reads a table of plain text: the title behind its label, a row in each line below it, cells parted by | or, where no line
 * has that, by tabs. A line of dashes below the first row makes that one the header; other lines of dashes are left out.
 * Undefined where no line has more than one cell and none is a line of dashes: then it is no table.
 */
export function readTextTable(source: Source, block: LabelledBlock, diagnostics: Diagnostic[]): Table | undefined {
  const lines = block.below.map((line) => wholeLine(source, line));
  const separator = lines.some(({ text }) => text.includes("|")) ? "|" : "\t";
  const ruled = lines.map(({ text }) => DASHES.test(text));
  if (!ruled.includes(true) && !lines.some(({ text }) => text.includes(separator))) return undefined;
  const head = ruled.indexOf(false);
  const hasHeader = head >= 0 && (ruled[head + 1] ?? false);
  lines.forEach((line, index) => {
    if (ruled[index] && index !== head + 1) diagnostics.push(strayRule(line));
  });
  const split = splitterOf(
    separator,
    lines.filter((_, index) => !ruled[index]),
  );
  const rows = lines.flatMap((line, index): Row[] => (ruled[index] ? [] : [split(line)]));
  const [header] = rows;
  return {
    kind: "table",
    ...(block.first.text !== "" && { title: textMarks(block.first) }),
    ...(hasHeader && header && { header }),
    rows: hasHeader ? rows.slice(1) : rows,
    ...block.mark,
  };
}

function strayRule(line: Copy): Diagnostic {
  return report(findings.simplified, "this line of dashes was left out of the table", placeOf(trimCopy(line)));
}

/** A line with the tabs at its ends, which stand for empty cells and are lost when lines are trimmed. */
function wholeLine({ text }: Source, line: Copy): Copy {
  let from = line.origins[0] ?? 0;
  let until = line.origins[line.text.length] ?? from;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  while (/[ \t]/.test(text.charAt(until))) until++;
  return copyFrom(line.source, from, until);
}

/** How lines part into cells. Where most rows are framed by |, as in Markdown, those at the ends part nothing. */
function splitterOf(separator: "|" | "\t", rows: readonly Copy[]): (line: Copy) => Row {
  if (separator === "\t") return (line) => cellsOf(line, separator);
  const lines = rows.map((row) => trimCopy(row));
  const opened = lines.filter(({ text }) => text.startsWith("|")).length;
  const closed = lines.filter(({ text }) => text.endsWith("|")).length;
  const framed = opened * 2 > lines.length && closed * 2 > lines.length;
  return (line) => cellsOf(framed ? withoutFrame(trimCopy(line)) : line, separator);
}

function withoutFrame(line: Copy): Copy {
  const from = line.text.startsWith("|") ? 1 : 0;
  const until = line.text.length > from && line.text.endsWith("|") ? line.text.length - 1 : line.text.length;
  return sliceCopy(line, from, until);
}

function cellsOf(line: Copy, separator: string): Row {
  const cells: Copy[] = [];
  let from = 0;
  for (const part of line.text.split(separator)) {
    cells.push(textMarks(trimCopy(sliceCopy(line, from, from + part.length))));
    from += part.length + separator.length;
  }
  return cells;
}

import { copyFrom, placeOf, report, type Copy, type Diagnostic, type Outcome } from "../base/index.ts";
import type { Block, Table } from "./article.ts";
import { findings } from "./findings.ts";

type Row = readonly Copy[];

/**
 * The body with tables whose rows, and header, all have as many cells as the longest of them: what lacks is filled with
 * empty cells. Each row that differs from most of the others is a finding, as is a table without rows.
 */
export function squareTables(body: readonly Block[]): Outcome<readonly Block[]> {
  const diagnostics: Diagnostic[] = [];
  const square = <B extends Block>(block: B): B =>
    block.kind === "table" ? { ...block, ...squareTable(block, diagnostics) } : block;
  const value = body.map((block): Block =>
    block.kind === "box" ? { ...block, blocks: block.blocks.map(square) } : square(block),
  );
  return { value, diagnostics };
}

function squareTable({ title, header, rows }: Table, diagnostics: Diagnostic[]): Pick<Table, "header" | "rows"> {
  const all = header ? [header, ...rows] : rows;
  const named = [title, ...(header ?? [])].find((copy) => copy !== undefined && copy.text !== "");
  if (rows.length === 0)
    diagnostics.push(report(findings.emptyTable, "this table has no rows", named && placeOf(named)));
  const usual = usualLength(all);
  for (const row of all) {
    if (row.length !== usual) diagnostics.push(raggedRow(row, usual));
  }
  const width = all.reduce((most, row) => Math.max(most, row.length), 0);
  return { ...(header && { header: padded(header, width) }), rows: rows.map((row) => padded(row, width)) };
}

function raggedRow(row: Row, usual: number): Diagnostic {
  const message = `this row has ${cells(row.length)}, where the table has ${usual} in a row`;
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined) return report(findings.raggedTable, message);
  const [from, until] = [first.origins[0] ?? 0, last.origins[last.text.length] ?? 0];
  return report(findings.raggedTable, message, placeOf(copyFrom(first.source, from, Math.max(from, until))));
}

function cells(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}

/** The number of cells that most rows have; of two that are as frequent the larger, for a cell is sooner lost than added. */
function usualLength(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, times], [b, more]) => more - times || b - a);
  return usual?.[0] ?? 0;
}

function padded(row: Row, width: number): Row {
  const last = row.at(-1);
  if (last === undefined || row.length === width) return row;
  const end = last.origins[last.text.length] ?? 0;
  return [...row, ...Array.from({ length: width - row.length }, () => copyFrom(last.source, end, end))];
}

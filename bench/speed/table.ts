/** A table in Markdown that can be read as it stands: columns as wide as their widest cell, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? cell).length)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (column === 0 ? (cells[column] ?? "").padEnd(width) : (cells[column] ?? "").padStart(width))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

export const UNKNOWN = "–";

/** A number with so many decimals, or that it is not known. */
export function figure(number: number | undefined, decimals = 0): string {
  return number === undefined || Number.isNaN(number) ? UNKNOWN : number.toFixed(decimals);
}

export function times(ratio: number): string {
  return Number.isNaN(ratio) ? UNKNOWN : `${ratio.toFixed(2)}×`;
}

/** A text file as it was decoded: what every place in the copy points into. */
export interface Source {
  /** Path or name as the user gave it, for messages. */
  readonly name: string;
  /** The whole decoded text, before any cleaning. */
  readonly text: string;
}

/** A place a person can go to: both count from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<Source, readonly number[]>();

/** Line and column of an offset into the source's text; an offset past the end is the end. */
export function positionAt(source: Source, offset: number): Position {
  const starts = lineStarts(source);
  const at = Math.max(0, Math.min(offset, source.text.length));
  const line = lastIndexNotAfter(starts, at);
  return { line: line + 1, column: at - (starts[line] ?? 0) + 1 };
}

/** The text of a line (counted from 1) without its line end; empty when there is no such line. */
export function lineText(source: Source, line: number): string {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === undefined) return "";
  return source.text.slice(start, starts[line] ?? source.text.length).replace(/[\r\n]+$/, "");
}

function lineStarts(source: Source): readonly number[] {
  let starts = lineStartsOf.get(source);
  if (starts === undefined) {
    starts = [0, ...Array.from(source.text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
    lineStartsOf.set(source, starts);
  }
  return starts;
}

/** The last index of sorted numbers at which one is no greater than `value`; 0 when there is none. */
export function lastIndexNotAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

import { sourcePlace, type Place } from "./diagnostics.ts";
import type { Source } from "./source.ts";

/** Emphasis inside copy: half-open range of UTF-16 offsets into `text`. */
export interface Mark {
  readonly kind: "emphasis" | "strong";
  readonly start: number;
  readonly end: number;
}

/**
 * Copy: a manuscript text that knows where every one of its characters came from.
 * `origins[i]` is the offset in `source.text` of UTF-16 unit i; it has one entry more than the text,
 * for the place behind it.
 */
export interface Copy {
  readonly source: Source;
  readonly text: string;
  readonly origins: readonly number[];
  readonly marks: readonly Mark[];
}

/** A replacement of `text.slice(start, end)` by `text`, made for a reason (`rule`). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly rule: string;
}

/** The stretch `start`–`end` of a source as copy, unchanged. */
export function copyFrom(source: Source, start: number, end: number): Copy {
  const origins = new Array<number>(Math.max(0, end - start + 1));
  for (let index = 0; index < origins.length; index++) origins[index] = start + index;
  return { source, text: source.text.slice(start, end), origins, marks: [] };
}

/** A part of copy, with its marks clipped to the part. */
export function sliceCopy(copy: Copy, start: number, end: number): Copy {
  const marks = copy.marks
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }))
    .filter((mark) => mark.start < mark.end);
  return { source: copy.source, text: copy.text.slice(start, end), origins: copy.origins.slice(start, end + 1), marks };
}

/**
 * Copy with edits applied. Edits must be in order and must not overlap. What is put in takes the origin of
 * the character it replaces (the last one, when it is longer), so that every place still leads to the source.
 */
export function editCopy(copy: Copy, edits: readonly Edit[]): Copy {
  if (edits.length === 0) return copy;
  const text = editedText(copy.text, edits);
  // Most edits put one character in the place of another, and nothing moves.
  if (edits.every(({ start, end, text: { length } }) => length === end - start)) return { ...copy, text };
  const origins = new Array<number>(text.length + 1);
  const starts: number[] = [];
  let [from, to] = [0, 0];
  const keep = (until: number): void => {
    while (from < until) origins[to++] = copy.origins[from++] ?? 0;
  };
  for (const edit of edits) {
    keep(edit.start);
    starts.push(to);
    for (let index = 0; index < edit.text.length; index++) {
      const original = Math.max(edit.start, Math.min(edit.start + index, edit.end - 1));
      origins[to++] = copy.origins[original] ?? 0;
    }
    from = edit.end;
  }
  keep(copy.text.length + 1);
  const moved = (offset: number): number => movedBy(edits, starts, offset);
  const marks = copy.marks
    .map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) }))
    .filter((mark) => mark.start < mark.end);
  return { source: copy.source, text, origins, marks };
}

function editedText(text: string, edits: readonly Edit[]): string {
  let edited = "";
  let from = 0;
  for (const edit of edits) {
    if (edit.start < from) throw new Error(`edits overlap at ${edit.start}`);
    edited += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return edited + text.slice(from);
}

/** Where an offset is after edits whose replacements begin at `starts`; inside an edit as far in as it goes. */
function movedBy(edits: readonly Edit[], starts: readonly number[], offset: number): number {
  const last = lastAtOrBefore(edits, offset);
  const edit = edits[last];
  if (edit === undefined) return offset;
  const start = starts[last] ?? 0;
  if (offset < edit.end) return start + Math.min(offset - edit.start, edit.text.length);
  return start + edit.text.length + offset - edit.end;
}

/** The index of the last edit that begins at or before an offset; −1 when there is none. */
function lastAtOrBefore(edits: readonly Edit[], offset: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The place in the source of a stretch of copy, for diagnostics. */
export function placeOf(copy: Copy, start = 0, end = copy.text.length): Place {
  const first = copy.origins[start] ?? 0;
  const last = end > start ? (copy.origins[end - 1] ?? first) + 1 : first + 1;
  return sourcePlace(copy.source, first, last - first);
}

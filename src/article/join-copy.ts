import { copyFrom, sliceCopy, type Copy, type Mark, type Source } from "../base/index.ts";

/** Pieces of copy from one source, one behind the other, as one copy; `at` is the place of a copy without pieces. */
export function joinCopy(source: Source, at: number, pieces: readonly Copy[]): Copy {
  const [only] = pieces;
  if (only === undefined) return copyFrom(source, at, at);
  if (pieces.length === 1) return only;
  const origins: number[] = [];
  const marks: Mark[] = [];
  for (const piece of pieces) {
    const shift = origins.length;
    for (let index = 0; index < piece.text.length; index++) origins.push(piece.origins[index] ?? at);
    for (const mark of piece.marks) marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift });
  }
  const last = pieces[pieces.length - 1];
  origins.push(last?.origins[last.text.length] ?? at);
  return { source, text: pieces.map((piece) => piece.text).join(""), origins, marks };
}

/** The whole copy emphasised. */
export function markCopy(copy: Copy, kind: Mark["kind"]): Copy {
  if (copy.text.length === 0) return copy;
  return { ...copy, marks: [{ kind, start: 0, end: copy.text.length }, ...copy.marks] };
}

/** A copy without the white space at its ends. */
export function trimCopy(copy: Copy): Copy {
  const start = copy.text.length - copy.text.trimStart().length;
  return sliceCopy(copy, start, Math.max(start, copy.text.trimEnd().length));
}

/** The lines of a copy, trimmed. */
export function linesOf(copy: Copy): readonly Copy[] {
  const lines: Copy[] = [];
  let start = 0;
  for (const end of copy.text.matchAll(/\r\n|\n|\r/g)) {
    lines.push(trimCopy(sliceCopy(copy, start, end.index)));
    start = end.index + end[0].length;
  }
  return [...lines, trimCopy(sliceCopy(copy, start, copy.text.length))];
}

/** Copy from its first character to the end of another that follows it in the same manuscript, joined by a line end. */
export function joinLines(source: Source, at: number, lines: readonly Copy[]): Copy {
  const pieces = lines.flatMap((line, index) => (index === 0 ? [line] : [lineEndBefore(line), line]));
  return joinCopy(source, at, pieces);
}

function lineEndBefore(line: Copy): Copy {
  const at = Math.max(0, (line.origins[0] ?? 0) - 1);
  return { source: line.source, text: "\n", origins: [at, at + 1], marks: [] };
}

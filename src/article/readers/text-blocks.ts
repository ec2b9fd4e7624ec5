import { copyFrom, type Copy, type Source } from "../../base/index.ts";

/** The blocks of a plain text: runs of lines between blank ones, each line trimmed. */
export function readBlankLineBlocks(source: Source): readonly (readonly Copy[])[] {
  const blocks: Copy[][] = [];
  let open = false;
  for (const line of linesOfSource(source)) {
    if (isBlank(line.text)) {
      open = false;
      continue;
    }
    if (open) blocks[blocks.length - 1]?.push(line);
    else blocks.push([line]);
    open = true;
  }
  return blocks;
}

/** Zero-width characters alone leave a line as blank as spaces do. */
function isBlank(text: string): boolean {
  return /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]*$/.test(text);
}

function linesOfSource(source: Source): readonly Copy[] {
  const lines: Copy[] = [];
  let start = 0;
  for (const end of source.text.matchAll(/\r\n|\n|\r|$/g)) {
    lines.push(trimmedFrom(source, start, end.index));
    start = end.index + end[0].length;
  }
  return lines;
}

/** The stretch `start`–`end` of a source without the white space at its ends. */
function trimmedFrom(source: Source, start: number, end: number): Copy {
  const written = source.text.slice(start, end);
  const from = end - written.trimStart().length;
  return copyFrom(source, from, Math.max(from, start + written.trimEnd().length));
}

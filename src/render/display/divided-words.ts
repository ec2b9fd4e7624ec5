import type { Line, PlacedGlyph } from "../../galley/index.ts";
import type { Frame, PlacedLine } from "../../page/index.ts";

/** A word that the end of a line divides, as it reads whole. */
export interface DividedWord {
  readonly text: string;
}

/** One of the two parts of a divided word: half-open range of the glyphs of a line's run, the hyphen with the first part. */
export interface WordPart {
  readonly word: DividedWord;
  readonly start: number;
  readonly end: number;
}

/** The parts of divided words, by the line that ends with the first and the one that begins with the second. */
export interface DividedWords {
  readonly first: ReadonlyMap<PlacedLine, WordPart>;
  readonly second: ReadonlyMap<PlacedLine, WordPart>;
}

/**
 * Finds the two parts of every word that a line's end divides, in the same column, in the next, or on the next page. A word
 * whose parts are not each in one run of glyphs (a change of face within the word, a third line) is left alone: its hyphen
 * must do.
 */
export function dividedWords(frames: readonly Frame[]): DividedWords {
  const first = new Map<PlacedLine, WordPart>();
  const second = new Map<PlacedLine, WordPart>();
  for (const [before, after] of dividedLines(frames)) {
    const head = trailingPart(before.line);
    const tail = leadingPart(after.line);
    if (head === undefined || tail === undefined) continue;
    const word = { text: head.text + tail.text };
    first.set(before, { word, start: head.start, end: head.end });
    second.set(after, { word, start: tail.start, end: tail.end });
  }
  return { first, second };
}

/** Lines that end within a word, each with the line on which the word goes on; a large initial is such a line, too. */
function dividedLines(frames: readonly Frame[]): [PlacedLine, PlacedLine][] {
  const pairs: [PlacedLine, PlacedLine][] = [];
  const open = new Map<unknown, PlacedLine>();
  let initial: PlacedLine | undefined;
  for (const frame of frames) {
    if (frame.kind !== "text") continue;
    if (frame.role === "initial") {
      initial = frame.lines[0];
      continue;
    }
    // Frames of one block are one text that columns part; without a block a frame is a text of its own.
    const flow = frame.block === undefined ? frame : `${frame.role} ${frame.block}`;
    for (const placed of frame.lines) {
      const before = open.get(flow);
      if (before?.line.endsWith === "hyphen") pairs.push([before, placed]);
      if (initial !== undefined) pairs.push([initial, placed]);
      initial = undefined;
      open.set(flow, placed);
    }
  }
  return pairs;
}

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function trailingPart({ runs }: Line): Part | undefined {
  const glyphs = runs.at(-1)?.glyphs ?? NONE;
  let start = glyphs.length;
  while (start > 0 && !isSpace(glyphs[start - 1])) start--;
  if (start === 0 && runs.length > 1) return undefined;
  return { text: textOf(glyphs, start, glyphs.length).replace(/\u00AD$/, ""), start, end: glyphs.length };
}

function leadingPart({ runs }: Line): Part | undefined {
  const glyphs = runs[0]?.glyphs ?? NONE;
  let end = 0;
  while (end < glyphs.length && !isSpace(glyphs[end])) end++;
  const isWhole = end < glyphs.length || isSpace(runs[1]?.glyphs[0]);
  return isWhole ? { text: textOf(glyphs, 0, end), start: 0, end } : undefined;
}

const NONE: readonly PlacedGlyph[] = [];

function isSpace(glyph: PlacedGlyph | undefined): boolean {
  return glyph?.text === " " || glyph?.text === "\u00A0";
}

function textOf(glyphs: readonly PlacedGlyph[], start: number, end: number): string {
  let text = "";
  for (let index = start; index < end; index++) text += glyphs[index]?.text ?? "";
  return text;
}

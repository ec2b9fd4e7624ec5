import type { Glyph } from "./glyphs.ts";

/** A line as it was printed. */
export interface PrintedLine {
  /** Edges of what is printed, in points on the page. */
  readonly left: number;
  readonly right: number;
  /** Its word spaces: white between words, kerns and letterfit included. */
  readonly gaps: readonly number[];
  /** `hyphen` was put in by the setter, `explicit` is the copy's own. */
  readonly endsWith: "word" | "hyphen" | "explicit" | "paragraph";
  readonly opensParagraph: boolean;
}

/**
 * Lines of a page's glyphs, read along the paragraphs that they should print: the copy says where the spaces are (TeX
 * prints none), which hyphen was added and where a paragraph ends. Throws where a page prints something else.
 */
export function linesOf(glyphs: readonly Glyph[], paragraphs: readonly string[]): PrintedLine[] {
  const rows = rowsOf(glyphs);
  let row = 0;
  return paragraphs.flatMap((paragraph) => {
    const copy = charactersOf(paragraph);
    const lines: PrintedLine[] = [];
    for (let from = 0; from < copy.length; row++) {
      const printed = rows[row];
      if (printed === undefined) throw new Error(`the page ends in “${paragraph}”`);
      const { line, until } = readLine(printed, copy, from);
      lines.push(line);
      from = until;
    }
    return lines;
  });
}

/** Printed characters on common baselines, from the top; in a row from the left. */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (/^\s*$/.test(glyph.text)) continue;
    const key = Math.round(glyph.y * 2);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [glyph]);
    else row.push(glyph);
  }
  // A stable sort: the characters of a ligature share their place and stay in order.
  return [...rows.values()].map((row) => row.sort((a, b) => a.x - b.x)).sort((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0));
}

interface Character {
  readonly sign: string;
  /** A word space stands before it. */
  readonly spaced: boolean;
}

/** The printed characters of a copy; narrow no-break spaces belong to their word. */
function charactersOf(text: string): Character[] {
  const characters: Character[] = [];
  let spaced = false;
  for (const character of text.normalize("NFC")) {
    if (character === " " || character === "\u00A0") spaced = true;
    else
      for (const sign of plain(character)) {
        characters.push({ sign, spaced });
        spaced = false;
      }
  }
  return characters;
}

const HYPHEN = "-";

/** Letters without their form: ligatures taken apart, one kind of hyphen, no white. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u00AD\u2010\u2011]/g, HYPHEN)
    .replace(/\s/g, "");
}

function readLine(row: readonly Glyph[], copy: readonly Character[], from: number) {
  const gaps: number[] = [];
  let at = from;
  let added = false;
  row.forEach((glyph, index) => {
    for (const sign of plain(glyph.text)) {
      const expected = copy[at];
      if (expected?.sign === sign) {
        if (expected.spaced && index > 0) gaps.push(glyph.x - rightOf(row, index - 1));
        at++;
      } else if (sign === HYPHEN && index === row.length - 1) added = true;
      else throw mismatch(row, copy, from);
    }
  });
  const own = copy[at - 1]?.sign === HYPHEN && copy[at]?.spaced === false;
  const endsWith = at === copy.length ? "paragraph" : added ? "hyphen" : own ? "explicit" : "word";
  const line: PrintedLine = {
    left: row[0]?.x ?? 0,
    right: rightOf(row, row.length - 1),
    gaps,
    endsWith,
    opensParagraph: from === 0,
  };
  return { line, until: at };
}

/** The right edge of a glyph; of a ligature's later characters, that of the ligature. */
function rightOf(row: readonly Glyph[], index: number): number {
  const { x } = row[index] ?? { x: 0 };
  return Math.max(
    ...row
      .slice(Math.max(0, index - 3), index + 1)
      .filter((glyph) => glyph.x === x)
      .map((glyph) => glyph.right),
  );
}

function mismatch(row: readonly Glyph[], copy: readonly Character[], from: number): Error {
  const printed = row.map(({ text }) => text).join("");
  const expected = copy.slice(from, from + printed.length).map(({ sign }) => sign);
  return new Error(`“${printed}” is printed where “${expected.join("")}” should be`);
}

import { Pattern, type Edit } from "../../../base/index.ts";
import { missingSpace, unbalancedQuote } from "../../findings.ts";
import type { HouseStyle } from "../../house.ts";
import type { Remark } from "../rule.ts";
import { loneMarks, type Reading } from "./doubles.ts";
import type { QuoteMark } from "./marks.ts";
import { readMarks } from "./read-marks.ts";
import { pairSingles } from "./singles.ts";

/**
 * Quotation marks of the house, by reading which marks open, which close and which are apostrophes.
 * A paragraph may open with a mark that it does not close: its quotation runs on into the next paragraph.
 * Foreign marks are unified in pairs only; a lone one may belong to foreign text and stays.
 */
export function quotes(text: string, house: HouseStyle): readonly Edit[] {
  const { marks, readings } = readMarks(text);
  if (marks.length === 0) return [];
  const edits = doubleEdits(text, readings, house);
  if (readings.length === marks.length) return edits;
  return [...edits, ...singleEdits(text, marks, readings, house)].sort((a, b) => a.start - b.start);
}

/** Marks without a partner, and quotations that lack the space before or behind them. */
export function quoteRemarks(text: string): readonly Remark[] {
  const { readings } = readMarks(text);
  if (readings.length === 0) return [];
  const lone = loneMarks(readings).map(({ mark, role }) => ({
    start: mark.start,
    end: mark.end,
    finding: unbalancedQuote,
    message: role === "open" ? "this quotation is not closed" : "this quotation mark closes nothing",
  }));
  return [...lone, ...missingSpaces(text, readings)].sort((a, b) => a.start - b.start);
}

interface MarkSet {
  readonly open: string;
  readonly close: string;
}

const houseMarks: Readonly<Record<HouseStyle["quotes"], { readonly double: MarkSet; readonly single: MarkSet }>> = {
  german: { double: { open: "„", close: "“" }, single: { open: "‚", close: "‘" } },
  guillemets: { double: { open: "»", close: "«" }, single: { open: "›", close: "‹" } },
  swiss: { double: { open: "«", close: "»" }, single: { open: "‹", close: "›" } },
};

/** What any keyboard types; these are no typographic marks of any house and always change. */
const typed = new Set(['"', "``", "''", ",,", "'", "`", "´"]);

function doubleEdits(text: string, readings: readonly Reading[], house: HouseStyle): readonly Edit[] {
  let closed = -1;
  return readings.flatMap((reading, index) => {
    const { mark, role, depth, partner } = reading;
    if (depth === 0 && role === "open") closed = partner ?? -1;
    if (!typed.has(mark.glyph) && !(house.unifyQuotes && isUnifiable(reading, index, text))) return [];
    const isInner = index < closed && isTypedAlike(reading, readings);
    const to = houseMarks[house.quotes][isInner ? "single" : "double"][role];
    return change(text, withInnerSpace(text, reading, to), to);
  });
}

/**
 * A pair, or the opener that begins a paragraph of a quotation that runs on. A mark that opens by its shape
 * alone stays: a guillemet in its place would be read as closing.
 */
function isUnifiable(reading: Reading, index: number, text: string): boolean {
  if (reading.mark.isOpenByShape) return false;
  if (reading.partner !== undefined) return true;
  return reading.role === "open" && index === 0 && text.slice(0, reading.mark.start).trim() === "";
}

/** Straight marks of the second level: agencies type both levels alike, the inner ones are single. */
function isTypedAlike({ mark, depth, partner }: Reading, readings: readonly Reading[]): boolean {
  if (depth !== 1 || partner === undefined) return false;
  return mark.glyph === '"' && readings[partner]?.mark.glyph === '"';
}

const spaceInside = new Pattern(String.raw`^[ \u00A0\u202F][\p{L}\p{N}]`);

/**
 * French guillemets keep a space on their inside, which the marks of the house do not. A mark that stays as it is
 * keeps its space too, for then the copy is as the house wants it.
 */
function withInnerSpace(text: string, { mark, role, partner }: Reading, to: string): { start: number; end: number } {
  if (partner === undefined || mark.glyph === to || !/[«»]/u.test(mark.glyph)) return mark;
  if (role === "open" && spaceInside.test(text.slice(mark.end, mark.end + 3))) {
    return { start: mark.start, end: mark.end + 1 };
  }
  if (
    role === "close" &&
    /[^\s„“”"«»'‚‘’‹›][ \u00A0\u202F]$/u.test(text.slice(Math.max(0, mark.start - 3), mark.start))
  ) {
    return { start: mark.start - 1, end: mark.end };
  }
  return mark;
}

function singleEdits(
  text: string,
  marks: readonly QuoteMark[],
  readings: readonly Reading[],
  house: HouseStyle,
): readonly Edit[] {
  const roles = new Map(readings.map((reading) => [reading.mark, reading.role]));
  const pairs = pairSingles(text, marks, roles);
  const paired = new Set(pairs.flatMap(({ open, close }) => [open, close]));
  const inPairs = pairs
    .filter(({ open, close }) => house.unifyQuotes || typed.has(open.glyph) || typed.has(close.glyph))
    .flatMap(({ open, close }) => {
      // A mark that opens by its shape alone stays, and keeps a partner of its own kind.
      const set = houseMarks[open.isOpenByShape ? "german" : house.quotes].single;
      return [...change(text, open, set.open), ...change(text, close, set.close)];
    });
  const lone = marks.filter((mark) => mark.kind === "single" && !paired.has(mark) && isApostrophe(text, mark));
  return [...inPairs, ...lone.flatMap((mark) => change(text, mark, "’"))];
}

const letter = new Pattern(String.raw`\p{L}`);

function isApostrophe(text: string, mark: QuoteMark): boolean {
  const isBesideLetter = letter.test(text.charAt(mark.start - 1)) || letter.test(text.charAt(mark.end));
  return mark.glyph === "'" || ((mark.glyph === "`" || mark.glyph === "´") && isBesideLetter);
}

function change(text: string, { start, end }: { start: number; end: number }, to: string): readonly Edit[] {
  return text.slice(start, end) === to ? [] : [{ start, end, text: to, rule: "quotes" }];
}

const wordOrPunctuation = new Pattern(String.raw`[\p{L}\p{N}.,;:!?]`);
const word = new Pattern(String.raw`[\p{L}\p{N}]`);

function missingSpaces(text: string, readings: readonly Reading[]): readonly Remark[] {
  return readings.flatMap(({ mark, role }) => {
    const beside = role === "open" ? text.charAt(mark.start - 1) : text.charAt(mark.end);
    if (beside === " " || beside === "") return [];
    if (!(role === "open" ? wordOrPunctuation : word).test(beside)) return [];
    const message = role === "open" ? "No space before this quotation" : "No space behind this quotation";
    return [{ start: mark.start, end: mark.end, finding: missingSpace, message }];
  });
}

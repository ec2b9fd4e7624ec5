import { Pattern } from "../../../base/index.ts";
import { characterAfter, characterBefore, type QuoteMark } from "./marks.ts";

/** Two single marks that enclose a quotation. */
export interface SinglePair {
  readonly open: QuoteMark;
  readonly close: QuoteMark;
}

/**
 * Pairs single marks. An opener needs a closer in the same stretch between double marks and before the next
 * opener; single marks without a partner are apostrophes.
 */
export function pairSingles(text: string, marks: readonly QuoteMark[], roles: DoubleRoles): readonly SinglePair[] {
  const pairs: SinglePair[] = [];
  const taken = new Set<QuoteMark>();
  marks.forEach((open, index) => {
    if (taken.has(open) || !isOpener(text, open)) return;
    const close = chooseCloser(text, open, closersFor(text, marks, index, roles));
    if (close === undefined) return;
    taken.add(close);
    pairs.push({ open, close });
  });
  return pairs;
}

/** What each double mark was read as; single marks are not in it. */
export type DoubleRoles = ReadonlyMap<QuoteMark, "open" | "close">;

function closersFor(
  text: string,
  marks: readonly QuoteMark[],
  opener: number,
  roles: DoubleRoles,
): readonly QuoteMark[] {
  const closers: QuoteMark[] = [];
  let depth = 0;
  for (let index = opener + 1; index < marks.length; index++) {
    const mark = marks[index];
    if (mark === undefined) break;
    const role = roles.get(mark);
    if (role !== undefined) depth += role === "open" ? 1 : -1;
    if (depth < 0) break;
    if (role !== undefined || depth > 0) continue;
    if (isOpener(text, mark)) break;
    if (isCloser(mark)) closers.push(mark);
  }
  return closers;
}

const letterOrFigure = new Pattern(String.raw`[\p{L}\p{N}]`);

function isOpener(text: string, mark: QuoteMark): boolean {
  if (mark.kind === "double" || mark.glyph === "’") return false;
  if (mark.side !== "either") return mark.side === "open";
  return letterOrFigure.test(characterAfter(text, mark.end)) && !letterOrFigure.test(characterBefore(text, mark.start));
}

function isCloser(mark: QuoteMark): boolean {
  return mark.kind === "single" && mark.side === "close" && mark.glyph !== "‚";
}

/**
 * The mark of the same make closes („‚…‘“, „'…'“), and rather not one that is the apostrophe of a genitive
 * („Hans' Auto“) while another stands behind it.
 */
function chooseCloser(text: string, open: QuoteMark, closers: readonly QuoteMark[]): QuoteMark | undefined {
  const alike = Array.from(partners[open.glyph] ?? "", (glyph) => closers.filter((closer) => closer.glyph === glyph));
  const choice = alike.find((some) => some.length > 0) ?? closers;
  return choice.find((closer) => !isGenitive(text, closer)) ?? choice.at(-1);
}

/** Closers that suit an opener, the best first. */
const partners: Readonly<Record<string, string>> = {
  "'": "'",
  "‚": "‘",
  "‘": "’",
  "›": "‹›",
  "‹": "›‹",
  "`": "´'",
  "´": "´",
};

const capitalBehindSpace = new Pattern(String.raw`^[ \u00A0]\p{Lu}`);

function isGenitive(text: string, mark: QuoteMark): boolean {
  return /[sßzx]/u.test(text.charAt(mark.start - 1)) && capitalBehindSpace.test(text.slice(mark.end, mark.end + 3));
}

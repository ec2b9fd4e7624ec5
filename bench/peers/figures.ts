import type { PrintedLine } from "./lines.ts";

/** How a setter sets, in figures; word spaces are multiples of the face's own. */
export interface Figures {
  readonly lines: number;
  /** Mean over the justified lines of each line's mean word space, and its standard deviation over that mean. */
  readonly wordSpace: number;
  readonly variation: number;
  /** Shares of the justified lines. */
  readonly over150: number;
  readonly over200: number;
  /** The share of all lines that end with a hyphen that was put in. */
  readonly hyphens: number;
  /** The longest run of lines that end with any hyphen. */
  readonly longestRun: number;
  /** Last lines shorter than an em, of paragraphs that have others. */
  readonly runts: number;
  /** Justified lines without a single word space, which no figure above knows of. */
  readonly spaceless: number;
  /** Lines that stick out of their column by more than hanging punctuation does. */
  readonly overfull: number;
}

export interface Metrics {
  readonly wordSpace: number;
  readonly size: number;
  /** The column's right edge. */
  readonly right: number;
}

/** A hyphen or full point that hangs out whole is less than this, in em. */
const HANGING = 0.3;

/** Counts over the articles' lines as src/page/tally.ts does over our pages: last lines are not justified. */
export function figuresOf(articles: readonly (readonly PrintedLine[])[], metrics: Metrics): Figures {
  const lines = articles.flat();
  const justified = lines.filter(({ endsWith }) => endsWith !== "paragraph");
  const spaces = justified.filter(({ gaps }) => gaps.length > 0).map(({ gaps }) => mean(gaps) / metrics.wordSpace);
  const wordSpace = mean(spaces);
  const share = <T>(of: readonly T[], test: (one: T) => boolean): number =>
    of.filter(test).length / Math.max(1, of.length);
  return {
    lines: lines.length,
    wordSpace,
    variation: Math.sqrt(mean(spaces.map((space) => (space - wordSpace) ** 2))) / wordSpace,
    over150: share(spaces, (space) => space > 1.5),
    over200: share(spaces, (space) => space > 2),
    hyphens: share(lines, ({ endsWith }) => endsWith === "hyphen"),
    longestRun: Math.max(0, ...articles.map(longestRun)),
    runts: lines.filter((line) => isRunt(line, metrics.size)).length,
    spaceless: justified.length - spaces.length,
    overfull: lines.filter(({ right }) => right > metrics.right + HANGING * metrics.size).length,
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function longestRun(lines: readonly PrintedLine[]): number {
  let [run, longest] = [0, 0];
  for (const { endsWith } of lines) {
    run = endsWith === "hyphen" || endsWith === "explicit" ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function isRunt({ left, right, endsWith, opensParagraph }: PrintedLine, size: number): boolean {
  return endsWith === "paragraph" && !opensParagraph && right - left < size;
}

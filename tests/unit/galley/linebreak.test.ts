import { describe, expect, it } from "vitest";
import { FORBIDDEN, PARAGRAPH_END, type Item } from "../../../src/galley/items.ts";
import type { BreakCosts } from "../../../src/galley/break-costs.ts";
import { breakLines, type Breaks } from "../../../src/galley/linebreak.ts";
import { rowOf } from "../../support/item-row.ts";

const COSTS: BreakCosts = {
  line: 10,
  consecutiveFlagged: 6000,
  maxConsecutiveFlagged: 2,
  ladder: 1e9,
  lastFlagged: 8000,
  fitness: 4000,
  shortLastLine: 200_000,
  leastLastLine: 2,
  fullLastLine: 0,
  leastLack: 0,
  tolerance: Infinity,
};

const box = (width: number): Item => ({ kind: "box", width, stretch: 0, shrink: 0, hangLeft: 0, hangRight: 0 });
const space: Item = { kind: "glue", width: 2, stretch: 1, shrink: 0.5 };
const hyphen = (width = 1): Item => ({
  kind: "penalty",
  cost: 40,
  width,
  stretch: 0,
  shrink: 0,
  after: 0,
  flagged: true,
});
const never: Item = { kind: "penalty", cost: FORBIDDEN, width: 0, stretch: 0, shrink: 0, after: 0, flagged: false };
const fill: Item = { kind: "glue", width: 0, stretch: 1e7, shrink: 0 };
const finish: readonly Item[] = [never, fill, PARAGRAPH_END];

/** Words as a typesetter counts them: letters are one wide, `-` inside a word may be a division. */
function paragraph(text: string): Item[] {
  const words = text
    .split(" ")
    .map((word) => word.split("-").flatMap((part, i) => [...(i ? [hyphen()] : []), box(part.length)]));
  return [...words.flatMap((word, i) => [...(i ? [space] : []), ...word]), ...finish];
}

function lines(text: string, width: number, costs = COSTS): string[] {
  const items = paragraph(text);
  return describeLines(items, text, breakLines([rowOf(items)], { width: () => width, sameFrom: 0 }, costs));
}

/** The lines of a result as text, a division shown as a hyphen. */
function describeLines(items: readonly Item[], text: string, { lines: breaks }: Pick<Breaks, "lines">): string[] {
  const letters = [...text];
  let from = 0;
  return breaks.map(({ item }) => {
    let line = "";
    for (; from < item; from++) {
      const kind = items[from]?.kind;
      if (kind === "box") line += letters.splice(0, items[from]?.width).join("");
      if (kind === "glue" && letters.length > 0) line += letters.splice(0, 1).join("");
      if (kind === "penalty" && letters[0] === "-") letters.shift();
    }
    if (letters[0] === "-") line += letters.shift();
    return line.trim();
  });
}

describe("the line breaker", () => {
  it("keeps a paragraph that fits on one line", () => {
    expect(lines("aaa bb", 20)).toEqual(["aaa bb"]);
  });

  it("looks at the whole paragraph: a tight first line buys an even second one", () => {
    expect(lines("aaaa bbbb cccc dddd eeee ffff", 16)).toEqual(["aaaa bbbb cccc", "dddd eeee ffff"]);
  });

  it("divides a word rather than leaving a gaping line", () => {
    expect(lines("aaaa bbbbbb-cccccc dddd", 13)).toEqual(["aaaa bbbbbb-", "cccccc dddd"]);
  });

  it("never ends a line where a break is forbidden", () => {
    const tied: Item[] = [box(5), space, box(3), never, { ...space }, box(3), ...finish];
    const { lines: breaks } = breakLines([rowOf(tied)], { width: () => 11, sameFrom: 0 }, COSTS);
    expect(breaks.map(({ item }) => item)).toEqual([1, tied.length - 1]);
  });

  it("breaks round a shape in one go: each line has its own measure", () => {
    const items = paragraph("aaaa bbbb cccc dddd");
    const { lines: breaks } = breakLines(
      [rowOf(items)],
      { width: (line) => (line === 0 ? 4 : 10), sameFrom: 1 },
      COSTS,
    );
    expect(describeLines(items, "aaaa bbbb cccc dddd", { lines: breaks })).toEqual(["aaaa", "bbbb cccc", "dddd"]);
  });

  it("gives the next line what a broken ligature gains", () => {
    const items: Item[] = [box(10), { ...hyphen(0), after: 5 } as Item, box(8), ...finish];
    const width = (after: number) =>
      breakLines([rowOf(items)], { width: () => after, sameFrom: 0 }, COSTS).lines.at(-1);
    expect(width(13)?.overfull).toBe(false);
    expect(width(12)?.overfull).toBe(true);
  });

  it("reports an overfull line instead of losing the word", () => {
    const { lines: breaks } = breakLines([rowOf([box(30), ...finish])], { width: () => 10, sameFrom: 0 }, COSTS);
    expect(breaks).toEqual([{ item: 3, ratio: -1, overfull: true }]);
  });

  it("sets no more hyphens in a row than the limit while there is another way", () => {
    const text = Array.from({ length: 24 }, () => "aaa-bbb-ccc").join(" ");
    const ladder = (limit: number): number => {
      const ends = lines(text, 17, { ...COSTS, maxConsecutiveFlagged: limit }).map((line) => line.endsWith("-"));
      return Math.max(...ends.map((_, i) => ends.slice(i).findIndex((end) => !end)));
    };
    expect(ladder(1)).toBeLessThanOrEqual(1);
    expect(ladder(2)).toBeLessThanOrEqual(2);
  });

  it("avoids a last line that is next to nothing", () => {
    const text = "aa aa aa aa aa aa d";
    expect(lines(text, 22, { ...COSTS, shortLastLine: 0 }).at(-1)).toBe("d");
    expect(lines(text, 22).at(-1)).not.toBe("d");
  });
});

import { describe, expect, it } from "vitest";
import { fillColumns, SlugStream } from "../../../src/page/columns.ts";
import { BREAK_COST, type Slug } from "../../../src/page/slug.ts";

function slug(breakBefore: number = BREAK_COST.free, more: Partial<Slug> = {}): Slug {
  return { role: "body", block: 0, rows: 1, spaceAbove: 0, lines: [], marks: [], breakBefore, divided: false, ...more };
}

/** A paragraph of so many lines: its second line must not begin a column, nor its last one. */
function paragraph(lines: number): Slug[] {
  return Array.from({ length: lines }, (_, index) => {
    if (index === lines - 1 && index > 0) return slug(BREAK_COST.widow);
    return slug(index === 1 ? BREAK_COST.orphan : BREAK_COST.free);
  });
}

const crosshead = slug(BREAK_COST.free, { role: "crosshead", rows: 2, spaceAbove: 1 });

function columnLengths(slugs: readonly Slug[], depths: readonly number[], goal: "all" | "most" = "all") {
  const filling = fillColumns(new SlugStream(slugs), 0, depths, goal);
  return filling?.ends.map((end, column) => end - (filling.ends[column - 1] ?? 0));
}

describe("columns", () => {
  it("are filled to the last row when the text allows it", () => {
    expect(columnLengths(paragraph(12), [4, 4, 4])).toEqual([4, 4, 4]);
  });

  it("differ by one row when the lines do not divide evenly", () => {
    expect(columnLengths([...paragraph(6), ...paragraph(5)], [4, 4, 4])).toEqual([4, 4, 3]);
  });

  it("never begin with the last line of a paragraph", () => {
    expect(columnLengths([...paragraph(5), ...paragraph(5)], [4, 7])).toEqual([3, 7]);
  });

  it("never end with the first line of a paragraph", () => {
    expect(columnLengths([...paragraph(4), ...paragraph(6)], [5, 6])).toEqual([4, 6]);
  });

  it("do not part a crosshead from its text", () => {
    const text = [
      ...paragraph(4),
      crosshead,
      ...paragraph(4).map((line, index) => (index === 0 ? slug(BREAK_COST.keep) : line)),
    ];
    expect(columnLengths(text, [6, 6])).toEqual([4, 5]);
  });

  it("drop the space above a crosshead that heads a column", () => {
    expect(new SlugStream([crosshead, ...paragraph(3)]).rows(0, 4)).toBe(4);
    expect(new SlugStream([...paragraph(2), crosshead]).rows(0, 3)).toBe(4);
  });

  it("stand beside pictures: each has its own depth, and one may have none", () => {
    expect(columnLengths(paragraph(9), [5, 4, 0])).toEqual([5, 4, 0]);
  });

  it("take as much as they hold when the text goes on elsewhere", () => {
    expect(columnLengths(paragraph(20), [5, 5], "most")).toEqual([5, 5]);
  });

  it("do not send a divided word over the page", () => {
    const lines = paragraph(20).map((line, index) => ({ ...line, divided: index === 9 }));
    expect(columnLengths(lines, [5, 5], "most")).toEqual([5, 4]);
  });

  it("say so when the text does not fit", () => {
    expect(columnLengths(paragraph(11), [5, 5])).toBeUndefined();
  });
});

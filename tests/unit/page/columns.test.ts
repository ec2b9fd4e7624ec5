import { describe, expect, it } from "vitest";
import { emptyRowsOf, fillSegments, rowsOf, type FillOrder } from "../../../src/page/columns.ts";
import { flexible, rigid, slugsOf, wayOf, type Piece } from "../../../src/page/piece.ts";
import { BREAK_COST, type Slug } from "../../../src/page/slug.ts";

function slug(breakBefore: number = BREAK_COST.free, more: Partial<Slug> = {}): Slug {
  return { role: "body", block: 0, rows: 1, spaceAbove: 0, lines: [], marks: [], breakBefore, divided: false, ...more };
}

/** A paragraph of so many lines: its second line must not begin a column, nor its last one. */
function lines(count: number): Slug[] {
  return Array.from({ length: count }, (_, index) => {
    if (index === count - 1 && index > 0) return slug(BREAK_COST.widow);
    return slug(index === 1 ? BREAK_COST.orphan : BREAK_COST.free);
  });
}

const paragraph = (count: number): Piece => rigid(lines(count));

/** A paragraph that can also be had in other numbers of lines, each at its price. */
function pliant(count: number, others: Readonly<Record<number, number>>): Piece {
  return flexible(wayOf(lines(count)), () =>
    Object.entries(others).map(([rows, cost]) => wayOf(lines(Number(rows)), cost)),
  );
}

/** A rigid piece that counts how often the height of a slug is asked for, and fails when it is asked for without end. */
function counted(slugs: readonly Slug[]) {
  let looks = 0;
  const watched = slugs.map((one): Slug => ({
    ...one,
    get rows() {
      if (++looks > 1000) throw new Error("looked at without end");
      return one.rows;
    },
  }));
  const piece = rigid(watched);
  looks = 0;
  return { piece, looks: () => looks };
}

const crosshead = slug(BREAK_COST.free, { role: "crosshead", rows: 2, spaceAbove: 1 });

function fill(pieces: readonly Piece[], depths: readonly number[], more: Partial<FillOrder> = {}) {
  return fillSegments(pieces, depths, { goal: "all", emptyRow: 60, ...more });
}

function lengths(pieces: readonly Piece[], depths: readonly number[], goal: FillOrder["goal"] = "all") {
  return fill(pieces, depths, { goal })?.segments.map(({ length }) => length);
}

describe("columns", () => {
  it("are filled to the last row when the text allows it", () => {
    expect(lengths([paragraph(12)], [4, 4, 4])).toEqual([4, 4, 4]);
  });

  it("differ by one row when the lines do not divide evenly", () => {
    expect(lengths([paragraph(6), paragraph(5)], [4, 4, 4])).toEqual([4, 4, 3]);
  });

  it("never begin with the last line of a paragraph", () => {
    expect(lengths([paragraph(5), paragraph(5)], [4, 7])).toEqual([3, 7]);
  });

  it("never end with the first line of a paragraph", () => {
    expect(lengths([paragraph(4), paragraph(6)], [5, 6])).toEqual([4, 6]);
  });

  it("do not part a crosshead from its text", () => {
    const headed = lines(4).map((line, index) => (index === 0 ? slug(BREAK_COST.keep) : line));
    expect(lengths([paragraph(4), rigid([crosshead]), rigid(headed)], [6, 6])).toEqual([4, 5]);
  });

  it("drop the space above a crosshead that heads a column", () => {
    expect(rowsOf([crosshead, ...lines(3)])).toBe(4);
    expect(rowsOf([...lines(2), crosshead])).toBe(4);
  });

  it("stand beside pictures: each has its own depth, and one may have none", () => {
    expect(lengths([paragraph(9)], [5, 4, 0])).toEqual([5, 4, 0]);
  });

  it("take as much as they hold when the text goes on elsewhere, and hand on what is left", () => {
    const filling = fill([paragraph(20), paragraph(3)], [5, 5], { goal: "most" });
    expect(filling?.segments.map(({ length }) => length)).toEqual([5, 5]);
    expect(slugsOf(filling?.rest ?? [])).toHaveLength(13);
  });

  it("do not send a divided word over the page", () => {
    const divided = lines(20).map((line, index) => ({ ...line, divided: index === 9 }));
    expect(lengths([rigid(divided)], [5, 5], "most")).toEqual([5, 4]);
  });

  it("say so when the text does not fit", () => {
    expect(lengths([paragraph(11)], [5, 5])).toBeUndefined();
  });

  it("hand on all of the text where pictures leave none of them, and look at none of its lines twice", () => {
    const { piece, looks } = counted(lines(5));
    expect(fill([piece], [], { goal: "most" })).toMatchObject({ segments: [], empty: [], cost: 0 });
    expect(looks()).toBe(1);
    expect(slugsOf(fill([paragraph(5), paragraph(3)], [], { goal: "most" })?.rest ?? [])).toHaveLength(8);
    expect(fill([paragraph(5)], [])).toBeUndefined();
  });
});

describe("the fit of columns", () => {
  it("takes a paragraph in one line more where that costs less than an empty row", () => {
    const filling = fill([pliant(5, { 6: 10 }), paragraph(6)], [6, 6]);
    expect(filling?.cost).toBe(10);
    expect(filling && emptyRowsOf(filling)).toBe(0);
  });

  it("leaves the row empty where filling it costs more", () => {
    expect(fill([pliant(5, { 6: 70 }), paragraph(6)], [6, 6])?.cost).toBe(60);
  });

  it("chooses over all paragraphs at once: two cheap changes rather than one dear one", () => {
    const filling = fill([pliant(5, { 6: 5 }), pliant(5, { 6: 5 }), pliant(4, { 6: 30 })], [8, 8]);
    expect(filling?.ways.map(({ rows }) => rows)).toEqual([6, 6, 4]);
  });

  it("looks for nothing that costs as much as what is known already", () => {
    expect(fill([pliant(5, { 6: 10 }), paragraph(6)], [6, 6], { under: 10 })).toBeUndefined();
  });
});

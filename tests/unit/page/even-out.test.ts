import { describe, expect, it } from "vitest";
import type { Galley, Line } from "../../../src/galley/index.ts";
import { waysToEvenOut, type Paragraph } from "../../../src/page/even-out.ts";

/** A paragraph that can be had with a line more or fewer at a price, and how loose it is then. */
function paragraph(block: number, ways: Readonly<Record<number, { price: number; loose: number }>>): Paragraph {
  const galley = (demerits: number, wordSpace: number, alternative: Galley["alternative"]): Galley =>
    ({ lines: [{ wordSpace } as Line], demerits, alternative }) as unknown as Galley;
  const alternative = (more: number) => {
    const way = ways[more];
    return way && galley(way.price, way.loose, () => undefined);
  };
  return { block, galley: galley(0, 1, alternative) };
}

describe("columns that would end apart", () => {
  it("are evened out by the paragraph that costs least", () => {
    const body = [paragraph(0, { 1: { price: 900, loose: 1.2 } }), paragraph(1, { 1: { price: 500, loose: 1.3 } })];
    expect(waysToEvenOut(body, 1, 3)).toEqual([new Map([[1, 1]]), new Map([[0, 1]])]);
  });

  it("may lose a row each instead", () => {
    const body = [0, 1, 2].map((block) => paragraph(block, { [-1]: { price: 100 * block, loose: 1 } }));
    expect(waysToEvenOut(body, 1, 3)[0]).toEqual(
      new Map([
        [0, -1],
        [1, -1],
      ]),
    );
  });

  it("may need a paragraph longer and another shorter, to end where a column may", () => {
    const body = [
      paragraph(0, { 1: { price: 100, loose: 1 } }),
      paragraph(1, { 1: { price: 200, loose: 1 } }),
      paragraph(2, { [-1]: { price: 300, loose: 1 } }),
    ];
    expect(waysToEvenOut(body, 1, 3)).toContainEqual(
      new Map([
        [0, 1],
        [1, 1],
        [2, -1],
      ]),
    );
  });

  it("stay apart rather than have a paragraph set loose or dear", () => {
    const body = [paragraph(0, { 1: { price: 500, loose: 1.9 } }), paragraph(1, { 1: { price: 1e9, loose: 1.2 } })];
    expect(waysToEvenOut(body, 1, 2)).toEqual([]);
  });
});

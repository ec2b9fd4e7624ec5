import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/article/index.ts";
import { BestFirst, type Found, type Prospect } from "../../src/page/best-first.ts";
import { castBody } from "../../src/page/cast.ts";
import { COST } from "../../src/page/costs.ts";
import type { Layout } from "../../src/page/layout.ts";
import { materialOf } from "../../src/page/material.ts";
import { RowCosts } from "../../src/page/row-costs.ts";
import { extentOf, segmentsOf } from "../../src/page/segments.ts";
import { spaceOf } from "../../src/page/space.ts";
import { trialsOf, type Trial } from "../../src/page/trials.ts";
import { bundledTemplate, copyOf, setter } from "../support/desk.ts";
import { articleOf, paragraphOf } from "../support/makeup.ts";

/** A leaf with what it costs beyond the bundle it lies in, 8 for more than can be, or a bundle of such. */
type Tree = number | { readonly more: number; readonly parts: readonly Tree[] };

/** Few values, so that many are equal. */
const { trees } = fc.letrec<{ trees: Tree[] }>((tie) => ({
  trees: fc.array(
    fc.oneof(
      { maxDepth: 3 },
      fc.integer({ min: 0, max: 8 }),
      fc.record({ more: fc.integer({ min: 0, max: 3 }), parts: tie("trees") }),
    ),
    { maxLength: 8 },
  ),
}));

function prospectsOf(trees: readonly Tree[], least = 0): Prospect<object>[] {
  return trees.map((tree) => {
    if (typeof tree === "number") return { bound: tree === 8 ? Infinity : least + tree, found: {} };
    const bound = least + tree.more;
    const parts = prospectsOf(tree.parts, bound);
    return { bound, open: () => parts };
  });
}

function leavesOf(prospects: readonly Prospect<object>[]): { readonly found: object; readonly bound: number }[] {
  return prospects.flatMap((prospect) => ("found" in prospect ? [prospect] : leavesOf(prospect.open())));
}

describe("what lies in a tree of prospects", () => {
  it("comes as if all had been opened and sorted by its bound, equals in the order of the tree", () => {
    fc.assert(
      fc.property(
        trees.map((made) => prospectsOf(made)),
        (prospects) => {
          const sorted = leavesOf(prospects)
            .filter(({ bound }) => bound < Infinity)
            .sort((a, b) => a.bound - b.bound);
          const queue = new BestFirst(prospects);
          const given = Array.from({ length: sorted.length + 1 }, (_, index) => queue.at(index));
          given.forEach((one, index) => {
            expect(one?.found).toBe(sorted[index]?.found);
          });
        },
      ),
    );
  });

  it("is not opened before its turn", () => {
    const closed = {
      bound: 2,
      open: (): never => {
        throw new Error("opened too early");
      },
    };
    const queue = new BestFirst([closed, { bound: 1, found: "cheap" }]);
    expect(queue.at(0)?.found).toBe("cheap");
    expect(() => queue.at(1)).toThrow("opened too early");
  });
});

const caption = (text: string): Picture => ({ caption: copyOf(text), credit: copyOf("Foto: APA") });

/** All trials below a prospect with their own bounds, each held against that of every bundle that it lies in. */
function trialsBelow(prospect: Prospect<Trial>): Found<Trial>[] {
  if ("found" in prospect) return [prospect];
  const trials = prospect.open().flatMap(trialsBelow);
  expect(trials.reduce((least, { bound }) => Math.min(least, bound), Infinity)).toBeGreaterThanOrEqual(prospect.bound);
  return trials;
}

/** What is counted without a look at where it stands is what stands there. */
function expectExtentOf(layout: Layout, depth: number): void {
  for (const flush of [false, true]) {
    const segments = segmentsOf(layout, depth, flush);
    const rows = segments.reduce((sum, segment) => sum + segment.rows, 0);
    expect(extentOf(layout, depth, flush)).toEqual({ count: segments.length, rows });
  }
}

describe("the floors of widths, headings, slots, layouts and depths", () => {
  it.each(["a4-2", "a4-3", "berliner-5", "tabloid-4", "clip"])(
    "are never above what one of their trials costs, their segments counted right, on %s",
    (name) => {
      const template = bundledTemplate(name);
      const text = "Die Gemeinden fordern vom Finanzministerium neue Verhandlungen über den Haushalt. ".repeat(12);
      const article = articleOf(
        Array.from({ length: 4 }, () => paragraphOf(text.trim())),
        { pictures: [caption("Eine Sitzung"), caption("Ein Gebäude in Wien")] },
      );
      const pixels = [{ width: 1200, height: 900 }, undefined];
      const material = materialOf({ article, template, setter, pixels });
      const pieces = castBody(article, template, setter).value;
      const rows = pieces.reduce((sum, { natural }) => sum + natural.rows, 0);
      const rowCosts = new RowCosts(pieces, COST.emptyRow);
      const floors = [{ bound: () => 0, boundBeyond: () => 0 }, rowCosts];
      for (const pictures of [[], [0], [0, 1]])
        for (const order of [{}, { onePage: true }, { columns: Math.min(...template.composition.columns) }]) {
          const share = { pictures, withHeading: true, space: spaceOf(template, order), folio: 1, continued: false };
          const trials = (["all", "most"] as const).flatMap((goal) =>
            floors.flatMap((filling) => trialsOf({ material, share, goal, rows, filling }).flatMap(trialsBelow)),
          );
          expect(trials.length).toBeGreaterThan(0);
          const places = new Map(trials.map(({ found }) => [found.layout.pictures, found]));
          for (const { layout, depth } of places.values()) expectExtentOf(layout, depth);
        }
    },
  );
});

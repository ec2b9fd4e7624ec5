import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/article/index.ts";
import { castBody } from "../../src/page/cast.ts";
import { materialOf } from "../../src/page/material.ts";
import { spaceOf } from "../../src/page/space.ts";
import { TrialQueue, type BoundedTrial } from "../../src/page/trial-queue.ts";
import { plansOf, trialsOf, type Plan, type Trial } from "../../src/page/trials.ts";
import { bundledTemplate, copyOf, setter } from "../support/desk.ts";
import { articleOf, paragraphOf } from "../support/makeup.ts";

/** Layouts of which only the floors matter, each with trials that cost no less. Few values, so that many are equal. */
const plans = fc
  .array(fc.record({ floor: fc.integer({ min: 0, max: 12 }), above: fc.array(fc.integer({ min: 0, max: 8 })) }), {
    maxLength: 120,
  })
  .map((rows) =>
    rows.map(({ floor, above }, order) => ({
      plan: { floor: { all: floor, most: floor }, order } as unknown as Plan,
      trials: above.map((more, depth): BoundedTrial => {
        return { trial: { depth } as unknown as Trial, bound: more === 8 ? Infinity : floor + more };
      }),
    })),
  );

describe("trials in the order of their bounds", () => {
  it("come as if all had been made and sorted, equals in the order of their layouts", () => {
    fc.assert(
      fc.property(plans, (made) => {
        const all = made.flatMap(({ trials }) => trials).filter(({ bound }) => bound < Infinity);
        const sorted = [...all].sort((a, b) => a.bound - b.bound);
        const queue = new TrialQueue(
          made.map(({ plan }) => plan),
          "all",
          ({ order }) => made[order]?.trials ?? [],
        );
        const given = Array.from({ length: sorted.length + 1 }, (_, index) => queue.at(index));
        expect(given).toHaveLength(sorted.length + 1);
        given.forEach((one, index) => {
          expect(one?.trial).toBe(sorted[index]?.trial);
        });
      }),
    );
  });
});

const caption = (text: string): Picture => ({ caption: copyOf(text), credit: copyOf("Foto: APA") });

describe("the floor of a layout", () => {
  it.each(["a4-3", "berliner-5", "tabloid-4", "clip"])("is never above what one of its trials costs, on %s", (name) => {
    const template = bundledTemplate(name);
    const text = "Die Gemeinden fordern vom Finanzministerium neue Verhandlungen über den Haushalt. ".repeat(12);
    const article = articleOf(
      Array.from({ length: 4 }, () => paragraphOf(text.trim())),
      { pictures: [caption("Eine Sitzung"), caption("Ein Gebäude in Wien")] },
    );
    const pixels = [{ width: 1200, height: 900 }, undefined];
    const material = materialOf({ article, template, setter, pixels });
    const { value: pieces } = castBody(article, template, setter);
    for (const pictures of [[], [0], [0, 1]])
      for (const order of [{}, { onePage: true }, { columns: Math.min(...template.composition.columns) }]) {
        const share = { pictures, withHeading: true, space: spaceOf(template, order), folio: 1, continued: false };
        const plans = plansOf(material, share);
        expect(plans.length).toBeGreaterThan(0);
        for (const goal of ["all", "most"] as const) {
          const above = plans.map((plan) =>
            trialsOf(material, share, plan, goal, pieces).every(({ fixed }) => fixed >= plan.floor[goal]),
          );
          expect(above).not.toContain(false);
        }
      }
  });
});

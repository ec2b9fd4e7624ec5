import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/article/index.ts";
import type { Prospect } from "../../src/page/best-first.ts";
import { castBody } from "../../src/page/cast.ts";
import { fillSegments } from "../../src/page/columns.ts";
import { composePage } from "../../src/page/composition.ts";
import { COST, costOfRest } from "../../src/page/costs.ts";
import type { Share } from "../../src/page/layout.ts";
import { materialOf, type Material } from "../../src/page/material.ts";
import type { Piece } from "../../src/page/piece.ts";
import { spaceOf, type SpaceOrder } from "../../src/page/space.ts";
import { trialsOf, type Goal, type Trial } from "../../src/page/trials.ts";
import type { Template } from "../../src/template/index.ts";
import { bundledTemplate, copyOf, setter } from "../support/desk.ts";
import { articleOf, paragraphOf } from "../support/makeup.ts";

const caption = (text: string): Picture => ({ caption: copyOf(text), credit: copyOf("Foto: APA") });
const PICTURES = [caption("Eine Sitzung"), caption("Ein Gebäude in Wien")];
const SENTENCE = "Die Gemeinden fordern vom Finanzministerium neue Verhandlungen über den Haushalt. ";

const templates = fc.constantFrom("a4-2", "a4-3", "clip", "tabloid-4").map((name) => bundledTemplate(name));

/** What an article is made of: sentences by paragraph, with a crosshead before each but the first, and pictures. */
const copies = (most: { readonly pictures: number; readonly sentences: number }) =>
  fc.record({
    paragraphs: fc.array(fc.integer({ min: 1, max: most.sentences }), { minLength: 3, maxLength: 14 }),
    pictures: fc.integer({ min: 0, max: most.pictures }),
    crossheads: fc.boolean(),
  });

type Made = ReturnType<typeof copies> extends fc.Arbitrary<infer One> ? One : never;

const NO_FLOOR = { bound: () => 0, boundBeyond: () => 0 };

function trialsBelow(prospect: Prospect<Trial>): Trial[] {
  return "found" in prospect ? [prospect.found] : prospect.open().flatMap(trialsBelow);
}

/** The least cost of all trials, each of them filled. */
function cheapestOf(material: Material, share: Share, pieces: readonly Piece[], goal: Goal): number {
  const rows = pieces.reduce((sum, { natural }) => sum + natural.rows, 0);
  const trials = trialsOf({ material, share, goal, rows, filling: NO_FLOOR }).flatMap(trialsBelow);
  const emptyRow = share.space.exact ? COST.emptyRowOfSpace : COST.emptyRow;
  let least = Infinity;
  for (const { layout, segments, fixed } of trials) {
    const depths = segments.map((segment) => segment.rows);
    const filling = fillSegments(pieces, depths, { goal, emptyRow, under: least - fixed });
    if (filling === undefined) continue;
    const left = filling.rest.reduce((sum, { natural }) => sum + natural.rows, 0);
    const ends = filling.rest.length === 0 && layout.pictures.length === share.pictures.length;
    const lost = share.space.exact ? COST.lostRow * left : ends ? 0 : costOfRest(material, left);
    least = Math.min(least, fixed + filling.cost + (goal === "most" ? lost : 0));
  }
  return least;
}

function expectCheapest(copy: Made, template: Template, order: SpaceOrder): void {
  const blocks = copy.paragraphs.flatMap((sentences, index) => [
    ...(copy.crossheads && index > 0 ? [{ kind: "crosshead" as const, text: copyOf("Neue Gespräche") }] : []),
    paragraphOf(SENTENCE.repeat(sentences).trim()),
  ]);
  const article = articleOf(blocks, { pictures: PICTURES.slice(0, copy.pictures) });
  const pixels = article.pictures.map((_, index) => (index === 0 ? { width: 1200, height: 900 } : undefined));
  const material = materialOf({ article, template, setter, pixels });
  const pieces = castBody(article, template, setter).value;
  const pictures = article.pictures.map((_, index) => index);
  const share = { pictures, withHeading: true, space: spaceOf(template, order), folio: 1, continued: false };
  const choice = composePage(material, share, { pieces, all: true }, { compare: false, cutOff: true });
  // A page that has all, and decently, is taken before any that lacks something.
  const isWhole = choice !== undefined && choice.best.costs.incomplete === 0;
  const goals: readonly Goal[] = isWhole ? ["all"] : ["all", "most"];
  const least = Math.min(...goals.map((goal) => cheapestOf(material, share, pieces, goal)));
  expect(choice?.best.cost ?? Infinity).toBeCloseTo(least, 6);
}

describe("composing a page", () => {
  it("finds the cheapest of all trials, in a space that the desk gives", () => {
    const spaces = fc.record({ rows: fc.integer({ min: 6, max: 40 }) });
    // The space above crossheads that head a column falls away: so many rows more find room.
    const crossheads = { paragraphs: [2, 3, 5, 1, 1, 1, 1], pictures: 1, crossheads: true };
    fc.assert(fc.property(copies({ pictures: 1, sentences: 5 }), templates, spaces, expectCheapest), {
      numRuns: 60,
      examples: [[crossheads, bundledTemplate("tabloid-4"), { rows: 30 }]],
    });
  });

  it("finds the cheapest of all trials, where text and pictures may go on to another page", () => {
    const narrow = fc.constantFrom("a4-2", "clip").map((name) => bundledTemplate(name));
    fc.assert(fc.property(copies({ pictures: 2, sentences: 8 }), narrow, fc.constant({}), expectCheapest), {
      numRuns: 10,
    });
  });
});

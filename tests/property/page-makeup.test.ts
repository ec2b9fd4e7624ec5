import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Picture } from "../../src/article/index.ts";
import type { Page, TextFrame } from "../../src/page/index.ts";
import { bundledTemplate, copyOf, templateLike } from "../support/desk.ts";
import { articleOf, makeUpOn, printedText, textFrames } from "../support/makeup.ts";

const WORDS =
  "Verteidigungsministerium Gemeinden der fordern US-Präsident Haushalt mit neuen Schulden am Dienstag „Wir reden“ 11.000 Budgetausschuss und Bürgermeisterinnen in der Obersteiermark – allerdings".split(
    " ",
  );

const texts = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most }).map((words) => `${words.join(" ")}.`);

const blocks: fc.Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: texts(5, 90).map((text): Block => ({ kind: "paragraph", text: copyOf(text) })) },
  { weight: 1, arbitrary: texts(1, 6).map((text): Block => ({ kind: "crosshead", text: copyOf(text) })) },
  {
    weight: 1,
    arbitrary: texts(4, 25).map((text): Block => ({
      kind: "quotation",
      text: copyOf(text),
      attribution: copyOf("Anna Huber"),
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(texts(1, 12), { minLength: 1, maxLength: 4 })
      .map((items): Block => ({ kind: "list", ordered: false, items: items.map((item) => copyOf(item)) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(texts(1, 3), fc.integer({ min: 0, max: 99_999 })), { minLength: 1, maxLength: 14 })
      .map((rows): Block => ({
        kind: "table",
        header: [copyOf("Gemeinde"), copyOf("Euro")],
        rows: rows.map(([name, figure]) => [copyOf(name), copyOf(String(figure))]),
      })),
  },
  {
    weight: 1,
    arbitrary: texts(4, 40).map((text): Block => ({
      kind: "box",
      title: copyOf("Zur Sache"),
      blocks: [{ kind: "paragraph", text: copyOf(text) }],
    })),
  },
);

const pictures = fc.array(
  texts(1, 20).map((text): Picture => ({ caption: copyOf(text), credit: copyOf("© APA") })),
  { maxLength: 5 },
);

const articles = fc
  .record({ body: fc.array(blocks, { minLength: 1, maxLength: 25 }), pictures })
  .map(({ body, pictures: all }) => articleOf(body, { pictures: all }));

/** Pictures amid the text, credits up their edges, left pages mirrored. */
const adventurous = templateLike("a4-3", {
  page: { width: "210mm", height: "297mm", facing: true },
  house: { credit: "edge" },
  composition: {
    pictures: [
      { at: "within", side: "center", columns: [1, 3] },
      { at: "within", side: "right", columns: [1, 2] },
      { at: "head", side: "left", columns: [2, 3] },
    ],
  },
});

const templates = fc.constantFrom(
  bundledTemplate("berliner-5"),
  bundledTemplate("a4-3"),
  bundledTemplate("clip"),
  adventurous,
);
const spaces = fc.record({ rows: fc.integer({ min: 6, max: 60 }), columns: fc.integer({ min: 1, max: 2 }) });

const RUNS = { numRuns: 15 };

/** What a block must print, each text on a line of its own. */
function textOf(block: Block): string {
  switch (block.kind) {
    case "list":
      return block.items.map(({ text }) => `${text}\n`).join("");
    case "quotation":
      return `${block.text.text}\n${block.attribution?.text ?? ""}\n`;
    case "box":
      return `${block.title?.text ?? ""}\n${block.blocks.map(textOf).join("")}`;
    case "table":
      return [...(block.header ? [block.header] : []), ...block.rows]
        .flat()
        .map(({ text }) => `${text}\n`)
        .join("");
    default:
      return `${block.text.text}\n`;
  }
}

describe("making up an article", () => {
  it("loses no text: every block is on the pages, whole, once, and in order", () => {
    fc.assert(
      fc.property(articles, templates, (article, template) => {
        const { slugs, pages } = makeUpOn(template, article).value;
        const inColumns = textFrames(pages).filter(({ column }) => column !== undefined);
        // Direct speech that is pulled out of a paragraph is there twice, and must be.
        const isPulled = ({ role, block = -1 }: TextFrame): boolean =>
          role === "quotation" && article.body[block]?.kind === "paragraph";
        expect(slugs.length).toBeGreaterThan(0);
        expect(printedText(inColumns.filter((frame) => !isPulled(frame)))).toBe(article.body.map(textOf).join(""));
        const speech = printedText(inColumns.filter(isPulled)).trimEnd();
        expect(article.body.map(textOf).join("")).toContain(speech);
      }),
      RUNS,
    );
  });

  it("loses no picture: each is on a page once, with its caption and its credit on the same page below it", () => {
    fc.assert(
      fc.property(articles, templates, (article, template) => {
        const { pages } = makeUpOn(template, article).value;
        const placed = pages.flatMap((page) => page.frames.filter((frame) => frame.kind === "picture"));
        expect(placed.map(({ picture }) => picture).sort()).toEqual(article.pictures.map((_, index) => index));
        for (const page of pages) {
          const count = (kind: string): number =>
            page.frames.filter((frame) => frame.kind === kind || (frame.kind === "text" && frame.role === kind)).length;
          expect([count("caption"), count("credit")]).toEqual([count("picture"), count("picture")]);
        }
      }),
      RUNS,
    );
  });

  it("stands every body line on the grid, inside the type area, one line to a row of a column", () => {
    fc.assert(
      fc.property(articles, templates, (article, template) => {
        for (const page of makeUpOn(template, article).value.pages) checkGrid(page);
      }),
      RUNS,
    );
  });

  it("prints no text over a picture or over other text, and no picture over another", () => {
    fc.assert(
      fc.property(articles, templates, (article, template) => {
        for (const page of makeUpOn(template, article).value.pages) checkOverlaps(page);
      }),
      RUNS,
    );
  });

  it("does so neither in a space that is too small for what shall stand there", () => {
    fc.assert(
      fc.property(articles, templates, spaces, (article, template, space) => {
        for (const page of makeUpOn(template, article, space).value.pages) checkOverlaps(page);
      }),
      RUNS,
    );
  });

  it("gives the same page for the same article", () => {
    fc.assert(
      fc.property(articles, templates, (article, template) => {
        expect(makeUpOn(template, article).value.pages).toEqual(makeUpOn(template, article).value.pages);
      }),
      { numRuns: 10 },
    );
  });
});

function checkGrid({ frames, grid, typeArea }: Page): void {
  const taken = new Set<string>();
  for (const frame of frames) {
    if (frame.kind !== "text" || frame.column === undefined) continue;
    for (const { row, baseline, x, line } of frame.lines) {
      expect(x).toBeGreaterThanOrEqual(typeArea.x - 1e-6);
      expect(x + line.measure).toBeLessThanOrEqual(typeArea.x + typeArea.width + 1e-6);
      expect(baseline).toBeLessThanOrEqual(typeArea.y + typeArea.height + 1e-6);
      if (row === undefined || frame.role === "table") continue;
      expect(baseline).toBeCloseTo(grid.first + row * grid.leading, 9);
      const place = `${frame.column} ${row}`;
      expect(taken.has(place)).toBe(false);
      taken.add(place);
    }
  }
}

/** Boxes of ink, a little smaller than the letters reach, so that neighbours may be as near as set text is. */
function checkOverlaps({ frames }: Page): void {
  const boxes = frames.flatMap((frame) => {
    if (frame.kind === "picture") return [{ ...frame.rect, name: "picture" }];
    if (frame.kind !== "text" || frame.role === "placeholder") return [];
    if (frame.upwards === true) return [{ ...frame.rect, name: "a credit up the edge" }];
    return frame.lines.map(({ x, baseline, line }) => {
      const size = line.runs[0]?.size ?? 0;
      return {
        x: x + line.inset,
        y: baseline - 0.45 * size,
        width: line.width,
        height: 0.45 * size,
        name: line.copy.text,
      };
    });
  });
  boxes.forEach((a, index) => {
    for (const b of boxes.slice(index + 1)) {
      const apart =
        a.x + a.width <= b.x + 0.1 ||
        b.x + b.width <= a.x + 0.1 ||
        a.y + a.height <= b.y + 0.01 ||
        b.y + b.height <= a.y + 0.01;
      expect(apart, `“${a.name}” over “${b.name}”`).toBe(true);
    }
  });
}

import { describe, expect, it } from "vitest";
import type { Article, Block } from "../../../src/article/index.ts";
import { makeUpPages, type Page, type TextFrame } from "../../../src/page/index.ts";
import { bundledTemplate, copyOf, setter, templateLike } from "../../support/desk.ts";
import { articleOf, makeUpOn, paragraphOf, printedText, textFrames } from "../../support/makeup.ts";

const SENTENCE = "Die Gemeinden verlangen vom Bund mehr Geld für Kindergärten, Straßen und die Pflege alter Menschen. ";
const paragraph = (sentences: number): Block => paragraphOf(SENTENCE.repeat(sentences).trim());
const body = (paragraphs: number): Block[] => Array.from({ length: paragraphs }, () => paragraph(4));
const picture = { caption: copyOf("Ein Rathaus in der Obersteiermark"), credit: copyOf("© APA") };
const A4 = { width: "210mm", height: "297mm" };

const framesOf = (pages: readonly Page[], role: TextFrame["role"]): TextFrame[] =>
  textFrames(pages).filter((frame) => frame.role === role);
const textOf = (pages: readonly Page[], role: TextFrame["role"]): string => printedText(framesOf(pages, role)).trim();
const pagesOf = (template: Parameters<typeof makeUpOn>[0], article: Article): readonly Page[] =>
  makeUpOn(template, article).value.pages;

describe("a large initial", () => {
  const template = templateLike("a4-3", { initial: { rows: 3, face: "SourceSerif4Display-Semibold" } });
  const pages = pagesOf(template, articleOf(body(3)));
  const [initial] = framesOf(pages, "initial");
  const [text] = framesOf(pages, "body");

  it("stands on the grid's third row, its ink on the column's edge", () => {
    const [letter] = initial?.lines ?? [];
    const { first, leading } = bundledTemplate("a4-3").grid;
    expect(((letter?.baseline ?? 0) - first) / leading).toBeCloseTo(text?.lines[2]?.row ?? 0, 9);
    const run = letter?.line.runs[0];
    const glyph = run?.glyphs[0]?.glyph ?? 0;
    const bearing = setter.fonts.face(run?.face ?? "").bearing(glyph) * (run?.size ?? 0);
    expect((letter?.x ?? 0) + bearing).toBeCloseTo(template.typeArea.x, 9);
  });

  it("is as high as three rows from its baseline to the capitals' height of the first", () => {
    const run = initial?.lines[0]?.line.runs[0];
    const { capHeight } = setter.fonts.face(run?.face ?? "");
    const small = setter.fonts.face(template.styles.body.face).capHeight * template.styles.body.size;
    expect(capHeight * (run?.size ?? 0)).toBeCloseTo(2 * template.grid.leading + small, 9);
  });

  it("moves three lines aside and no more, and no letter is lost", () => {
    const insets = text?.lines.slice(0, 4).map(({ line }) => line.inset > 1);
    expect(insets).toEqual([true, true, true, false]);
    expect(textOf(pages, "initial")).toBe("D");
    expect(printedText(framesOf(pages, "body")).startsWith("ie Gemeinden")).toBe(true);
  });

  it("stays away where the paragraph is too short to stand beside it", () => {
    expect(framesOf(pagesOf(template, articleOf([paragraphOf("Die Gemeinden brauchen Geld.")])), "initial")).toEqual(
      [],
    );
  });
});

describe("a heading", () => {
  const inkOf = (frames: readonly TextFrame[]): number[] =>
    frames
      .flatMap(({ lines }) => lines)
      .map(({ x, line }) => {
        const [run] = line.runs;
        const glyph = run?.glyphs[0]?.glyph ?? 0;
        return x + line.inset + setter.fonts.face(run?.face ?? "").bearing(glyph) * (run?.size ?? 0);
      });

  it.each(["a4-3", "tabloid-4", "clip"])("begins with its ink on the columns' edge, each line: %s", (name) => {
    const article = articleOf(body(8), {
      headline: copyOf("Das Land prüft Vorschläge der Gemeinden zu Budget und Pflege"),
    });
    const pages = pagesOf(name, { ...article, kicker: copyOf("Finanzen"), byline: copyOf("Von Matthias Ebner") });
    const frames = (["kicker", "headline", "byline"] as const).flatMap((role) => framesOf(pages, role));
    const edge = pages[0]?.grid.columns[0] ?? 0;
    expect(frames.flatMap(({ lines }) => lines).length).toBeGreaterThan(3);
    for (const ink of inkOf(frames)) expect(ink).toBeCloseTo(edge, 9);
  });

  /** The edges of each glyph's ink on the page, y downwards. */
  const edgesOf = ({ baseline, x, line }: TextFrame["lines"][number]) =>
    line.runs.flatMap(({ face, size, glyphs }) =>
      glyphs.map(({ glyph, x: at }) => {
        const { bearing, advance, top, bottom } = setter.fonts.face(face);
        const left = x + line.inset + at;
        return {
          from: left + bearing(glyph) * size,
          until: left + advance(glyph) * size,
          top: baseline - top(glyph) * size,
          bottom: baseline - bottom(glyph) * size,
        };
      }),
    );

  const TALL = ["a4-3", "berliner-5", "berliner-6", "rheinisch-6", "nordisch-6", "tabloid-4"];

  it.each(TALL)("keeps the dots of its capitals off the header's rule and the kicker: %s", (name) => {
    for (const kicker of [undefined, copyOf("Gipfelgespräche in Brüssel")]) {
      const headline = copyOf("Öffentliche Ämter prüfen Übergabe");
      const pages = pagesOf(name, articleOf(body(30), { headline, ...(kicker && { kicker }) }));
      const rules = pages[0]?.frames.filter((frame) => frame.kind === "rule" && frame.role === "header") ?? [];
      const lowest = Math.max(...rules.map(({ rect }) => rect.y + rect.height));
      const [first = []] = framesOf(pages, "headline").flatMap((frame) => frame.lines.map(edgesOf));
      const above = kicker ? framesOf(pages, "kicker").flatMap((frame) => frame.lines.flatMap(edgesOf)) : [];
      expect(first.length).toBeGreaterThan(10);
      for (const { top, from, until } of first) {
        expect(top).toBeGreaterThan(lowest + 1);
        for (const over of above) if (over.from < until && from < over.until) expect(top).toBeGreaterThan(over.bottom);
      }
    }
  });
});

describe("the end mark", () => {
  it("closes the last paragraph and no other", () => {
    const printed = textOf(pagesOf(templateLike("a4-3", { endMark: "■" }), articleOf(body(3))), "body");
    expect(printed.split("\n").map((text) => text.includes("■"))).toEqual([false, false, true]);
    expect(printed.endsWith("Menschen.\u00A0■")).toBe(true);
  });
});

describe("sources", () => {
  it("close the article below a short rule", () => {
    const pages = pagesOf("a4-3", articleOf(body(3), { sources: copyOf("Rechnungshof, Statistik Austria") }));
    expect(textOf(pages, "sources")).toBe("Quellen: Rechnungshof, Statistik Austria");
    expect(
      textFrames(pages)
        .filter(({ column }) => column !== undefined)
        .at(-1)?.role,
    ).toBe("sources");
  });
});

describe("a credit up the picture's edge", () => {
  const template = templateLike("a4-3", { house: { credit: "edge" } });
  const pages = pagesOf(template, articleOf(body(6), { pictures: [picture] }));

  it("begins at the picture's foot and stays beside the picture, inside the columns it spans", () => {
    const [credit] = framesOf(pages, "credit");
    const window = pages[0]?.frames.find((frame) => frame.kind === "picture")?.rect;
    if (credit === undefined || window === undefined) throw new Error("no picture");
    expect(credit.upwards).toBe(true);
    expect(credit.lines[0]?.baseline).toBe(window.y + window.height);
    expect(credit.rect.x).toBeGreaterThanOrEqual(window.x + window.width);
    expect(credit.rect.x + credit.rect.width).toBeLessThanOrEqual(template.typeArea.x + template.typeArea.width + 0.5);
    expect(credit.rect.height).toBeLessThan(window.height);
  });

  it("stands below after all when it is too long for that", () => {
    const credit = copyOf("© APA/Österreichisches Institut für Raumordnung und ländliche Entwicklung, Archiv");
    const below = pagesOf(template, articleOf(body(6), { pictures: [{ ...picture, credit }] }));
    expect(framesOf(below, "credit").some(({ upwards }) => upwards)).toBe(false);
  });
});

describe("an article that jumps", () => {
  const pages = pagesOf("a4-3", articleOf(body(60)));

  it("says at each page's foot where it goes on, and at the next one's head where it comes from", () => {
    expect(pages.length).toBeGreaterThan(2);
    const jumps = pages.map((page) => framesOf([page], "jump").map((frame) => printedText([frame]).trim()));
    expect(jumps[0]).toEqual(["Fortsetzung auf Seite 2"]);
    expect(jumps[1]).toEqual(["Fortsetzung von Seite 1", "Fortsetzung auf Seite 3"]);
    expect(jumps.at(-1)).toEqual([`Fortsetzung von Seite ${pages.length - 1}`]);
  });

  it("says nothing where the template does not want it", () => {
    expect(framesOf(pagesOf(templateLike("a4-3", { jump: false }), articleOf(body(60))), "jump")).toEqual([]);
  });
});

describe("facing pages", () => {
  it("mirror: inner margins inside, folios outside", () => {
    const template = templateLike("a4-3", {
      page: { ...A4, facing: true },
      typeArea: { left: "20mm", width: "180mm" },
    });
    const [right, left] = pagesOf(template, articleOf(body(60)));
    const margin = (page: Page | undefined) => [
      page?.typeArea.x ?? 0,
      (page?.trim.width ?? 0) - (page?.typeArea.x ?? 0) - (page?.typeArea.width ?? 0),
    ];
    expect(margin(left)[0]).toBeCloseTo(margin(right)[1] ?? 0, 9);
    const folio = (page: Page | undefined): number => framesOf(page ? [page] : [], "folio")[0]?.rect.x ?? 0;
    expect(folio(left)).toBeCloseTo(left?.typeArea.x ?? 0, 9);
    expect(folio(right)).toBeGreaterThan((right?.trim.width ?? 0) * 0.9);
  });
});

describe("a clip", () => {
  const paper = bundledTemplate("clip").grid.gutter / 2;

  it("is trimmed to the article: half a gutter beside its columns and below its last line, no header", () => {
    const [page] = pagesOf("clip", articleOf(body(5)));
    const feet = (page?.frames ?? []).map(({ rect }) => rect.y + rect.height);
    expect((page?.trim.height ?? 0) - Math.max(...feet)).toBeCloseTo(paper, 6);
    const { columns = [], columnWidth = 0 } = page?.grid ?? {};
    expect(columns[0]).toBeCloseTo(paper, 6);
    expect(page?.trim.width).toBeCloseTo((columns.at(-1) ?? 0) + columnWidth + paper, 6);
    expect(framesOf(page ? [page] : [], "section")).toEqual([]);
  });

  it("keeps what hangs out of its columns, the accents of its capitals and the ground of a box on the paper", () => {
    const quoted = paragraphOf(`„${SENTENCE.trim()}“ `.repeat(8));
    const box = { kind: "box", blocks: [{ kind: "paragraph", text: copyOf(SENTENCE) }] } as const;
    const [page] = pagesOf("clip", articleOf([quoted, box], { headline: copyOf("Übergänge gesperrt") }));
    const texts = textFrames(page ? [page] : []);
    const inked = texts.flatMap(({ lines }) =>
      lines.map(({ x, line }) => [x + line.inset, x + line.inset + line.width]),
    );
    expect(Math.min(...inked.map(([from = 0]) => from))).toBeLessThan(paper);
    expect(Math.min(...inked.map(([from = 0]) => from))).toBeGreaterThan(0);
    expect(Math.max(...inked.map(([, to = 0]) => to))).toBeLessThan(page?.trim.width ?? 0);
    const [headline] = texts.filter(({ role }) => role === "headline").flatMap(({ lines }) => lines);
    const size = headline?.line.runs[0]?.size ?? 0;
    expect(headline?.baseline).toBeGreaterThan(0.89 * size);
    for (const { rect } of page?.frames ?? []) expect(rect.y + rect.height).toBeLessThan(page?.trim.height ?? 0);
  });
});

describe("a box", () => {
  const { grid, styles } = bundledTemplate("a4-3");
  const xHeight = setter.fonts.face(styles.body.face).xHeight * styles.body.size;
  const box = {
    kind: "box",
    title: copyOf("Zahlen"),
    blocks: [{ kind: "paragraph", text: copyOf(SENTENCE) }],
  } as const;
  const tintOf = (article: Article) => {
    const space = { columns: 1 };
    const { pages } = makeUpPages({ article, template: bundledTemplate("a4-3"), setter, pixels: [], space }).value;
    const lines = textFrames(pages).flatMap(({ role, lines: set }) => (role === "body" ? set : []));
    const tint = pages.flatMap(({ frames }) => frames.filter(({ kind }) => kind === "tint"))[0]?.rect;
    return { lines, top: tint?.y ?? 0, foot: (tint?.y ?? 0) + (tint?.height ?? 0) };
  };
  const row = (y: number): number => (y - grid.first) / grid.leading;

  it("at a column's head begins where small letters would, at its foot ends on the last row", () => {
    const head = tintOf(articleOf([box, paragraph(2)]));
    expect(row(head.top + xHeight) % 1).toBeCloseTo(0, 9);
    const foot = tintOf(articleOf([paragraph(2), box]));
    expect(row(foot.foot) % 1).toBeCloseTo(0, 9);
    expect(foot.foot).toBeGreaterThan(Math.max(...foot.lines.map(({ baseline }) => baseline)));
  });

  it("between paragraphs has paper above and below", () => {
    const { lines, top, foot } = tintOf(articleOf([paragraph(2), box, paragraph(2)]));
    const baselines = lines.map(({ baseline }) => baseline);
    expect(top - Math.max(...baselines.filter((y) => y < top))).toBeGreaterThan(0.6 * grid.leading);
    expect(Math.min(...baselines.filter((y) => y > foot)) - xHeight - foot).toBeGreaterThan(0.6 * grid.leading);
  });
});

describe("a picture within the columns", () => {
  it("has text above and below it, at least as many rows as the template wants", () => {
    const template = templateLike("a4-3", {
      composition: { pictures: [{ at: "within", side: "center", columns: [1] }] },
    });
    const [page] = pagesOf(template, articleOf(body(8), { pictures: [picture] }));
    const window = page?.frames.find((frame) => frame.kind === "picture")?.rect;
    const inColumn = framesOf(page ? [page] : [], "body").filter(({ rect }) => Math.abs(rect.x - (window?.x ?? 0)) < 1);
    const rows = (test: (baseline: number) => boolean): number =>
      inColumn.flatMap((frame) => frame.lines).filter(({ baseline }) => test(baseline)).length;
    const least = template.composition.leastBesidePicture;
    expect(rows((baseline) => baseline < (window?.y ?? 0))).toBeGreaterThanOrEqual(least);
    expect(rows((baseline) => baseline > (window?.y ?? 0) + (window?.height ?? 0))).toBeGreaterThanOrEqual(least);
  });
});

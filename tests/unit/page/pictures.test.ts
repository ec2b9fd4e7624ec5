import { describe, expect, it } from "vitest";
import type { Picture } from "../../../src/article/index.ts";
import { makeUpPages, type Page, type PictureFrame, type TextFrame } from "../../../src/page/index.ts";
import { bundledTemplate, copyOf, setter, templateLike } from "../../support/desk.ts";
import { articleOf, paragraphOf, textFrames } from "../../support/makeup.ts";

const SENTENCE = "Die Gemeinden verlangen vom Bund mehr Geld für Kindergärten, Straßen und die Pflege alter Menschen. ";
const PICTURE: Picture = { caption: copyOf("Ein Rathaus in der Obersteiermark"), credit: copyOf("© APA") };
const LANDSCAPE = { width: 3000, height: 2000 };
const PORTRAIT = { width: 2000, height: 3000 };

/** Pages of an article of so many paragraphs of four sentences with pictures of these sizes. */
function pagesOf(template: string, paragraphs: number, pixels: readonly (typeof LANDSCAPE)[]): readonly Page[] {
  const body = Array.from({ length: paragraphs }, () => paragraphOf(SENTENCE.repeat(4).trim()));
  const article = articleOf(body, { pictures: pixels.map(() => PICTURE) });
  return makeUpPages({ article, template: bundledTemplate(template), setter, pixels }).value.pages;
}

const picturesOn = (page: Page): PictureFrame[] => page.frames.filter((frame) => frame.kind === "picture");
const linesOn = (page: Page): number =>
  textFrames([page])
    .filter(({ role }) => role === "body")
    .reduce((sum, { lines }) => sum + lines.length, 0);
const areaOf = ({ rect }: PictureFrame): number => rect.width * rect.height;

describe("an article's pictures", () => {
  it.each([
    ["a4-2", 7, [LANDSCAPE, PORTRAIT]],
    ["a4-2", 8, [LANDSCAPE, PORTRAIT]],
    ["a4-2", 9, [LANDSCAPE, PORTRAIT, LANDSCAPE]],
    ["a4-2", 8, [LANDSCAPE, PORTRAIT, LANDSCAPE, PORTRAIT]],
    ["a4-3", 10, [PORTRAIT, PORTRAIT, LANDSCAPE]],
  ] as const)("never stand on a page without text: %s, %d paragraphs", (template, paragraphs, pixels) => {
    const pages = pagesOf(template, paragraphs, pixels);
    expect(pages.flatMap(picturesOn)).toHaveLength(pixels.length);
    const least = bundledTemplate(template).composition.leastDepth;
    for (const page of pages) expect(linesOn(page)).toBeGreaterThan(least);
  });

  it.each([
    ["tabloid-4", 5],
    ["berliner-5", 6],
    ["berliner-6", 6],
    ["rheinisch-6", 6],
    ["nordisch-6", 6],
  ] as const)(
    "stay on one page with a text that does, and do not part it, though they are more than the template has slots for: %s, %d",
    (template, count) => {
      const pixels = [LANDSCAPE, PORTRAIT, LANDSCAPE, LANDSCAPE, LANDSCAPE, LANDSCAPE].slice(0, count);
      const pages = pagesOf(template, 12, pixels);
      expect(pages.map((page) => picturesOn(page).length)).toEqual([pixels.length]);
    },
  );

  it("go where the text goes: some to each page that a long one takes", () => {
    const pages = pagesOf("a4-2", 26, [LANDSCAPE, LANDSCAPE, LANDSCAPE]);
    const counts = pages.map((page) => picturesOn(page).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(counts[0]).toBeLessThan(3);
    expect(counts[1]).toBeGreaterThan(0);
  });

  it.each(["a4-3", "berliner-5", "berliner-6", "rheinisch-6", "tabloid-4"])(
    "are led by the first, which is the largest of a landscape and a portrait: %s",
    (template) => {
      const pictures = pagesOf(template, 12, [LANDSCAPE, PORTRAIT]).flatMap(picturesOn);
      const [lead = 0, second = 0] = pictures
        .toSorted((a, b) => a.picture - b.picture)
        .map(({ rect }) => Math.round(rect.width));
      expect(lead).toBeGreaterThanOrEqual(second);
    },
  );

  it.each(["a4-3", "berliner-5", "berliner-6", "rheinisch-6", "nordisch-6"])(
    "take little more than half of a short article: %s",
    (template) => {
      for (const pixels of [LANDSCAPE, PORTRAIT]) {
        const [page] = pagesOf(template, 4, [pixels]);
        const [picture] = page ? picturesOn(page) : [];
        const texts = textFrames(page ? [page] : []).filter(({ role }) => role === "body" || role === "caption");
        const rects = [...texts, ...(picture ? [picture] : [])].map(({ rect }) => rect);
        const top = Math.min(...rects.map(({ y }) => y));
        const foot = Math.max(...rects.map(({ y, height }) => y + height));
        const left = Math.min(...rects.map(({ x }) => x));
        const right = Math.max(...rects.map(({ x, width }) => x + width));
        expect((picture ? areaOf(picture) : 0) / ((foot - top) * (right - left))).toBeLessThan(0.58);
      }
    },
  );
});

describe("a caption at the foot of its columns", () => {
  it.each(["a4-2", "a4-3", "berliner-5", "berliner-6", "nordisch-6", "rheinisch-6", "tabloid-4"])(
    "ends on the last row of the text beside it, in one row of its own: %s",
    (name) => {
      const template = templateLike(name, {
        composition: { pictures: [{ at: "foot", side: "left", columns: [1] }] },
      });
      const body = Array.from({ length: 4 }, () => paragraphOf(SENTENCE.repeat(4).trim()));
      const picture = { ...PICTURE, caption: copyOf("Das Rathaus") };
      const article = articleOf(body, { pictures: [picture] });
      const [page] = makeUpPages({ article, template, setter, pixels: [LANDSCAPE], space: { columns: 2 } }).value.pages;
      const baselinesOf = (role: TextFrame["role"]): number[] =>
        textFrames(page ? [page] : [])
          .filter((frame) => frame.role === role)
          .flatMap(({ lines }) => lines.map(({ baseline }) => baseline));
      const last = Math.max(...baselinesOf("body"));
      expect(baselinesOf("caption")).toEqual([expect.closeTo(last, 6)]);
      const [window] = page ? picturesOn(page) : [];
      const foot = (window?.rect.y ?? 0) + (window?.rect.height ?? 0);
      expect(last - foot).toBeLessThan(template.styles.caption.leading + 1.21);
    },
  );
});

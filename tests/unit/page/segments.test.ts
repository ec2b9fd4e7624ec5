import { describe, expect, it } from "vitest";
import { headings, layouts, slotsTried, type PictureChoice, type Share } from "../../../src/page/layout.ts";
import { materialOf } from "../../../src/page/material.ts";
import { extentOf, rowOf, segmentsOf } from "../../../src/page/segments.ts";
import { spaceOf } from "../../../src/page/space.ts";
import { copyOf, setter, templateLike } from "../../support/desk.ts";
import { articleOf } from "../../support/makeup.ts";

describe("a picture at the foot", () => {
  const template = templateLike("a4-3", { composition: { pictures: [{ at: "foot", side: "left", columns: [1] }] } });
  const picture = { caption: copyOf("Ein Rathaus in der Obersteiermark"), credit: copyOf("© APA") };
  const material = materialOf({
    article: articleOf([], { pictures: [picture] }),
    template,
    setter,
    pixels: [{ width: 1500, height: 1000 }],
  });
  const share: Share = { pictures: [0], withHeading: true, space: spaceOf(template), folio: 1, continued: false };
  const [headed] = headings(material, share, 2);
  const slots = slotsTried(material, share, 2);
  const [layout] = headed && slots[0]?.[0] ? layouts(material, share, headed, slots, slots[0][0]) : [];
  const foot = layout?.pictures[0] as PictureChoice;
  const columns = { columns: 2, pictures: [foot] };

  it("ends on the last row, with a row of paper below the text above it", () => {
    const depth = foot.withCaption + 6;
    expect(rowOf(foot, depth)).toBe(6);
    expect(segmentsOf(columns, depth)).toEqual([
      { column: 0, from: 0, rows: 5 },
      { column: 1, from: 0, rows: depth },
    ]);
  });

  it.each([0, 1])("that fills its column begins on the body's first row, %d rows of it left", (left) => {
    const depth = foot.withCaption + left;
    expect(rowOf(foot, depth)).toBe(0);
    expect(segmentsOf(columns, depth)).toEqual([{ column: 1, from: 0, rows: depth }]);
    expect(extentOf(columns, depth)).toEqual({ count: 1, rows: depth });
  });
});

import { describe, expect, it } from "vitest";
import { styleWith } from "../../../src/galley/index.ts";
import { bundledTemplate } from "../../support/desk.ts";

const { body, credit } = bundledTemplate("a4-3").styles;

describe("a style with changes", () => {
  it("is the style, but for them", () => {
    expect(styleWith(body, { align: "left", hanging: 0 })).toEqual({ ...body, align: "left", hanging: 0 });
  });

  it("is one for the same changes of the same style, and another for others", () => {
    const left = styleWith(body, { align: "left" });
    expect(styleWith(body, { align: "left" })).toBe(left);
    expect(styleWith(body, { align: "left", hanging: 0 })).not.toBe(left);
    expect(styleWith(body, { align: "right" })).not.toBe(left);
    expect(styleWith(credit, { align: "left" })).not.toBe(left);
  });
});

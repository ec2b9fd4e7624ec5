import { describe, expect, it } from "vitest";
import { bundledCondition, conditionLike } from "../../../support/condition.ts";
import { streamOf, type PageOrder } from "../../../support/pdf/build.ts";
import { judge, rulesBrokenBy } from "../../../support/pdf/judged.ts";

/** A Type 3 font has no program to embed, another is there with one. */
const PROGRAM = streamOf("%!PS-AdobeFont-1.0: Test with some bytes of a program");
const DESCRIPTOR = "<</Type /FontDescriptor /FontName /Test /FontFile 5 0 R>>";
const FONT = `/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Test /FontDescriptor ${DESCRIPTOR}>>>>`;
const STATES = "/ExtGState <</O <</OP true /op true /OPM 1>> /N <</OP false /op false>> /T <</ca 0.5>>>>";
const TO_CMYK = "<</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0 0.8 1 0]>>";
const SPACES = `/ColorSpace <</S [/Separation /Orange /DeviceCMYK ${TO_CMYK}] /A [/Separation /All /DeviceCMYK ${TO_CMYK}]
  /L [/Lab <</WhitePoint [1 1 1]>>]>>`;

function page(content: string, more: Partial<PageOrder> = {}): PageOrder {
  return { content, resources: `${FONT} ${STATES} ${SPACES}`, extra: [PROGRAM], ...more };
}

/** Type of a size in points in the middle of the page. */
function type(size: number): string {
  return `BT /F ${size} Tf 20 100 Td (AA) Tj ET`;
}

const TINT = "0.3 0.2 0 0 k 12 90 76 30 re f";

/** Samples of one component, for a picture within the content. */
function samples(width: number, height: number, bits = 8): string {
  return "x".repeat(Math.ceil((width * bits) / 8) * height);
}

describe("a page", () => {
  it.each([
    ["black type on paper", type(9)],
    ["black type that overprints a tint", `${TINT} /O gs 0 0 0 1 k ${type(9)}`],
    ["large black type that knocks out", `${TINT} 0 0 0 1 k ${type(14)}`],
    ["white type on a tint, large enough", `0 0 0 1 k 12 90 76 30 re f 0 0 0 0 k ${type(9)}`],
    ["type in one ink", `0 1 0 0 k ${type(6)}`],
    ["a rule that is thick enough", "0.3 w 20 20 m 80 20 l S"],
    ["a solid of 220 percent", "0.6 0.5 0.4 0.7 k 20 20 9 9 re f"],
    ["white that knocks out", `${TINT} 0 0 0 0 k 20 95 9 9 re f`],
    ["white paper that overprints nothing", "/O gs 0 0 0 0 k 20 95 9 9 re f 0 g 1 1 40 40 re f"],
    ["registration marks outside the trim", "/A cs 1 scn 1 1 5 5 re f 0 g 20 20 9 9 re f"],
    [
      "a drawing of one bit, fine enough",
      `0 g 20 20 9 9 re f q 9 0 0 9 40 40 cm BI /W 80 /H 80 /BPC 1 /IM true ID ${samples(80, 80, 1)} EI Q`,
    ],
    ["a gradient's strip of few pixels", "q 60 0 0 60 20 20 cm BI /W 1 /H 4 /BPC 8 /CS /G ID 1234 EI Q"],
  ])("with %s breaks no rule", (_, content) => {
    expect(rulesBrokenBy(page(content))).toEqual([]);
  });

  it.each([
    ["type in RGB", `0 0 0 rg ${type(9)}`, ["COL-1"]],
    ["an area in Lab", "/L cs 50 0 0 scn 20 20 9 9 re f", ["COL-7"]],
    ["a spot ink", "/S cs 0.5 scn 20 20 9 9 re f", ["SPOT-1"]],
    ["registration colour on the trimmed page", "/A cs 1 scn 20 20 9 9 re f", ["COL-5"]],
    ["registration colour as four solids", "1 1 1 1 k 20 20 9 9 re f", ["COL-5"]],
    ["more ink than the paper holds", "0.9 0.8 0.7 0.5 k 20 20 9 9 re f", ["INK-1"]],
    ["a tint that vanishes", "0 0 0 0.03 k 20 20 9 9 re f", ["TONE-1"]],
    ["a tint that fills in", "0 0 0 0.97 k 20 20 9 9 re f", ["TONE-1"]],
    ["type that is too small", type(5), ["TYPE-1"]],
    ["white type that is too small", `0 0 0 1 k 12 90 76 30 re f 0 0 0 0 k ${type(7)}`, ["TYPE-2"]],
    ["coloured type that is too small", `0 1 1 0 k ${type(9)}`, ["TYPE-3"]],
    ["rich black type that is too small", `0.4 0.3 0.3 1 k ${type(9)}`, ["TYPE-4"]],
    ["small black type that knocks out of a tint", `${TINT} 0 0 0 1 k ${type(9)}`, ["OVER-1"]],
    ["black of DeviceGray, which overprints nothing", `${TINT} /O gs 0 g ${type(9)}`, ["OVER-1"]],
    ["a thin black rule that knocks out of a tint", `${TINT} 0 0 0 1 K 1 w 20 100 m 80 100 l S`, ["OVER-1"]],
    ["white type that overprints", `${TINT} /O gs 0 0 0 0 k ${type(14)}`, ["OVER-2"]],
    ["a white area that overprints a tint", `${TINT} /O gs 0 0 0 0 k 20 95 9 9 re f`, ["OVER-2"]],
    ["a hairline", "0.1 w 20 20 m 80 20 l S", ["LINE-1"]],
    ["a line of width 0", "0 w 20 20 m 80 20 l S", ["LINE-1"]],
    ["a rectangle as thin as a hairline", "20 20 60 0.1 re f", ["LINE-1"]],
    ["a thin rule in two inks", "0 1 1 0 K 0.35 w 20 20 m 80 20 l S", ["LINE-2"]],
    [
      "a picture of too few pixels",
      `q 72 0 0 72 12 12 cm BI /W 60 /H 60 /BPC 8 /CS /G ID ${samples(60, 60)} EI Q`,
      ["PIC-1"],
    ],
    [
      "a picture of few pixels",
      `q 72 0 0 72 12 12 cm BI /W 150 /H 150 /BPC 8 /CS /G ID ${samples(150, 150)} EI Q`,
      ["PIC-2"],
    ],
    [
      "line art of few pixels",
      `q 72 0 0 72 12 12 cm BI /W 400 /H 400 /BPC 1 /CS /G ID ${samples(400, 400, 1)} EI Q`,
      ["PIC-3"],
    ],
    ["nothing on it", "1 g 0 0 100 200 re f", ["PAGES-2"]],
    ["nothing on it that can be seen", "q 20 20 9 9 re W n 0 g 50 50 9 9 re f Q", ["PAGES-2"]],
    ["type cut by the trim", "BT /F 9 Tf 12 188 Td (AA) Tj ET", ["SAFE-1"]],
  ])("with %s breaks the rule for it and no other", (_, content, rules) => {
    expect(rulesBrokenBy(page(content))).toEqual(rules);
  });

  it("with a font that is not embedded is refused, for what is shown alone", () => {
    const resources = "/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>";
    expect(rulesBrokenBy({ content: type(9), resources })).toEqual(["FNT-1"]);
    expect(rulesBrokenBy({ content: `BT 3 Tr ET ${type(9)} 20 20 9 9 re f`, resources })).toEqual([]);
  });

  it("tells where on the trimmed page a finding is, in millimetres from its upper left corner", () => {
    const { findings } = judge(page("1 0 0 rg 10 161.654 28.346 28.346 re f"), bundledCondition("austria-newsprint"));
    const [first] = findings.find(({ rule }) => rule.id === "COL-1")?.occurrences ?? [];
    expect(first).toEqual({ found: "an area is in DeviceRGB", page: 1, place: { x: 0, y: 0, width: 10, height: 10 } });
  });
});

describe("a print condition", () => {
  const bleeding = conditionLike("austria-newsprint", { bleed: "5pt", safety: "5pt" });

  it.each([
    ["lets an area bleed", "0 1 0 0 k 0 0 100 40 re f", []],
    ["finds an area that ends at the trim", "0 1 0 0 k 10 10 80 40 re f", ["BLEED-2"]],
    ["finds an area that reaches only a little beyond the trim", "0 1 0 0 k 8 8 84 40 re f", ["BLEED-2"]],
    ["finds type that stands too near to the trim", "BT /F 9 Tf 12 100 Td (AA) Tj ET", ["SAFE-1"]],
    ["lets type stand outside of the trim", "BT /F 3 Tf 20 4 Td (AA) Tj ET 0 g 20 20 9 9 re f", []],
  ])("with bleed %s", (_, content, rules) => {
    expect(rulesBrokenBy(page(content), bleeding)).toEqual(rules);
  });

  it("asks for a BleedBox as large as its bleed", () => {
    const condition = conditionLike("austria-newsprint", { bleed: "3mm" });
    expect(rulesBrokenBy(page("0 g 20 20 9 9 re f"), condition)).toEqual(["BLEED-1"]);
  });

  it("may have spot inks, a palette, and no transparency", () => {
    const spots = conditionLike("austria-newsprint", { inks: { total: 220, tones: [5, 95], spots: ["Orange"] } });
    expect(rulesBrokenBy(page("/S cs 0.5 scn 20 20 9 9 re f"), spots)).toEqual([]);
    const palette = { red: { c: 0, m: 1, y: 1, k: 0 }, black: { c: 0, m: 0, y: 0, k: 1 } };
    const strict = conditionLike("austria-newsprint", {
      inks: { total: 220, tones: [5, 95], palette },
      transparency: false,
    });
    expect(rulesBrokenBy(page("0 0.5 0.5 0 k 20 20 9 9 re f 0.5 g 20 20 9 9 re f"), strict)).toEqual([]);
    expect(rulesBrokenBy(page("0.5 0.5 0 0 k 20 20 9 9 re f"), strict)).toEqual(["PAL-1"]);
    expect(rulesBrokenBy(page("/T gs 20 20 9 9 re f"), strict)).toEqual(["TRN-3"]);
  });
});

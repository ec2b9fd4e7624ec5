import { describe, expect, it } from "vitest";
import { colourName, inksOf, totalInk } from "../../../../src/preflight/content/index.ts";
import { streamOf } from "../../../support/pdf/build.ts";
import { theMark } from "../../../support/pdf/marks.ts";

/** The colour with which a square is filled. */
function colour(content: string, space = "", extra: readonly string[] = []) {
  const resources = space === "" ? "" : `/ColorSpace <</C ${space}>>`;
  return theMark("fill", { content: `${content} 0 0 9 9 re f`, resources, extra }).colour;
}

const TO_CMYK = "<</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0 0.8 1 0]>>";

describe("a colour", () => {
  it("of the process inks is their sum", () => {
    expect(totalInk(colour("0.5 0.4 0.3 1 k"))).toBeCloseTo(220);
    expect(colourName(colour("0 0 0 1 k"))).toBe("K 100 %");
    expect(colourName(colour("0 .3 1 0 k"))).toBe("C 0 M 30 Y 100 K 0 %");
  });

  it("of gray is black alone", () => {
    expect(inksOf(colour("0.25 g"))).toMatchObject({ c: 0, k: 0.75 });
  });

  it("of RGB is unknown until it is converted, but for white", () => {
    expect(totalInk(colour("1 0 0 rg"))).toBeUndefined();
    expect(totalInk(colour("1 1 1 rg"))).toBe(0);
  });

  it("of a spot ink counts as much as the paper has to hold either way", () => {
    const spot = colour("/C cs 1 scn", `[/Separation /Orange /DeviceCMYK ${TO_CMYK}]`);
    expect(totalInk(spot)).toBeCloseTo(180);
    expect(inksOf(spot)?.spots).toEqual(new Map([["Orange", 1]]));
  });

  it("of DeviceN prints process inks by their names", () => {
    const extra = [streamOf("{ 0 0 3 -1 roll }", "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]")];
    const mixed = colour("/C cs 0.2 0.6 scn", "[/DeviceN [/Cyan /Black] /DeviceCMYK 5 0 R]", extra);
    expect(inksOf(mixed)).toMatchObject({ c: 0.2, m: 0, y: 0, k: 0.6 });
  });

  it("of Separation All is on every plate", () => {
    expect(inksOf(colour("/C cs 1 scn", `[/Separation /All /DeviceCMYK ${TO_CMYK}]`))?.all).toBe(true);
  });

  it("of an index is what the table says", () => {
    expect(inksOf(colour("/C cs 1 sc", "[/Indexed /DeviceCMYK 1 <00000000 FF000080>]"))).toMatchObject({
      c: 1,
      k: 128 / 255,
    });
  });

  it("of a device space is that of the default which stands for it", () => {
    const resources = "/ColorSpace <</DefaultRGB [/CalRGB <</WhitePoint [1 1 1]>>]>>";
    expect(theMark("fill", { content: "1 0 0 rg 0 0 9 9 re f", resources }).colour.space.kind).toBe("calrgb");
  });
});

describe("the functions behind colours", () => {
  it.each([
    [
      "a stitched function",
      "<</FunctionType 3 /Domain [0 1] /Bounds [0.5] /Encode [0 1 0 1] /Functions [<</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0 0 0 1]>> <</FunctionType 2 /Domain [0 1] /N 1 /C0 [1 1 1 0] /C1 [1 1 1 1]>>]>>",
      "0.75 scn",
      350,
    ],
    ["a calculation", "5 0 R", "1 scn", 160],
    ["a table of samples", "6 0 R", "0.5 scn", 200],
  ])("are computed: %s", (_, tint, set, sum) => {
    const extra = [
      streamOf(
        "{ dup 0.5 gt { 0.8 mul dup 0 0 } { pop 0 0 0 0 } ifelse }",
        "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1 0 1]",
      ),
      streamOf(
        "\x00\x00\x00\x00\xff\xff\x00\x00\xff\xff\xff\xff",
        "/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1 0 1] /Size [3] /BitsPerSample 8",
      ),
    ];
    expect(totalInk(colour(`/C cs ${set}`, `[/Separation /S /DeviceCMYK ${tint}]`, extra))).toBeCloseTo(sum, 0);
  });

  it("that run in circles are given up", () => {
    const endless = `{ ${"{ dup } if ".repeat(3000)} }`;
    const extra = [streamOf(endless, "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1 0 1]")];
    expect(totalInk(colour("/C cs 1 scn", "[/Separation /S /DeviceCMYK 5 0 R]", extra))).toBeCloseTo(100);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { probePicture } from "../../../src/picture/index.ts";
import { projectPath } from "../../support/desk.ts";
import { jpeg, png } from "../../support/pictures.ts";

describe("probing a picture", () => {
  it.each([
    ["rocket.jpg", "jpeg"],
    ["hubble_deep_field.jpg", "jpeg"],
    ["astronaut.png", "png"],
  ])("knows %s for a %s in RGB", (file, format) => {
    const probe = probePicture(readFileSync(projectPath(`articles/pictures/${file}`)));
    expect(probe).toMatchObject({ format, colour: "rgb", orientation: 1, inverted: false });
  });

  it.each([1, 2, 3, 4])("keeps width and height when EXIF notes %i", (orientation) => {
    expect(probePicture(jpeg({ orientation }))).toMatchObject({ width: 60, height: 40, orientation });
  });

  it.each([5, 6, 7, 8])("takes a picture on its side as it is seen when EXIF notes %i", (orientation) => {
    expect(probePicture(jpeg({ orientation }))).toMatchObject({ width: 40, height: 60, orientation });
  });

  it("takes a note that EXIF does not know for none", () => {
    expect(probePicture(jpeg({ orientation: 0 }))).toMatchObject({ width: 60, height: 40, orientation: 1 });
  });

  it("knows Adobe's inverted CMYK from a straight one", () => {
    expect(probePicture(jpeg({ components: 4, adobe: true }))).toMatchObject({ colour: "cmyk", inverted: true });
    expect(probePicture(jpeg({ components: 4 }))).toMatchObject({ colour: "cmyk", inverted: false });
    expect(probePicture(jpeg({ adobe: true }))).toMatchObject({ colour: "rgb", inverted: false });
  });

  it("reads through progressive and grey JPEGs", () => {
    expect(probePicture(jpeg({ frame: 0xc2, components: 1 }))).toMatchObject({ colour: "gray" });
  });

  it.each([
    ["12 bits deep", jpeg({ bits: 12 })],
    ["arithmetically coded", jpeg({ frame: 0xc9 })],
    ["lossless", jpeg({ frame: 0xc3 })],
    ["of two components", jpeg({ components: 2 })],
  ])("refuses a JPEG that is %s: few programs read it", (_, bytes) => {
    expect(probePicture(bytes)).toBeUndefined();
  });

  it.each([
    [{ colour: 0, depth: 2 }, "gray"],
    [{ colour: 4 }, "gray"],
    [{ colour: 2, depth: 16, interlaced: true }, "rgb"],
    [{ colour: 3, depth: 4, palette: 12 }, "rgb"],
    [{ colour: 3, palette: 200, transparency: true }, "rgb"],
    [{ colour: 6, interlaced: true }, "rgb"],
  ] as const)("takes a PNG of kind %j", (order, colour) => {
    expect(probePicture(png(order))).toMatchObject({ format: "png", width: 6, height: 4, colour });
  });

  it("knows which pictures are transparent in parts", () => {
    expect(probePicture(png({ colour: 2 }))).toMatchObject({ alpha: false });
    for (const order of [{ colour: 2, transparency: true }, { colour: 4 }, { colour: 6 }] as const)
      expect(probePicture(png(order))).toMatchObject({ alpha: true });
  });

  it.each([{ colour: 3 }, { colour: 2, depth: 4 }] as const)(
    "refuses a PNG of kind %j: there is no such thing",
    (order) => {
      expect(probePicture(png(order))).toBeUndefined();
    },
  );

  it("refuses a file that is cut off, wherever", () => {
    for (const whole of [jpeg({ orientation: 6 }), png({ colour: 3, palette: 4 })]) {
      expect(probePicture(whole)).toBeDefined();
      for (let length = 0; length < whole.length; length++) {
        expect(probePicture(whole.subarray(0, length)), `the first ${length} bytes`).toBeUndefined();
      }
    }
  });

  it("refuses a PNG in which a needed byte has changed, by its checksum", () => {
    const whole = png();
    for (let at = 16; at < whole.length - 12; at++) {
      const damaged = whole.with(at, (whole[at] ?? 0) ^ 0x40);
      expect(probePicture(damaged), `byte ${at}`).toBeUndefined();
    }
  });

  it("refuses what is no picture", () => {
    for (const text of ["", "Das ist ein Text und kein Bild.", "GIF89a\u0001\0\u0001\0\0\0\0;", "%PDF-1.6"]) {
      expect(probePicture(new TextEncoder().encode(text))).toBeUndefined();
    }
  });
});

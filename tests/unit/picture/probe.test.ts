import { readFileSync } from "node:fs";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { examinePicture, probePicture } from "../../../src/picture/index.ts";
import { projectPath } from "../../support/desk.ts";
import { exif, jpeg, png, withChunk } from "../../support/pictures.ts";
import { tiff } from "../../support/tiff.ts";

const plain = (): Sharp => sharp({ create: { width: 6, height: 4, channels: 3, background: "#369" } });
const webp = Uint8Array.from(await plain().webp().toBuffer());
const lyingWebp = Uint8Array.from(await plain().withMetadata({ orientation: 6 }).webp().toBuffer());

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
    for (const whole of [jpeg({ orientation: 6 }), png({ colour: 3, palette: 4 }), tiff(), webp]) {
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

  it.each([
    [{}, { colour: "rgb", depth: 8, alpha: false, bilevel: false }],
    [
      { bits: 16, pixel: [0, 0, 0, 0], extra: 2 },
      { colour: "rgb", depth: 16, alpha: true },
    ],
    [
      { pixel: [0, 0, 0, 0], extra: 0 },
      { colour: "rgb", alpha: false },
    ],
    [
      { photometric: 5, pixel: [0, 0, 0, 0] },
      { colour: "cmyk", inverted: false },
    ],
    [
      { photometric: 0, bits: 1, pixel: [0] },
      { colour: "gray", bilevel: true, depth: 1 },
    ],
    [
      { photometric: 1, pixel: [0] },
      { colour: "gray", bilevel: false },
    ],
    [
      { photometric: 8, bits: 16 },
      { colour: "rgb", depth: 16 },
    ],
  ] as const)("takes a TIFF of kind %j", (order, facts) => {
    expect(probePicture(tiff({ width: 6, height: 4, ...order }))).toMatchObject({
      ...{ format: "tiff", width: 6, height: 4, orientation: 1 },
      ...facts,
    });
  });

  it.each([
    ["is compressed in a way that is not read", { fields: { 259: 34712 } }],
    ["has 32 bits to a sample", { bits: 32 }],
    ["has samples that are no whole numbers", { bits: 16, fields: { 339: 3 } }],
    [
      "has other inks than cyan, magenta, yellow and black",
      { photometric: 5, pixel: [0, 0, 0, 0], fields: { 332: 2 } },
    ],
    ["has 6 channels", { photometric: 5, pixel: [0, 0, 0, 0, 0, 0] }],
    ["has Lab colours with 8 bits", { photometric: 8 }],
    ["comes in larger tiles than any program writes", { fields: { 322: 60_000, 323: 60_000 } }],
    ["has colours of a kind that is not read", { photometric: 32845 }],
  ] as const)("says of a TIFF that it %s", (reason, order) => {
    expect(reasonFor(tiff(order))).toContain(`bild ${reason}`);
  });

  it.each([
    ["tiff", tiff({ width: 6, height: 4, orientation: 6 })],
    ["webp", lyingWebp],
    ["png", withChunk(png(), "eXIf", exif(6))],
  ] as const)("heeds how a %s is to be seen", (format, bytes) => {
    expect(probePicture(bytes)).toMatchObject({ format, width: 4, height: 6, orientation: 6 });
  });

  it("knows the size and transparency of a WebP, lossy or not", async () => {
    expect(probePicture(webp)).toMatchObject({
      format: "webp",
      width: 6,
      height: 4,
      alpha: false,
    });
    const lossless = await plain().ensureAlpha(0.5).webp({ lossless: true }).toBuffer();
    expect(probePicture(lossless)).toMatchObject({ format: "webp", width: 6, height: 4, alpha: true });
  });

  it("knows a PNG of black and white alone", () => {
    expect(probePicture(png({ colour: 0, depth: 1 }))).toMatchObject({ bilevel: true });
    expect(probePicture(png({ colour: 0, depth: 2 }))).toMatchObject({ bilevel: false });
    expect(probePicture(png({ colour: 3, depth: 1, palette: 2 }))).toMatchObject({ bilevel: false });
  });

  it("refuses what is too large before anything is decoded", () => {
    const large = tiff({ width: 30_000, height: 30_000, data: new Uint8Array(9) });
    const { value, diagnostics } = examinePicture(large, "bild", undefined);
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ code: "picture/too-large", severity: "error" });
    expect(diagnostics[0]?.message).toBe(
      "bild has 30000 × 30000 pixels, more than 200 million in all or 65535 along a side",
    );
    expect(reasonFor(jpeg({ width: 30_000, height: 30_000 }))).toContain("30000 × 30000");
  });

  it("refuses a JPEG in more passes than any program writes", () => {
    const whole = jpeg({ frame: 0xc2 });
    const scan = whole.subarray(whole.indexOf(0xda) - 1, -2);
    const many = Uint8Array.from([
      ...whole.subarray(0, -2),
      ...Array.from({ length: 200 }, () => [...scan]).flat(),
      0xff,
      0xd9,
    ]);
    expect(reasonFor(many)).toContain("201 passes");
  });

  it.each([
    ["is empty", ""],
    ["is no picture of a known kind", "Das ist ein Text und kein Bild."],
    ["is a GIF", "GIF89a\u0001\0\u0001\0\0\0\0;"],
    ["is a PDF", "%PDF-1.6"],
    ["is an EPS", "%!PS-Adobe-3.0 EPSF-3.0"],
    ["is an SVG", '<?xml version="1.0"?>\n<!-- Karte -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["is a web page", "<!DOCTYPE html><html><title>404</title>"],
    ["is an HEIF", "\0\0\0\u0018ftypheic"],
    ["is an AVIF", "\0\0\0\u0018ftypavif"],
    ["is a BigTIFF", "II+\0\u0008\0\0\0"],
    ["is a Photoshop document", "8BPS\0\u0001"],
  ])("says of another file that it %s", (reason, text) => {
    const { value, diagnostics } = examinePicture(
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      "bild.jpg",
    );
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "picture/wrong-kind", message: `bild.jpg ${reason}` }]);
  });
});

function reasonFor(bytes: Uint8Array): string | undefined {
  return examinePicture(bytes, "bild").diagnostics[0]?.message;
}

import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { preparePicture } from "../../../src/picture/index.ts";
import { projectPath } from "../../support/desk.ts";
import { bundledCondition, conditionLike, profileOf } from "../../support/condition.ts";
import { flat, inksOf, pictureOrder, prepared } from "../../support/press.ts";
import { tiff } from "../../support/tiff.ts";

const rocket = readFileSync(projectPath("articles/pictures/rocket.jpg"));
const conditions = ["austria-newsprint", "coated"] as const;
const coated = bundledCondition("coated");
const displayP3 = await flat([200, 100, 50]).withIccProfile("p3").png().toBuffer();
/** Ink of the first pixel in steps of a sample. */
async function firstInk(bytes: Uint8Array | Promise<Uint8Array>, changes = {}): Promise<number[]> {
  const [first = []] = await inksOf(await prepared(await bytes, { condition: coated, ...changes }));
  return first.map((percent) => Math.round(percent * 2.55));
}

function near(inks: readonly number[], expected: readonly number[], within = 3): void {
  expect(inks).toHaveLength(expected.length);
  inks.forEach((ink, plate) => expect(Math.abs(ink - (expected[plate] ?? 0)), `${inks}`).toBeLessThanOrEqual(within));
}

describe("the colours of a picture for the press", () => {
  it.each(conditions)("are paper for white and the right inks for red and blue on %s", async (name) => {
    const condition = bundledCondition(name);
    const jpeg = async (colour: readonly number[]) =>
      firstInk(await flat(colour).jpeg({ quality: 100 }).toBuffer(), { condition });
    expect(await jpeg([255, 255, 255])).toEqual([0]);
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = await jpeg([255, 0, 0]);
    expect(cyan + black).toBeLessThan(12);
    expect(Math.min(magenta, yellow)).toBeGreaterThan(204);
    const [c = 0, , y = 0] = await jpeg([0, 0, 255]);
    expect(c).toBeGreaterThan(y + 100);
  });

  // As Little CMS 2.14 separates sRGB with perceptual intent.
  it.each([
    ["austria-newsprint", [0, 223, 234, 1], [222, 99, 0, 39]],
    ["coated", [0, 244, 237, 3], [216, 137, 0, 52]],
  ] as const)("are those of the profile of %s, as another program computes them", async (name, red, blue) => {
    const condition = bundledCondition(name);
    near(await firstInk(await flat([255, 0, 0]).png().toBuffer(), { condition }), red);
    near(await firstInk(await flat([30, 80, 200]).png().toBuffer(), { condition }), blue);
  });

  const orange = [0, 162, 216, 57];

  it.each([
    ["a TIFF", tiff({ pixel: [200, 100, 50] })],
    ["a TIFF with 16 bits", tiff({ bits: 16, pixel: [200 * 257, 100 * 257, 50 * 257] })],
    ["a WebP", flat([200, 100, 50]).webp({ lossless: true }).toBuffer()],
    ["a PNG of few colours", flat([200, 100, 50]).png({ palette: true }).toBuffer()],
    ["a TIFF with a channel of unknown use", tiff({ pixel: [200, 100, 50, 0], extra: 0 })],
    ["a TIFF whose profile is broken", tiff({ pixel: [200, 100, 50], icc: new Uint8Array(200).fill(7) })],
    ["Display P3 with 8 bits", displayP3],
    ["Display P3 with 16 bits", sharp(displayP3).withIccProfile("p3").toColourspace("rgb16").png().toBuffer()],
  ])("are the same from %s", async (_, bytes) => {
    near(await firstInk(bytes), orange);
  });

  it("are heeded as the embedded profile means them", async () => {
    const [numbers] = await sharp(displayP3, { ignoreIcc: true }).raw().toBuffer();
    expect(numbers).not.toBe(200);
    near(await firstInk(displayP3), orange);
  });

  it("lie on white where the picture is transparent, with 8 bits as with 16", async () => {
    expect(await firstInk(await flat([200, 100, 50, 0]).png().toBuffer())).toEqual([0]);
    const half = await firstInk(tiff({ pixel: [200, 100, 50, 128], extra: 2 }));
    near(half, await firstInk(await flat([227, 177, 152]).png().toBuffer()));
    near(await firstInk(tiff({ bits: 16, pixel: [200 * 257, 100 * 257, 50 * 257, 32896], extra: 2 })), half);
  });

  it("come from Lab as CIE means them", async () => {
    const toLab = (await import("../../../src/picture/colour-table.ts")).readToLab(profileOf(coated).bytes, "A2B1");
    const inks = await firstInk(tiff({ photometric: 8, bits: 16, pixel: [60 * 655, 20 * 256, 30 * 256] }));
    const [lightness = 0, a = 0, b = 0] = toLab?.(inks.map((ink) => ink / 255)) ?? [];
    expect(Math.hypot(lightness - 64, a - 18, b - 27)).toBeLessThan(8);
  });
});

describe("a picture that came separated", () => {
  const inks = [10, 20, 30, 40];

  it.each([
    ["without a profile", tiff({ photometric: 5, pixel: inks })],
    ["with the profile of the press", tiff({ photometric: 5, pixel: inks, icc: profileOf(coated).bytes })],
    ["with 16 bits", tiff({ photometric: 5, bits: 16, pixel: inks.map((ink) => ink * 257) })],
    [
      "as an inverted JPEG",
      sharp(tiff({ photometric: 5, pixel: inks }))
        .pipelineColourspace("cmyk")
        .toColourspace("cmyk")
        .jpeg({ quality: 100 })
        .toBuffer(),
    ],
  ])("keeps its numbers: %s", async (_, bytes) => {
    near(await firstInk(bytes), inks, 1);
  });

  it("as a JPEG without Adobe's mark is taken as it stands, not turned round", async () => {
    const turned = inks.map((ink) => 255 - ink);
    const picture = sharp(tiff({ photometric: 5, pixel: turned }))
      .pipelineColourspace("cmyk")
      .toColourspace("cmyk");
    const marked = await picture.jpeg({ quality: 100 }).toBuffer();
    // The mark is the first segment, of 16 bytes: 255 less the ink is what now stands for ink.
    const straight = Uint8Array.from([...marked.subarray(0, 2), ...marked.subarray(18)]);
    near(await firstInk(straight), inks, 1);
  });

  it("for another press is converted", async () => {
    const { bytes: newsprint } = profileOf(bundledCondition("austria-newsprint"));
    const converted = await firstInk(tiff({ photometric: 5, pixel: inks, icc: newsprint }));
    expect(Math.max(...converted.map((ink, plate) => Math.abs(ink - (inks[plate] ?? 0))))).toBeGreaterThan(10);
  });

  it("lies on bare paper where it is transparent", async () => {
    near(await firstInk(tiff({ photometric: 5, pixel: [...inks, 128], extra: 2 })), [5, 10, 15, 20], 1);
  });

  it("with more ink than the paper holds is reduced, with a note", async () => {
    const { value, diagnostics } = await preparePicture(
      tiff({ photometric: 5, pixel: [255, 255, 255, 255] }),
      pictureOrder(),
    );
    expect(value?.ink).toBeLessThanOrEqual(220);
    expect(diagnostics).toMatchObject([{ code: "picture/ink-reduced", severity: "note" }]);
    expect(diagnostics[0]?.message).toBe("bild came with up to 400 % of ink, the paper holds 220 %: reduced");
  });

  it("with nothing but black is printed from the black plate alone", async () => {
    expect(await firstInk(tiff({ photometric: 5, pixel: [0, 0, 0, 100] }))).toEqual([100]);
  });
});

describe("a grey picture for the press", () => {
  it.each([
    ["in grey", flat([100]).toColourspace("b-w").png().toBuffer()],
    ["in three equal channels", flat([100, 100, 100]).png().toBuffer()],
    ["in nearly equal channels", flat([99, 101, 100]).png().toBuffer()],
    ["with 16 bits", tiff({ photometric: 1, bits: 16, pixel: [100 * 257] })],
    ["with white as zero", tiff({ photometric: 0, pixel: [155] })],
  ])("stays on the black plate: %s", async (_, bytes) => {
    const picture = await prepared(await bytes);
    expect(picture).toMatchObject({ space: "gray", bitsPerComponent: 8, inverted: false });
    const [[black = 0] = []] = await inksOf(picture);
    const [[same = 0] = []] = await inksOf(await prepared(await flat([100, 100, 100]).png().toBuffer()));
    expect(Math.abs(black - same)).toBeLessThanOrEqual(1);
    expect(black).toBeGreaterThan(40);
  });

  it("with a profile of its own is as light as that says, with 8 bits as with 16", async () => {
    const linear = await flat([100]).toColourspace("b-w").png().toBuffer();
    const icc = grayProfile(1);
    const eight = await firstInk(tiff({ photometric: 1, pixel: [100], icc }));
    const sixteen = await firstInk(tiff({ photometric: 1, bits: 16, pixel: [100 * 257], icc }));
    expect(eight).toEqual(sixteen);
    expect(eight[0]).toBeLessThan(((await firstInk(linear))[0] ?? 0) - 30);
  });

  it("that is tinted is none", async () => {
    expect(await prepared(await flat([104, 100, 96]).png().toBuffer())).toMatchObject({ space: "cmyk" });
  });

  it("of black and white alone stays so, a bit to a pixel", async () => {
    const picture = await prepared(
      tiff({ photometric: 1, bits: 1, pixel: [0], data: new Uint8Array(32).fill(0b1000_0001) }),
    );
    expect(picture).toMatchObject({ space: "gray", bitsPerComponent: 1, encoding: "flate", inverted: false, ink: 100 });
    const row = (await inksOf(picture)).slice(0, 8).map(([ink]) => ink);
    expect(row).toEqual([0, 100, 100, 100, 100, 100, 100, 0]);
  });
});

describe("the ink of a picture", () => {
  it.each(conditions)("is within what %s holds in every pixel, as decoded", async (name) => {
    const condition = bundledCondition(name);
    const picture = await prepared(rocket, { condition, size: { width: 150, height: 100 } });
    expect(picture).toMatchObject({ space: "cmyk", bitsPerComponent: 8, encoding: "jpeg", inverted: true });
    const most = await mostOf(picture);
    expect(picture.ink).toBeCloseTo(most, 6);
    // Decoders differ by a step in each plate.
    expect(most).toBeLessThanOrEqual(condition.inks.total - (4 * 100) / 255 + 1e-9);
    expect(most).toBeGreaterThan(condition.inks.total * 0.7);
  });

  it("holds for noise in all inks, too, though JPEG rounds nothing worse", async () => {
    const width = 64;
    const noise = Uint8Array.from({ length: width * width * 4 }, (_, index) => Math.imul(index + 1, 2654435761) >>> 24);
    const bytes = tiff({ width, height: width, photometric: 5, pixel: [0, 0, 0, 0], data: noise });
    const condition = conditionLike("coated", { pictures: { quality: 60 } });
    const { value } = await preparePicture(bytes, pictureOrder({ condition, size: { width: 72, height: 72 } }));
    expect(value && (await mostOf(value))).toBeLessThanOrEqual(300);
  });
});

describe("the coding of a picture", () => {
  it("is without loss where it came so and takes no more bytes: a chart, not a photograph", async () => {
    const chart = await prepared(await flat([200, 100, 50]).png().toBuffer());
    expect(chart).toMatchObject({ encoding: "flate", inverted: false, space: "cmyk" });
    const photograph = await prepared(await sharp(rocket).png().toBuffer(), { size: { width: 150, height: 100 } });
    expect(photograph).toMatchObject({ encoding: "jpeg", inverted: true });
    const grey = await prepared(await flat([100]).toColourspace("b-w").png().toBuffer());
    expect(grey).toMatchObject({ encoding: "flate", inverted: false, space: "gray" });
  });

  it("is JPEG where it came as one", async () => {
    expect(await prepared(await flat([200, 100, 50]).jpeg().toBuffer())).toMatchObject({ encoding: "jpeg" });
  });
});

describe("the size of a picture", () => {
  it("is brought down to what the press can show, never up", async () => {
    const bytes = await flat([200, 100, 50], 600, 400).png().toBuffer();
    const size = { width: 72, height: 48 };
    expect(await prepared(bytes, { size })).toMatchObject({ width: 300, height: 200, ppi: 300 });
    expect(await prepared(bytes, { size: { width: 144, height: 96 } })).toMatchObject({
      width: 600,
      height: 400,
      ppi: 300,
    });
    expect(await prepared(bytes, { size: { width: 720, height: 480 } })).toMatchObject({
      width: 600,
      height: 400,
      ppi: 60,
    });
  });

  it("of black and white alone is brought down to twice what line art must have", async () => {
    const bytes = tiff({ width: 1600, height: 16, photometric: 1, bits: 1, pixel: [0], data: new Uint8Array(3200) });
    expect(await prepared(bytes, { size: { width: 72, height: 0.72 } })).toMatchObject({
      width: 1200,
      height: 12,
      ppi: 1200,
    });
    expect(await prepared(bytes, { size: { width: 100, height: 1 } })).toMatchObject({ width: 1600, ppi: 1152 });
  });

  it("is that of the crop, and the crop is the one that was asked for", async () => {
    const [left, right] = [
      await flat([255, 0, 0], 50, 40).png().toBuffer(),
      await flat([0, 0, 255], 50, 40).png().toBuffer(),
    ];
    const bytes = await sharp({ create: { width: 100, height: 40, channels: 3, background: "#fff" } })
      .composite([
        { input: left, left: 0, top: 0 },
        { input: right, left: 50, top: 0 },
      ])
      .png()
      .toBuffer();
    const crop = { x: 0.505, y: 0.25, width: 0.3, height: 0.5 };
    const picture = await prepared(bytes, { condition: coated, crop, size: { width: 30, height: 20 } });
    expect(picture).toMatchObject({ width: 31, height: 20, crop: { x: 0.5, y: 0.25, width: 0.31, height: 0.5 } });
    for (const [, , yellow = 0] of await inksOf(picture)) expect(yellow).toBeLessThan(20);
  });
});

describe("a picture that was held otherwise", () => {
  // Red, green, blue and white from the top left by rows, as it is to be seen.
  const SEEN = ["red", "green", "blue", "white"];

  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)("is upright: EXIF %i", async (orientation) => {
    const bytes = await quarters(orientation);
    for (const [index, colour] of SEEN.entries()) {
      const crop = { x: (index % 2) / 2, y: Math.floor(index / 2) / 2, width: 0.5, height: 0.5 };
      const picture = await prepared(bytes, { condition: coated, crop, size: { width: 30, height: 10 } });
      expect([picture.width, picture.height]).toEqual([24, 8]);
      for (const inks of await inksOf(picture)) expect(colourOf(inks)).toBe(colour);
    }
    const whole = await prepared(bytes, { condition: coated, size: { width: 60, height: 20 } });
    const inks = await inksOf(whole);
    const corners = [0, whole.width - 1, inks.length - whole.width, inks.length - 1];
    expect(corners.map((pixel) => colourOf(inks[pixel] ?? []))).toEqual(SEEN);
  });

  /** 48 × 16 pixels as seen, stored as the orientation has it: turned back by the library's own reading of EXIF. */
  async function quarters(orientation: number): Promise<Uint8Array> {
    const colours = [
      [255, 0, 0],
      [0, 160, 0],
      [0, 0, 255],
      [255, 255, 255],
    ];
    const data = Uint8Array.from({ length: 48 * 16 * 3 }, (_, index) => {
      const [x, y] = [Math.floor(index / 3) % 48, Math.floor(index / 144)];
      return colours[(y < 8 ? 0 : 2) + (x < 24 ? 0 : 1)]?.[index % 3] ?? 0;
    });
    const seen = await sharp(data, { raw: { width: 48, height: 16, channels: 3 } })
      .png()
      .toBuffer();
    // The inverse of 6 is 8 and the other way round; all others are their own.
    const inverse = orientation === 6 ? 8 : orientation === 8 ? 6 : orientation;
    const noted = await sharp(seen).withMetadata({ orientation: inverse }).tiff({ compression: "none" }).toBuffer();
    const turned = await sharp(noted).autoOrient().png().toBuffer();
    return sharp(turned).withMetadata({ orientation }).tiff({ compression: "none" }).toBuffer();
  }

  function colourOf(inks: readonly number[]): string {
    const [cyan = 0, magenta = 0, yellow = 0] = inks;
    if (cyan + magenta + yellow < 10) return "white";
    if (yellow < 40) return "blue";
    return cyan > 50 ? "green" : "red";
  }
});

const edge = Uint8Array.from({ length: 40 * 40 }, (_, index) => (index % 40 < 20 ? 150 : 90));
const soft = await sharp(edge, { raw: { width: 40, height: 40, channels: 1 } })
  .blur(1.5)
  .png()
  .toBuffer();

describe("sharpening for the press", () => {
  const row = async (changes: object): Promise<number[]> => {
    const condition = conditionLike("austria-newsprint", changes);
    const inks = await inksOf(await prepared(soft, { condition, size: { width: 9.6, height: 9.6 } }));
    return inks.slice(20 * 40, 21 * 40).map(([ink = 0]) => ink);
  };

  it("makes edges steeper and leaves flat parts as they are, without halos", async () => {
    const plain = await row({ pictures: { sharpen: { radius: "0.1mm", amount: 0 } } });
    const sharpened = await row({});
    const steepest = (inks: readonly number[]): number =>
      Math.max(...inks.slice(1).map((ink, index) => ink - (inks[index] ?? 0)));
    expect(steepest(sharpened)).toBeGreaterThan(steepest(plain) * 1.05);
    for (const at of [2, 6, 33, 37]) expect(Math.abs((sharpened[at] ?? 0) - (plain[at] ?? 0))).toBeLessThan(1.5);
    expect(Math.max(...sharpened) - Math.max(...plain)).toBeLessThan(12);
    expect(Math.min(...plain) - Math.min(...sharpened)).toBeLessThan(12);
  });
});

describe("a file that is not what it seems", () => {
  it("cannot be decoded where its structure is whole and its data are not", async () => {
    const whole = tiff({ pixel: [1, 2, 3], fields: { 259: 8 } });
    const { value, diagnostics } = await preparePicture(whole, pictureOrder());
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "picture/unreadable", severity: "error" }]);
    expect(diagnostics[0]?.message).toMatch(/^bild cannot be decoded: /);
  });

  it("is read with a warning when only parts are wrong", async () => {
    const spoilt = Uint8Array.from([...rocket.subarray(0, -3000), 0xff, 0xd9]);
    const { value, diagnostics } = await preparePicture(spoilt, pictureOrder());
    expect(value?.width).toBeGreaterThan(100);
    expect(diagnostics).toMatchObject([{ code: "picture/faulty", severity: "warning" }]);
  });

  it("is refused when it is an SVG under the name of a photograph", async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const { value, diagnostics } = await preparePicture(svg, pictureOrder());
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.message).toBe("bild is an SVG");
  });

  it("gives the same bytes twice when it is sound", async () => {
    expect(await prepared(rocket)).toEqual(await prepared(rocket));
  });

  it("is reported when the profile is one that the library cannot use", async () => {
    const order = pictureOrder({ profilePath: projectPath("package.json") });
    const { value, diagnostics } = await preparePicture(rocket, order);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "picture/unfit-profile", severity: "error" }]);
  });
});

async function mostOf(picture: Parameters<typeof inksOf>[0]): Promise<number> {
  const sums = (await inksOf(picture)).map((inks) => inks.reduce((sum, ink) => sum + ink, 0));
  return sums.reduce((most, sum) => Math.max(most, sum), 0);
}

/** A grey profile (class mntr) of this gamma. */
function grayProfile(gamma: number): Uint8Array {
  const profile = Buffer.alloc(128 + 4 + 24 + 20 + 16);
  profile.writeUInt32BE(profile.length, 0);
  profile.writeUInt32BE(0x02100000, 8);
  profile.write("mntrGRAYXYZ ", 12, "latin1");
  profile.write("acsp", 36, "latin1");
  for (const [at, value] of [
    [68, 0.9642],
    [72, 1],
    [76, 0.8249],
  ] as const)
    profile.writeInt32BE(Math.round(value * 65536), at);
  profile.writeUInt32BE(2, 128);
  profile.write("wtpt", 132, "latin1");
  profile.writeUInt32BE(156, 136);
  profile.writeUInt32BE(20, 140);
  profile.write("kTRC", 144, "latin1");
  profile.writeUInt32BE(176, 148);
  profile.writeUInt32BE(14, 152);
  profile.write("XYZ ", 156, "latin1");
  profile.copy(profile, 164, 68, 80);
  profile.write("curv", 176, "latin1");
  profile.writeUInt32BE(1, 184);
  profile.writeUInt16BE(gamma * 256, 188);
  return Uint8Array.from(profile);
}

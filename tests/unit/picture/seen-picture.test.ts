import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { seenFile, seePicture } from "../../../src/picture/index.ts";
import { projectPath } from "../../support/desk.ts";
import { flat, pictureOrder } from "../../support/press.ts";
import { tiff } from "../../support/tiff.ts";

const rocket = readFileSync(projectPath("articles/pictures/rocket.jpg"));

async function seen(bytes: Uint8Array, on: "paper" | "screen", ppi = 110) {
  const { value, diagnostics } = await seePicture(bytes, { ...pictureOrder(), ppi, on });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

async function first(bytes: Uint8Array | Promise<Uint8Array>, on: "paper" | "screen"): Promise<number[]> {
  return [...(await seen(await bytes, on)).raster.data.subarray(0, 3)];
}

function near(colour: readonly number[], expected: readonly number[], within: number): void {
  colour.forEach((part, index) =>
    expect(Math.abs(part - (expected[index] ?? 0)), `${colour}`).toBeLessThanOrEqual(within),
  );
}

describe("a picture on a screen", () => {
  it.each([
    ["JPEG", flat([200, 100, 50]).jpeg({ quality: 100 }).toBuffer()],
    ["PNG", flat([200, 100, 50]).png().toBuffer()],
    ["WebP", flat([200, 100, 50]).webp({ lossless: true }).toBuffer()],
    ["TIFF", tiff({ pixel: [200, 100, 50] })],
  ])("has the colours that it came with from %s", async (_, bytes) => {
    near(await first(bytes, "screen"), [200, 100, 50], 2);
  });

  it("shows inks as the press would print them", async () => {
    const inks = { photometric: 5, pixel: [0, 255, 255, 0] };
    const [red = 0, green = 0, blue = 0] = await first(tiff(inks), "screen");
    expect(red).toBeGreaterThan(200);
    expect(Math.max(green, blue)).toBeLessThan(90);
  });

  it("stands upright as the camera noted", async () => {
    const lying = await sharp(rocket).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer();
    const [as, upright] = [await seen(rocket, "screen"), await seen(lying, "screen")];
    expect([upright.raster.width, upright.raster.height]).toEqual([as.raster.width, as.raster.height]);
  });

  it("is brought down to the resolution asked for, and never up", async () => {
    const [coarse, fine, most] = await Promise.all([36, 72, 10_000].map((ppi) => seen(rocket, "screen", ppi)));
    expect(coarse?.raster.width).toBe(Math.round((fine?.raster.width ?? 0) / 2));
    const { width } = await sharp(rocket).metadata();
    expect(most?.raster.width).toBe(width);
  });
});

describe("a picture on paper", () => {
  it("loses what the press cannot print, and keeps white and grey", async () => {
    expect(await first(flat([255, 255, 255]).png().toBuffer(), "paper")).toEqual([255, 255, 255]);
    const [red = 0, green = 0, blue = 0] = await first(flat([0, 255, 0]).png().toBuffer(), "paper");
    expect(green - Math.max(red, blue)).toBeLessThan(180);
    const grey = await first(flat([128, 128, 128]).png().toBuffer(), "paper");
    near(grey, [128, 128, 128], 14);
  });
});

describe("the file of a picture that is seen", () => {
  it("is JPEG for what came with loss and PNG for all else", async () => {
    const [photo, drawing] = [
      await seen(rocket, "screen"),
      await seen(await flat([1, 2, 3]).png().toBuffer(), "screen"),
    ];
    expect((await seenFile(photo)).type).toBe("image/jpeg");
    const { type, data } = await seenFile(drawing);
    expect(type).toBe("image/png");
    expect([...(await sharp(data).raw().toBuffer()).subarray(0, 3)]).toEqual([1, 2, 3]);
  });
});

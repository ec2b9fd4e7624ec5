import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { screenPicture } from "../../../src/picture/index.ts";
import { projectPath } from "../../support/desk.ts";
import { flat, pictureOrder } from "../../support/press.ts";

const rocket = readFileSync(projectPath("articles/pictures/rocket.jpg"));

async function screened(bytes: Uint8Array, points = 72) {
  const { value } = await screenPicture(bytes, pictureOrder({ size: { width: points, height: points } }));
  if (value === undefined) throw new Error("not read");
  return value;
}

describe("a picture for screens", () => {
  it("has 144 pixels to the inch at most and is a JPEG in sRGB", async () => {
    const { ppi, space, encoding, data, width, inverted } = await screened(rocket);
    expect([Math.round(ppi), space, encoding, inverted]).toEqual([144, "rgb", "jpeg", false]);
    const coded = await sharp(data).metadata();
    expect([coded.width, coded.space, coded.chromaSubsampling]).toEqual([width, "srgb", "4:2:0"]);
  });

  it("is grey where it has no colours", async () => {
    expect((await screened(await sharp(rocket).greyscale().jpeg().toBuffer())).space).toBe("gray");
  });

  it("loses nothing of what came without loss, where that is small", async () => {
    const { encoding, data, inverted } = await screened(await flat([200, 100, 50]).png().toBuffer());
    expect([encoding, inverted]).toEqual(["flate", false]);
    expect([...inflateSync(data).subarray(0, 3)]).toEqual([200, 100, 50]);
  });

  it("is missing, with the reason, where the file is none", async () => {
    const { value, diagnostics } = await screenPicture(new Uint8Array([1, 2, 3]), pictureOrder());
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["picture/wrong-kind"]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { srgbProfile } from "../../../src/condition/index.ts";

const folder = mkdtempSync(join(tmpdir(), "umbruch-srgb-"));
afterAll(() => rmSync(folder, { recursive: true }));

const profile = srgbProfile();
const path = join(folder, "srgb.icc");
writeFileSync(path, profile);

/** Every seventh level of each channel against the others. */
const SAMPLES = Uint8Array.from(
  Array.from({ length: 37 ** 2 }, (_, index) => [
    7 * (index % 37),
    7 * Math.floor(index / 37),
    (index * 11) % 256,
  ]).flat(),
);

describe("the profile of sRGB", () => {
  it("is small, says how long it is, and is the same each time", () => {
    expect(new DataView(profile.buffer).getUint32(0)).toBe(profile.length);
    expect(profile.length).toBeLessThan(700);
    expect(srgbProfile()).toEqual(profile);
  });

  it("is the library's own sRGB to within two levels, over all colours", async () => {
    const raw = { width: 37, height: 37, channels: 3 } as const;
    const tagged = await sharp(SAMPLES, { raw }).withIccProfile(path).tiff({ compression: "none" }).toBuffer();
    const { icc } = await sharp(tagged).metadata();
    expect(icc && Buffer.from(icc).equals(Buffer.from(profile))).toBe(true);
    const through = await sharp(tagged).toColourspace("srgb").raw().toBuffer();
    const off = SAMPLES.map((sample, index) => Math.abs(sample - (through[index] ?? 0)));
    expect(Math.max(...off)).toBeLessThanOrEqual(2);
  });
});

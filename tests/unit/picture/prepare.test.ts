import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../support/desk.ts";
import { bundledCondition } from "../../support/condition.ts";
import { flat, inksOf, prepared } from "../../support/press.ts";

const rocket = readFileSync(projectPath("articles/pictures/rocket.jpg"));
const conditions = ["austria-newsprint", "coated"] as const;

describe("preparing a picture for the press", () => {
  it.each(conditions)("prints white as paper, black as ink and red from magenta and yellow on %s", async (name) => {
    const condition = bundledCondition(name);
    const colours = { white: [255, 255, 255], red: [255, 0, 0], blue: [0, 0, 255] };
    const print = async (colour: readonly number[]) =>
      (await inksOf(await prepared(await flat(colour).jpeg({ quality: 100 }).toBuffer(), { condition })))[0] ?? [];
    expect(await print(colours.white)).toEqual([0]);
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = await print(colours.red);
    expect(cyan + black).toBeLessThan(5);
    expect(Math.min(magenta, yellow)).toBeGreaterThan(80);
    const [c = 0, , y = 0] = await print(colours.blue);
    expect(c).toBeGreaterThan(y + 40);
  });

  it.each(conditions)("keeps every pixel of a photograph within the ink of %s, as decoded", async (name) => {
    const condition = bundledCondition(name);
    const picture = await prepared(rocket, { condition, size: { width: 150, height: 100 } });
    expect(picture).toMatchObject({ space: "cmyk", bitsPerComponent: 8, encoding: "jpeg", inverted: true });
    const sums = (await inksOf(picture)).map((inks) => inks.reduce((sum, ink) => sum + ink, 0));
    const most = sums.reduce((max, sum) => Math.max(max, sum), 0);
    expect(picture.ink).toBeCloseTo(most, 6);
    expect(most).toBeLessThanOrEqual(condition.inks.total - (4 * 100) / 255 + 1e-9);
    expect(most).toBeGreaterThan(condition.inks.total * 0.7);
  });

  it("gives the same bytes twice", async () => {
    const [first, second] = [await prepared(rocket), await prepared(rocket)];
    expect(second).toEqual(first);
  });
});

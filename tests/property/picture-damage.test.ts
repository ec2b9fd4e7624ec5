import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { preparePicture } from "../../src/picture/index.ts";
import { projectPath } from "../support/desk.ts";
import { damage, seeded } from "../support/damage.ts";
import { pictureKinds } from "../support/picture-kinds.ts";
import { inksOf, pictureOrder } from "../support/press.ts";

const photograph = readFileSync(projectPath("articles/pictures/astronaut.png"));
const kinds = await pictureKinds(photograph, 48, projectPath("conditions/coated-fogra39l-tac300.icc"));

describe("damaged pictures", () => {
  it.each([...kinds])("are prepared or reported, never thrown at us: %s", async (_, whole) => {
    const order = pictureOrder();
    for (let seed = 1; seed <= 24; seed++) {
      const { value, diagnostics } = await preparePicture(damage(whole, seeded(seed)), order);
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      expect(errors, `seed ${seed}`).toHaveLength(value === undefined ? 1 : 0);
      if (value !== undefined) expect((await inksOf(value)).length).toBe(value.width * value.height);
    }
  });

  it.each([...kinds])("are whole before that: %s", async (_, whole) => {
    const { value, diagnostics } = await preparePicture(whole, pictureOrder());
    expect(diagnostics).toEqual([]);
    expect(value?.width).toBe(48);
  });
});

import { describe, expect, it } from "vitest";
import { preflight } from "../../../src/preflight/index.ts";
import { bundledCondition } from "../../support/condition.ts";
import { damage, DAMAGES } from "../../support/pdf/damage.ts";
import { goodFile } from "../../support/pdf/good-file.ts";

const condition = bundledCondition("coated");
const good = goodFile(condition);
const FILES = 300;

describe("a damaged file", () => {
  it("always gets a judgement, and every kind of damage was tried", () => {
    const tried = new Set<string>();
    for (let seed = 0; seed < FILES; seed++) {
      const { bytes, kinds } = damage(good, seed);
      for (const kind of kinds) tried.add(kind);
      const { verdict, findings } = preflight(bytes, { condition });
      const errors = findings.some(({ rule }) => rule.severity === "error");
      expect(verdict, `seed ${seed}`).toBe(errors ? "refused" : "accepted");
    }
    expect([...tried].sort()).toEqual(Object.keys(DAMAGES).sort());
  });

  it("is refused when its end is cut off, wherever", () => {
    for (let share = 1; share < 40; share++) {
      const cut = good.subarray(0, Math.floor((good.length * share) / 40));
      expect(preflight(cut, { condition }).verdict, `${share}/40 of the file`).toBe("refused");
    }
  });
});

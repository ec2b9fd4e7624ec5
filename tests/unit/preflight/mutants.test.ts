import { describe, expect, it } from "vitest";
import type { Condition } from "../../../src/condition/index.ts";
import { preflight, RULES } from "../../../src/preflight/index.ts";
import { bundledCondition, conditionLike } from "../../support/condition.ts";
import { goodFile } from "../../support/pdf/good-file.ts";
import { mutate } from "../../support/pdf/mutate.ts";
import { pressPage } from "../../support/pdf/press-page.ts";
import { HARMLESS } from "./mutants/harmless.ts";
import { MUTANTS } from "./mutants/index.ts";
import type { Mutant } from "./mutants/mutant.ts";
import { PRESS_PAGE } from "./mutants/press-page.ts";

function conditionOf(changes: object | undefined): Condition {
  return changes === undefined ? bundledCondition("coated") : conditionLike("coated", changes);
}

/** What is found in a file, by rule, each with the words that a reader would see. */
function found(bytes: Uint8Array, condition: Condition): ReadonlyMap<string, string> {
  const { findings } = preflight(bytes, { condition });
  return new Map(findings.map(({ rule, occurrences }) => [rule.id, occurrences[0]?.found ?? ""]));
}

function mutantOf({ condition, change = () => undefined, damage = (bytes) => bytes }: Mutant): Buffer {
  return damage(mutate(goodFile(conditionOf(condition)), change));
}

describe("a good file made by hand", () => {
  it.each(["coated", "austria-newsprint"] as const)("for %s is accepted without a finding", (name) => {
    const condition = bundledCondition(name);
    const report = preflight(goodFile(condition), { condition });
    expect(report.findings.map(({ rule, occurrences }) => [rule.id, occurrences[0]])).toEqual([]);
    expect(report.verdict).toBe("accepted");
  });

  it("is still good when it was taken apart and written again", () => {
    const condition = bundledCondition("coated");
    expect([
      ...found(
        mutate(goodFile(condition), () => undefined),
        condition,
      ),
    ]).toEqual([]);
  });
});

/** Broken by files of another kind: those that are none, those that mean harm, and rendered plates. */
const ELSEWHERE = ["FILE-0", "LIMIT-1", "INK-2"];

describe("the mutants", () => {
  it("break every rule that there is", () => {
    const broken = new Set(MUTANTS.flatMap(({ rule, also = [] }) => [rule, ...also]));
    const unbroken = RULES.map(({ id }) => id).filter((id) => !broken.has(id));
    expect(unbroken.sort()).toEqual(ELSEWHERE.sort());
  });
});

describe("a good file that", () => {
  it.each(HARMLESS.map((one) => [one.that, one] as const))("%s is still good", (_, one) => {
    const bytes = mutantOf({ ...one, rule: "none" });
    expect([...found(bytes, conditionOf(one.condition))]).toEqual([]);
  });
});

describe("a press page of ours", () => {
  const condition = bundledCondition("coated");
  const page = pressPage("hubble-archivaufnahme.txt", "coated", "berliner-5");

  it("is accepted without a finding", async () => {
    expect([...found(await page, condition)]).toEqual([]);
  });

  it.each(PRESS_PAGE.map((mutant) => [mutant.that, mutant.rule, mutant] as const))(
    "that %s breaks %s",
    async (_, rule, { change = () => undefined, damage = (bytes) => bytes, also = [] }) => {
      const findings = found(damage(mutate(await page, change)), condition);
      expect([...findings.keys()].sort(), JSON.stringify([...findings])).toEqual([rule, ...also].sort());
    },
  );
});

describe("a file that", () => {
  it.each(MUTANTS.map((mutant) => [mutant.that, mutant.rule, mutant] as const))("%s breaks %s", (_, rule, mutant) => {
    const findings = found(mutantOf(mutant), conditionOf(mutant.judgedBy ?? mutant.condition));
    const expected = [rule, ...(mutant.also ?? [])];
    expect([...findings.keys()].sort(), JSON.stringify([...findings])).toEqual(expected.sort());
  });
});

import { describe, expect, it } from "vitest";
import { preflight } from "../../../src/preflight/index.ts";
import { bundledCondition } from "../../support/condition.ts";
import { goodFile } from "../../support/pdf/good-file.ts";
import { LOOPS } from "../../support/pdf/malicious/loops.ts";
import { manyPages, MASSES } from "../../support/pdf/malicious/masses.ts";
import { STRANGERS } from "../../support/pdf/malicious/strangers.ts";

const condition = bundledCondition("coated");
const good = goodFile(condition);

describe("a file that", () => {
  it.each([...STRANGERS, ...LOOPS, ...MASSES].map((file) => [file.that, file] as const))(
    "%s is judged and does no harm",
    (_, { make, harmless = false }) => {
      const report = preflight(make(good), { condition });
      if (!harmless) expect(report.verdict).toBe("refused");
      expect(report.findings.length).toBeLessThan(400);
    },
  );

  it("has 5,000 good pages is accepted", () => {
    const report = preflight(manyPages(good, 5000), { condition });
    expect(report.findings.map(({ rule, occurrences }) => [rule.id, occurrences[0]])).toEqual([]);
    expect(report.pages).toBe(5000);
  });
});

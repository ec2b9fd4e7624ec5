import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openPlateMaker } from "../../src/app/ghostscript.ts";
import { preflight } from "../../src/preflight/index.ts";
import { bundledCondition } from "../support/condition.ts";
import { onePage } from "../support/pdf/build.ts";

const folder = mkdtempSync(join(tmpdir(), "umbruch-plates-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const condition = bundledCondition("austria-newsprint");

/** A page rendered by Ghostscript and measured. */
function measured(content: string, resources = "") {
  const pdf = onePage({ content, resources });
  const path = join(folder, "page.pdf");
  writeFileSync(path, pdf);
  return preflight(pdf, { condition, plates: openPlateMaker(path) });
}

describe("total ink, rendered by Ghostscript", () => {
  it("is what overprint adds up to, which no flat colour shows", () => {
    const resources = "/ExtGState <</O <</OP true /op true /OPM 1>>>>";
    const { ink, findings } = measured("1 0.6 0 0 k 30 80 40 40 re f /O gs 0 0 0 1 k 30 80 40 40 re f", resources);
    expect(Math.round(ink?.most ?? 0)).toBe(260);
    expect(ink?.plates).toEqual(["C", "M", "K"]);
    expect(findings.map(({ rule }) => rule.id)).toContain("INK-2");
  });

  it("of black that knocks out is that of black alone", () => {
    expect(Math.round(measured("1 0.6 0 0 k 30 80 40 40 re f 0 0 0 1 k 20 70 60 60 re f").ink?.most ?? 0)).toBe(100);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { umbruch } from "../../support/command.ts";
import { onePage } from "../../support/pdf/build.ts";

const folder = mkdtempSync(join(tmpdir(), "umbruch-preflight-"));
afterAll(() => rmSync(folder, { recursive: true }));

const RGB = join(folder, "rgb.pdf");
writeFileSync(RGB, onePage({ content: "1 0 0 rg 20 20 9 9 re f" }));
writeFileSync(join(folder, "none.PDF"), "this is no PDF");
writeFileSync(join(folder, "notes.txt"), "nothing to judge");

describe("umbruch preflight", () => {
  it("begins with the verdict, and says of each finding what, where, from what rule and what to do", async () => {
    const { code, out } = await umbruch("preflight", RGB, "--no-plates");
    expect(code).toBe(5);
    const lines = out.split("\n");
    expect(lines[0]).toBe(`${RGB}: refused for austria-newsprint`);
    expect(lines[1]).toMatch(/^ {2}PDF 1\.6 · 1 page · 28\.2 × 63\.5 mm · \d+ errors, 1 warning$/);
    const at = lines.indexOf("  error: an area is in DeviceRGB [COL-1]");
    expect(lines.slice(at + 1, at + 4)).toEqual([
      "    page 1, 3.5 mm from the left, 56.8 mm from the top (3.2 × 3.2 mm)",
      "    ISO 15930-7; ISO 19005-2, 6.2.4.3; ISO 32000-1, 8.6.4",
      "    try: convert to the CMYK of the press when exporting",
    ]);
    expect(out).toContain("not checked: total ink was not measured");
  });

  it("gives one JSON object a file, of all PDFs of a folder in the order of their names", async () => {
    const { code, out } = await umbruch(
      "preflight",
      folder,
      "--format",
      "json",
      "--no-plates",
      "--condition",
      "coated",
    );
    expect(code).toBe(5);
    const reports = out
      .trim()
      .split("\n")
      .map(
        (line) =>
          JSON.parse(line) as { file: string; version: number; condition: string; findings: { rule: string }[] },
      );
    expect(reports.map(({ file }) => file)).toEqual([join(folder, "none.PDF"), RGB]);
    expect(reports[1]).toMatchObject({ version: 1, condition: "coated", verdict: "refused", pages: 1 });
    expect(reports[1]?.findings.map(({ rule }) => rule)).toContain("COL-1");
  });

  it("says that total ink was not measured where no program can render pages, and judges all else", async () => {
    vi.stubEnv("PATH", folder);
    const { code, out } = await umbruch("preflight", RGB);
    vi.unstubAllEnvs();
    expect(code).toBe(5);
    expect(out).toContain(
      "not checked: total ink was not measured: install Ghostscript (gs), which renders the plates",
    );
    expect(out).toContain("[COL-1]");
  });

  it("says what it cannot read: a file, a folder without PDFs, a condition", async () => {
    const missing = await umbruch("preflight", join(folder, "missing.pdf"));
    expect(missing.code).toBe(3);
    expect(missing.err).toContain("pipeline/unreadable-file");
    const empty = await umbruch("preflight", mkdtempSync(join(folder, "empty-")));
    expect(empty.err).toContain("app/no-pdfs");
    const unknown = await umbruch("preflight", RGB, "--condition", "coatet");
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("did you mean “coated”?");
  });
});

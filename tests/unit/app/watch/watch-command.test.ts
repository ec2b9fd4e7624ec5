import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { main } from "../../../../src/app/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "umbruch-watch-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("umbruch watch", () => {
  it("says in a line what it set, and ends with 0 on Ctrl-C", { timeout: 60_000 }, async () => {
    const article = join(folder, "kim.txt");
    writeFileSync(article, "Innenpolitik\n\nEine Überschrift\n\nEin Absatz, der kurz ist.\n");
    let out = "";
    vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
      out += String(chunk);
      // The listener that the command has set, not the test runner's own end.
      if (String(chunk).includes("kim.proof.png")) setTimeout(() => process.emit("SIGINT"), 20);
      return true;
    });
    const code = await main(["watch", article, "--template", "clip", "--out", folder, "--ppi", "40"]);
    vi.restoreAllMocks();
    expect(code).toBe(0);
    expect(out).toContain("Watching; Ctrl-C ends it.");
    expect(out).toMatch(/kim\.txt \d+ ms · 1 page · fits to the line → .*kim\.proof\.png\n/);
  });
});

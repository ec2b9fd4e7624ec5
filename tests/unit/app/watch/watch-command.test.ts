import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { main } from "../../../../src/app/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "umbruch-watch-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Watches an article until it has been set once. */
async function watchOnce(...options: string[]): Promise<{ code: number; out: string }> {
  const article = join(folder, "kim.txt");
  writeFileSync(article, "Innenpolitik\n\nEine Überschrift\n\nEin Absatz, der kurz ist.\n");
  let out = "";
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    out += String(chunk);
    // The listener that the command has set, not the test runner's own end.
    if (String(chunk).includes("kim.proof.png")) setTimeout(() => process.emit("SIGINT"), 20);
    return true;
  });
  const code = await main(["watch", article, ...options]);
  vi.restoreAllMocks();
  return { code, out };
}

describe("umbruch watch", { timeout: 60_000 }, () => {
  it("says in a line what it set, and ends with 0 on Ctrl-C", async () => {
    const { code, out } = await watchOnce("--template", "clip", "--out", folder, "--ppi", "40");
    expect(code).toBe(0);
    expect(out).toContain("Watching; Ctrl-C ends it.");
    expect(out).toMatch(/kim\.txt \d+ ms · 1 page · fits to the line → .*kim\.proof\.png\n/);
    expect(readdirSync(folder).filter((name) => name.startsWith("kim."))).toEqual(["kim.proof.png", "kim.txt"]);
  });

  it("writes beside the proof what the configuration names, and what the command line names in its place", async () => {
    const config = join(folder, "umbruch.config.yaml");
    writeFileSync(config, "template: clip\nout: pages\nfor: screen\nppi: 40\n");
    expect((await watchOnce("--config", config)).code).toBe(0);
    expect(readdirSync(join(folder, "pages"))).toEqual(["kim.proof.png", "kim.screen.pdf"]);
    await watchOnce("--config", config, "--for", "proof", "--out", join(folder, "other"));
    expect(readdirSync(join(folder, "other"))).toEqual(["kim.proof.png"]);
  });

  it("has no --one-file, for it sets each article by itself", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(await main(["watch", join(folder, "kim.txt"), "--one-file", "day"])).toBe(2);
    vi.restoreAllMocks();
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { umbruch } from "../../support/command.ts";
import { projectPath } from "../../support/desk.ts";

const out = mkdtempSync(join(tmpdir(), "umbruch-proof-"));
afterAll(() => rmSync(out, { recursive: true }));

const WITH_PICTURES = projectPath("articles/raumfahrt-frauen.json");
const SHORT = projectPath("articles/hubble-archivaufnahme.txt");

describe("umbruch set --for proof", () => {
  it("writes a PNG of the trimmed page at the resolution asked for", async () => {
    expect((await umbruch("set", SHORT, "--for", "proof", "--ppi", "50", "--out", out)).code).toBe(0);
    const { width, height, density, hasAlpha } = await sharp(join(out, "hubble-archivaufnahme.proof.png")).metadata();
    // 300 × 450 mm, and so many pixels to the inch.
    expect([width, height]).toEqual([Math.round((300 / 25.4) * 50), Math.round((450 / 25.4) * 50)]);
    expect([density, hasAlpha]).toEqual([50, false]);
  });

  it("writes SVG, with the pictures as files of the web inside", async () => {
    await umbruch("set", WITH_PICTURES, "--for", "proof", "--proof-format", "svg", "--out", out);
    const svg = readFileSync(join(out, "raumfahrt-frauen.proof.svg"), "utf8");
    expect(svg).toMatch(/^<svg .*width="850\.3937pt"/);
    expect(svg.match(/<image .*?data:image\/(?:jpeg|png);base64/g)).toHaveLength(2);
    expect(svg).toContain('<g fill="#000000">');
  });

  it("numbers further pages, and makes them together with other files", async () => {
    const long = projectPath("articles/gletscher-reportage.md");
    const folder = join(out, "long");
    await umbruch("set", long, "-t", "a4-3", "--for", "press", "proof", "--ppi", "30", "--out", folder);
    expect(readdirSync(folder).sort()).toEqual([
      "gletscher-reportage.press.pdf",
      "gletscher-reportage.proof-2.png",
      "gletscher-reportage.proof.png",
    ]);
  });

  it("asks for a resolution that can be", async () => {
    const { code, err } = await umbruch("set", SHORT, "--for", "proof", "--ppi", "5000");
    expect(code).toBe(2);
    expect(err).toContain("Give 20 to 600.");
  });
});

describe("umbruch set --for proof --grid", () => {
  it("shows the page on a larger sheet", async () => {
    const folder = join(out, "grid");
    await umbruch("set", SHORT, "--for", "proof", "--proof-format", "svg", "--grid", "--out", folder);
    const svg = readFileSync(join(folder, "hubble-archivaufnahme.proof.svg"), "utf8");
    const [, width = 0] = /width="([\d.]+)pt"/.exec(svg) ?? [];
    expect(Number(width)).toBeGreaterThan((300 / 25.4) * 72 + 50);
  });
});

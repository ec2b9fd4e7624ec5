import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { projectPath } from "../support/desk.ts";
import { ask, veraPdf } from "./judges.ts";

const TEMPLATES = ["berliner-5", "tabloid-4", "clip"];
const CLI = projectPath("dist/umbruch.js");
const out = mkdtempSync(join(tmpdir(), "umbruch-screen-"));
afterAll(() => rmSync(out, { recursive: true }));

for (const template of TEMPLATES) {
  const folder = join(out, template);
  const args = ["set", projectPath("articles"), "-t", template, "--for", "screen", "press", "--out", folder];
  const { status, stderr } = ask(process.execPath, CLI, ...args);
  if (status !== 0) throw new Error(stderr);
}

const files = TEMPLATES.flatMap((template) =>
  readdirSync(join(out, template))
    .filter((file) => file.endsWith(".screen.pdf"))
    .map((file) => ({ template, file, pdf: join(out, template, file) })),
);

describe("veraPDF", () => {
  it.each(["2a", "ua1"])("finds no fault in any file for screens by its profile %s", (flavour) => {
    const verdicts = veraPdf(
      flavour,
      files.map(({ pdf }) => pdf),
    );
    expect([...verdicts].filter(([, verdict]) => verdict !== "PASS")).toEqual([]);
    expect(verdicts.size).toBe(files.length);
    expect(files.length).toBeGreaterThan(15);
  });
});

describe.each(files)("$file on $template", ({ pdf }) => {
  const press = pdf.replace(".screen.pdf", ".press.pdf");

  it("is syntactically clean to qpdf", () => {
    expect(ask("qpdf", "--check", pdf).status).toBe(0);
  });

  it("has the same words in the same lines as the press page", () => {
    const text = (path: string): string => ask("pdftotext", "-layout", "-nopgbrk", path, "-").stdout;
    const lines = (path: string): string[] =>
      text(path)
        .split("\n")
        .map((line) => line.trim());
    const printed = new Set(lines(press));
    expect(lines(pdf).filter((line) => !printed.has(line))).toEqual([]);
  });

  it("has pictures of 144 ppi at most in sRGB or grey, and is smaller than the press page", () => {
    const pictures = ask("pdfimages", "-list", pdf).stdout.trim().split("\n").slice(2);
    for (const picture of pictures) {
      const [, , , , , colour, , , , , , , across] = picture.trim().split(/\s+/);
      expect(colour).toMatch(/^(rgb|gray)$/);
      expect(Number(across)).toBeLessThanOrEqual(145);
    }
    expect(statSync(pdf).size).toBeLessThan(statSync(press).size / 2);
  });
});

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A glyph as it stands on a page, in points; y is the baseline, from the top. A ligature is one of these for each of
 * its characters, all in one place.
 */
export interface Glyph {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  /** To the right edge of its advance, expansion included. */
  readonly right: number;
  readonly text: string;
}

/** Whether MuPDF's command, which reads the PDFs, is installed. */
export function canReadGlyphs(): boolean {
  return spawnSync("mutool", ["-v"], { stdio: "ignore" }).error === undefined;
}

const TAG =
  /<page number="(\d+)"|transform="([^"]*)"|<span [^>]*trm="([^"]*)"|<g unicode="([^"]*)"(?: glyph="[^"]*")? x="([^"]*)" y="([^"]*)" adv="([^"]*)"/g;

/**
 * Every glyph of one size in a PDF of whatever origin, in the order of painting, through MuPDF: a judge that shares no
 * code with any of the setters. Lines that run upright from left to right are all that it reads.
 */
export function readGlyphs(pdf: Uint8Array, size: number): Glyph[] {
  const glyphs: Glyph[] = [];
  let [page, width, height] = [0, 0, 0];
  let [scaleX, scaleY, originX, originY] = [1, 1, 0, 0];
  for (const [, number, transform, matrix, unicode, x, y, advance] of trace(pdf).matchAll(TAG)) {
    if (number !== undefined) page = Number(number);
    else if (transform !== undefined)
      [scaleX = 1, , , scaleY = 1, originX = 0, originY = 0] = transform.split(" ").map(Number);
    else if (matrix !== undefined) [width = 0, , , height = 0] = matrix.split(" ").map(Number);
    else if (Math.abs(Math.abs(height * scaleY) - size) < 0.02) {
      const left = Number(x) * scaleX + originX;
      // What a ligature stands for beyond its first character comes with no advance of its own.
      const right = left + Number(advance) * width * scaleX;
      glyphs.push({ page, x: left, y: Number(y) * scaleY + originY, right, text: decode(unicode ?? "") });
    }
  }
  return glyphs;
}

function decode(xml: string): string {
  return xml
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function trace(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "glyphs-"));
  try {
    const path = join(folder, "in.pdf");
    writeFileSync(path, pdf);
    const { status, stdout, stderr } = spawnSync("mutool", ["trace", path], { encoding: "utf8", maxBuffer: 2 ** 30 });
    if (status !== 0) throw new Error(`mutool: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

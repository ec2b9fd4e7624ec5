import type { Pt, Rect } from "../../base/index.ts";
import type { Ink } from "../../page/index.ts";
import type { Orientation } from "../../picture/index.ts";
import type {
  DisplayPage,
  FillOperation,
  GlyphsOperation,
  PictureOperation,
  StrokeOperation,
} from "../display/index.ts";
import { actualText, extractedText } from "./extraction.ts";
import type { EmbeddedFace } from "./fonts.ts";
import type { EmbeddedImage } from "./image.ts";

/** What a page's content names: faces by name, images by path. */
export interface Resources {
  face(name: string): EmbeddedFace;
  /** An image in the file; undefined when it could not be read. */
  image(path: string): EmbeddedImage | undefined;
}

/** The content stream of a page. Here alone y is turned round and numbers are rounded, once. */
export function pageContent(page: DisplayPage, resources: Resources): string {
  const writer = new ContentWriter(page, resources);
  for (const operation of page.operations) {
    switch (operation.kind) {
      case "glyphs":
        writer.glyphs(operation);
        break;
      case "fill":
        writer.fill(operation);
        break;
      case "stroke":
        writer.stroke(operation);
        break;
      case "picture":
        writer.picture(operation);
        break;
    }
  }
  return writer.finish();
}

class ContentWriter {
  private readonly lines: string[] = [];
  private readonly page: DisplayPage;
  private readonly resources: Resources;
  /** The last text and colour operators, which need not be said twice. */
  private state = new Map<string, string>();
  private inText = false;

  constructor(page: DisplayPage, resources: Resources) {
    this.page = page;
    this.resources = resources;
  }

  finish(): string {
    this.leaveText();
    return this.lines.join("\n");
  }

  glyphs(operation: GlyphsOperation): void {
    const { face: name, size, scaling, tracking, ink, glyphs } = operation;
    if (glyphs.length === 0) return;
    const face = this.resources.face(name);
    this.enterText();
    this.ink(ink, "k");
    const [points, percent, letterfit] = [decimal(size, 3), decimal(scaling * 100, 3), decimal(tracking, 4)];
    this.once("Tf", `/${face.label} ${points} Tf`);
    this.once("Tz", `${percent} Tz`);
    this.once("Tc", `${letterfit} Tc`);
    const metrics = { size: Number(points), scaling: Number(percent) / 100, tracking: Number(letterfit) };
    for (const stretch of stretches(operation)) {
      if (stretch.actual !== undefined) this.lines.push(`/Span <</ActualText ${utf16String(stretch.actual)}>> BDC`);
      this.show(operation, stretch, face, metrics);
      if (stretch.actual !== undefined) this.lines.push("EMC");
    }
  }

  private show(operation: GlyphsOperation, stretch: Stretch, face: EmbeddedFace, metrics: TextMetrics): void {
    const { upwards, baseline, glyphs } = operation;
    const from = glyphs[stretch.start]?.x ?? 0;
    if (upwards !== undefined) {
      const along = Number(decimal(from, 4));
      this.lines.push(`0 1 -1 0 ${decimal(this.x(upwards), 4)} ${decimal(this.y(baseline - along), 4)} Tm`);
      this.lines.push(`${showString(operation, stretch, face, metrics, along)} TJ`);
      return;
    }
    const x = Number(decimal(this.x(from), 4));
    this.lines.push(`1 0 0 1 ${x} ${decimal(this.y(baseline), 4)} Tm`);
    this.lines.push(`${showString(operation, stretch, face, metrics, x - this.x(0))} TJ`);
  }

  fill({ rect, ink }: FillOperation): void {
    this.leaveText();
    this.ink(ink, "k");
    this.lines.push(`${this.rectangle(rect)} re f`);
  }

  stroke({ from, to, width, ink }: StrokeOperation): void {
    this.leaveText();
    this.ink(ink, "K");
    this.once("w", `${decimal(width, 3)} w`);
    const point = (at: { readonly x: Pt; readonly y: Pt }): string =>
      `${decimal(this.x(at.x), 3)} ${decimal(this.y(at.y), 3)}`;
    this.lines.push(`${point(from)} m ${point(to)} l S`);
  }

  picture({ path, rect, window }: PictureOperation): void {
    const image = this.resources.image(path);
    if (image === undefined) return;
    this.leaveText();
    const placed = `${this.imageMatrix(rect, image.orientation)} cm /${image.label} Do`;
    this.lines.push(`q ${this.rectangle(window)} re W n ${placed} Q`);
  }

  /** Maps the unit square that an image fills (ISO 32000-1, 8.9.5) to its rectangle, turned as the image is to be seen. */
  private imageMatrix({ x, y, width, height }: Rect, orientation: Orientation): string {
    const [a, b, c, d, e, f] = TURNS[orientation];
    const [left, foot] = [this.x(x), this.y(y + height)];
    const matrix = [a * width, b * height, c * width, d * height, left + e * width, foot + f * height];
    return matrix.map((number) => decimal(number, 3)).join(" ");
  }

  private x(x: Pt): Pt {
    return x - this.page.bleed.x;
  }

  private y(y: Pt): Pt {
    return this.page.bleed.height - (y - this.page.bleed.y);
  }

  private rectangle({ x, y, width, height }: Rect): string {
    return [this.x(x), this.y(y + height), width, height].map((number) => decimal(number, 3)).join(" ");
  }

  private ink({ c, m, y, k }: Ink, operator: "k" | "K"): void {
    this.once(operator, `${[c, m, y, k].map((share) => decimal(share, 3)).join(" ")} ${operator}`);
  }

  private once(key: string, operator: string): void {
    if (this.state.get(key) === operator) return;
    this.state.set(key, operator);
    this.lines.push(operator);
  }

  private enterText(): void {
    if (!this.inText) this.lines.push("BT");
    this.inText = true;
  }

  private leaveText(): void {
    if (this.inText) this.lines.push("ET");
    this.inText = false;
  }
}

/** The unit square turned and mirrored in itself, for each orientation: matrices as PDF writes them. */
const TURNS: Readonly<Record<Orientation, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

interface TextMetrics {
  readonly size: Pt;
  readonly scaling: number;
  readonly tracking: Pt;
}

/** Glyphs that are shown at one go: half-open range, and what they read as together where their own texts do not say. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly actual?: string;
}

function stretches({ glyphs, parts = [] }: GlyphsOperation): Stretch[] {
  let from = 0;
  const cut = parts.flatMap((part): Stretch[] => {
    const before = { start: from, end: part.start };
    from = part.end;
    return [before, { start: part.start, end: part.end, actual: actualText(part) }];
  });
  return [...cut, { start: from, end: glyphs.length }].filter(({ start, end }) => start < end);
}

/** A shift smaller than this is not worth an operator: under two hundred-thousandths of an em. */
const LEAST_SHIFT = 0.05;

/**
 * The array of TJ: codes, and between them the shifts that bring each glyph to its place. The pen is followed with the
 * numbers as they are written, so that no rounding adds up along the line (ISO 32000-1, 9.4.3 and 9.4.4).
 */
function showString(
  operation: GlyphsOperation,
  stretch: Stretch,
  face: EmbeddedFace,
  metrics: TextMetrics,
  start: Pt,
): string {
  const { size, scaling, tracking } = metrics;
  const parts: string[] = [];
  let codes = "";
  let pen = start;
  operation.glyphs.slice(stretch.start, stretch.end).forEach(({ glyph, x }, index) => {
    const shift = Number(decimal(((pen - x) * 1000) / (size * scaling), 1));
    if (Math.abs(shift) > LEAST_SHIFT && index > 0) {
      parts.push(`(${codes})`, String(shift));
      codes = "";
      pen -= (shift / 1000) * size * scaling;
    }
    const code = face.code(glyph, extractedText(operation, stretch.start + index));
    codes += literal(code);
    pen += ((face.width(code) / 1000) * size + tracking) * scaling;
  });
  parts.push(`(${codes})`);
  return `[${parts.join("")}]`;
}

/** A two-byte code inside a literal string (ISO 32000-1, 7.3.4.2); a bare CR would be read as LF. */
function literal(code: number): string {
  return [code >> 8, code & 0xff].map((byte) => ESCAPED.get(byte) ?? String.fromCharCode(byte)).join("");
}

const ESCAPED: ReadonlyMap<number, string> = new Map([
  [0x0d, "\\r"],
  [0x28, "\\("],
  [0x29, "\\)"],
  [0x5c, "\\\\"],
]);

/** A text string as UTF-16BE with its byte order mark (ISO 32000-1, 7.9.2.2), in hexadecimal. */
function utf16String(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return `<FEFF${units.map((unit) => unit.toString(16).toUpperCase().padStart(4, "0")).join("")}>`;
}

/** A number as PDF writes them: no exponent, no minus zero, no needless digits. */
function decimal(number: number, digits: number): string {
  const fixed = number.toFixed(digits).replace(/\.?0+$/, "");
  return fixed === "-0" ? "0" : fixed;
}

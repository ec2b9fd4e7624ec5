import type { Pt, Rect } from "../../base/index.ts";
import type { Ink } from "../../page/index.ts";
import type {
  DisplayPage,
  FillOperation,
  GlyphsOperation,
  Operation,
  PictureOperation,
  StrokeOperation,
  StructureType,
  Tag,
} from "../display/index.ts";
import { extractedText } from "./extraction.ts";
import type { EmbeddedFace } from "./fonts.ts";
import type { Inks } from "./inks.ts";
import { decimal, rounded } from "./number.ts";
import { OVERPRINTS, type Overprint } from "./overprint.ts";

/** What a page's content names: faces by name, images by what draws them, elements of the structure by their numbers. */
export interface Resources {
  readonly inks: Inks;
  face(name: string): EmbeddedFace;
  /** A picture's image in the file, and which part of the picture it shows; undefined when it has none. */
  image(operation: PictureOperation): PlacedImage | undefined;
  /** A new piece of an element's content on this page: the element's type, and the number of the piece (MCID). */
  piece(element: number): { readonly type: StructureType; readonly number: number } | undefined;
}

/** An image by its name in the file; `crop` in fractions of the whole picture. */
export interface PlacedImage {
  readonly label: string;
  readonly crop: Rect;
}

/** The content stream of a page. Here alone y is turned round and numbers are rounded, once. */
export function pageContent(page: DisplayPage, resources: Resources): string {
  const writer = new ContentWriter(page, resources);
  for (const operation of page.operations) {
    writer.enter(operation);
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
  /** What the marked content that is open belongs to. */
  private tag: Tag | undefined;

  constructor(page: DisplayPage, resources: Resources) {
    this.page = page;
    this.resources = resources;
  }

  finish(): string {
    this.leaveTag();
    return this.lines.join("\n");
  }

  /** Begins marked content for an operation, unless it goes on with what the one before drew a part of. */
  enter({ tag = "layout" }: Operation): void {
    if (tag === this.tag) return;
    this.leaveTag();
    this.lines.push(this.opening(tag));
    this.tag = tag;
  }

  private leaveTag(): void {
    this.leaveText();
    if (this.tag !== undefined) this.lines.push("EMC");
    this.tag = undefined;
  }

  /** Everything on the page is a piece of an element or an artifact (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2). */
  private opening(tag: Tag): string {
    if (typeof tag !== "number") return `/Artifact <</Type /${ARTIFACTS[tag]}>> BDC`;
    const piece = this.resources.piece(tag);
    return piece ? `/${piece.type} <</MCID ${piece.number}>> BDC` : `/Artifact <</Type /${ARTIFACTS.layout}>> BDC`;
  }

  glyphs(operation: GlyphsOperation): void {
    const { face: name, size, scaling, tracking, ink, glyphs } = operation;
    if (glyphs.length === 0) return;
    const face = this.resources.face(name);
    this.enterText();
    this.ink(ink, "fill");
    const [points, percent, letterfit] = [rounded(size, 3), rounded(scaling * 100, 3), rounded(tracking, 4)];
    this.once("Tf", `/${face.label} ${points} Tf`);
    this.once("Tz", `${percent} Tz`);
    this.once("Tc", `${letterfit} Tc`);
    this.show(operation, face, { size: points, scaling: percent / 100, tracking: letterfit });
  }

  private show(operation: GlyphsOperation, face: EmbeddedFace, metrics: TextMetrics): void {
    const { upwards, baseline, glyphs } = operation;
    const from = operation.x + (glyphs[0]?.x ?? 0);
    if (upwards !== undefined) {
      const along = rounded(from, 4);
      this.lines.push(`0 1 -1 0 ${decimal(this.x(upwards), 4)} ${decimal(this.y(baseline - along), 4)} Tm`);
      this.lines.push(`${showString(operation, face, metrics, along)} TJ`);
      return;
    }
    const x = rounded(this.x(from), 4);
    this.lines.push(`1 0 0 1 ${x} ${decimal(this.y(baseline), 4)} Tm`);
    this.lines.push(`${showString(operation, face, metrics, x - this.x(0))} TJ`);
  }

  fill({ rect, ink }: FillOperation): void {
    this.leaveText();
    this.ink(ink, "fill");
    this.lines.push(`${this.rectangle(rect)} re f`);
  }

  stroke({ from, to, width, ink }: StrokeOperation): void {
    this.leaveText();
    this.ink(ink, "stroke");
    this.once("w", `${decimal(width, 3)} w`);
    const point = (at: { readonly x: Pt; readonly y: Pt }): string =>
      `${decimal(this.x(at.x), 3)} ${decimal(this.y(at.y), 3)}`;
    this.lines.push(`${point(from)} m ${point(to)} l S`);
  }

  /** The unit square that an image fills (ISO 32000-1, 8.9.5) is its part of the picture: whole pixels, a little beyond the window. */
  picture(operation: PictureOperation): void {
    const image = this.resources.image(operation);
    if (image === undefined) return;
    this.leaveText();
    this.overprint("knockout");
    const { rect, window } = operation;
    const { crop, label } = image;
    const [width, height] = [crop.width * rect.width, crop.height * rect.height];
    const [x, y] = [rect.x + crop.x * rect.width, rect.y + crop.y * rect.height];
    const matrix = [width, 0, 0, height, this.x(x), this.y(y + height)].map((number) => decimal(number, 3)).join(" ");
    this.lines.push(`q ${this.rectangle(window)} re W n ${matrix} cm /${label} Do Q`);
  }

  private x(x: Pt): Pt {
    return x - this.page.media.x;
  }

  private y(y: Pt): Pt {
    return this.page.media.height - (y - this.page.media.y);
  }

  private rectangle({ x, y, width, height }: Rect): string {
    return [this.x(x), this.y(y + height), width, height].map((number) => decimal(number, 3)).join(" ");
  }

  private ink(ink: Ink, use: "fill" | "stroke"): void {
    this.overprint(isBlack(ink) ? "overprint" : "knockout");
    this.once(use, this.resources.inks[use](ink));
  }

  private overprint(how: Overprint): void {
    if (!this.resources.inks.overprints) return;
    if (how === "overprint" || this.state.has("gs")) this.once("gs", `/${OVERPRINTS[how].label} gs`);
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

/** What is no element's content, in the file's words; marks and colour bars are of the page as it is produced. */
const ARTIFACTS = { header: "Pagination", layout: "Layout", mark: "Page" } as const;

/** Full black and nothing else: it prints over what lies below, so that no paper shows at its edges. */
function isBlack({ c, m, y, k }: Ink): boolean {
  return c === 0 && m === 0 && y === 0 && k === 1;
}

interface TextMetrics {
  readonly size: Pt;
  readonly scaling: number;
  readonly tracking: Pt;
}

/** A shift smaller than this is not worth an operator: under two hundred-thousandths of an em. */
const LEAST_SHIFT = 0.05;

/**
 * The array of TJ: codes, and between them the shifts that bring each glyph to its place. The pen is followed with the
 * numbers as they are written, so that no rounding adds up along the line (ISO 32000-1, 9.4.3 and 9.4.4).
 */
function showString(operation: GlyphsOperation, face: EmbeddedFace, metrics: TextMetrics, start: Pt): string {
  const { size, scaling, tracking } = metrics;
  const { x: left, glyphs } = operation;
  let parts = "";
  let codes = "";
  let pen = start;
  let index = 0;
  for (const { glyph, x } of glyphs) {
    const shift = rounded(((pen - (left + x)) * 1000) / (size * scaling), 1);
    if (Math.abs(shift) > LEAST_SHIFT && index > 0) {
      parts += `(${codes})${shift}`;
      codes = "";
      pen -= (shift / 1000) * size * scaling;
    }
    const sort = face.sort(glyph, extractedText(operation, index++));
    codes += sort.literal;
    pen += ((sort.width / 1000) * size + tracking) * scaling;
  }
  return `[${parts}(${codes})]`;
}

import type { Pt, Rect } from "../../base/index.ts";
import type { PlacedGlyph } from "../../galley/index.ts";
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
import { ContentBytes } from "./content-bytes.ts";
import { extractedText } from "./extraction.ts";
import type { EmbeddedFace } from "./fonts.ts";
import type { Inks } from "./inks.ts";
import { rounded, stepsOf } from "./number.ts";
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
export function pageContent(page: DisplayPage, resources: Resources): Uint8Array {
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

/** Room for the content of most pages, in bytes. */
const ROOM = 1 << 15;

/** An ink that was chosen, and the operator that chose it. */
interface Chosen {
  readonly ink: Ink;
  readonly operator: string;
}

class ContentWriter {
  private readonly out = new ContentBytes(ROOM);
  private readonly page: DisplayPage;
  private readonly resources: Resources;
  /** The last text, colour and line operators, which need not be said twice. */
  private faceName = "";
  private face: EmbeddedFace | undefined;
  private size = NaN;
  private scaling = NaN;
  private tracking = NaN;
  private readonly inks: { fill: Chosen | undefined; stroke: Chosen | undefined } = {
    fill: undefined,
    stroke: undefined,
  };
  private overprints: Overprint | undefined;
  private lineWidth = NaN;
  private inText = false;
  /** What the marked content that is open belongs to. */
  private tag: Tag | undefined;

  constructor(page: DisplayPage, resources: Resources) {
    this.page = page;
    this.resources = resources;
  }

  finish(): Uint8Array {
    this.leaveTag();
    return this.out.written;
  }

  /** Begins marked content for an operation, unless it goes on with what the one before drew a part of. */
  enter({ tag = "layout" }: Operation): void {
    if (tag === this.tag) return;
    this.leaveTag();
    this.open(tag);
    this.tag = tag;
  }

  private leaveTag(): void {
    this.leaveText();
    if (this.tag !== undefined) this.out.text("EMC\n");
    this.tag = undefined;
  }

  /** Everything on the page is a piece of an element or an artifact (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2). */
  private open(tag: Tag): void {
    const piece = typeof tag === "number" ? this.resources.piece(tag) : undefined;
    if (piece) this.out.text(`/${piece.type} <</MCID ${piece.number}>> BDC\n`);
    else this.out.text(`/Artifact <</Type /${ARTIFACTS[typeof tag === "number" ? "layout" : tag]}>> BDC\n`);
  }

  glyphs(operation: GlyphsOperation): void {
    if (operation.glyphs.length === 0) return;
    this.enterText();
    this.ink(operation.ink, "fill");
    this.show(operation, this.set(operation));
  }

  /** Says how type is set from here on, as far as it is not set so already, and gives the face. */
  private set({ face: name, size, scaling, tracking }: GlyphsOperation): EmbeddedFace {
    const face = name === this.faceName && this.face !== undefined ? this.face : this.resources.face(name);
    const [points, percent, letterfit] = [rounded(size, 3), rounded(scaling * 100, 3), rounded(tracking, 4)];
    if (face !== this.face || points !== this.size) this.out.text(`/${face.label} `).number(points, 3).text(" Tf\n");
    if (percent !== this.scaling) this.out.number(percent, 3).text(" Tz\n");
    if (letterfit !== this.tracking) this.out.number(letterfit, 4).text(" Tc\n");
    [this.faceName, this.face, this.size, this.scaling, this.tracking] = [name, face, points, percent, letterfit];
    return face;
  }

  private show(operation: GlyphsOperation, face: EmbeddedFace): void {
    const { upwards, baseline, glyphs } = operation;
    const from = operation.x + (glyphs[0]?.x ?? 0);
    if (upwards !== undefined) {
      const along = rounded(from, 4);
      this.out.text("0 1 -1 0 ");
      this.point(this.x(upwards), this.y(baseline - along), 4).text(" Tm\n");
      this.string(operation, face, along, 0);
      return;
    }
    const x = rounded(this.x(from), 4);
    this.out.text("1 0 0 1 ");
    this.point(x, this.y(baseline), 4).text(" Tm\n");
    this.string(operation, face, x, this.x(0));
  }

  /**
   * Shows glyphs from `start` on, in a line that counts from `origin`: codes, and between them the shifts that bring each glyph to its place.
   * The pen is followed with the numbers as they are written, so that no rounding adds up along the line (ISO 32000-1, 9.4.3 and 9.4.4).
   */
  private string(operation: GlyphsOperation, face: EmbeddedFace, start: Pt, origin: Pt): void {
    const { out, size, tracking } = this;
    const scaling = this.scaling / 100;
    const { x: left, glyphs } = operation;
    // What begins as a difference is a number to V8, and an argument an object, made anew for each glyph.
    let pen = start - origin;
    out.text("[(");
    for (let index = 0; index < glyphs.length; index++) {
      const { glyph, x, text } = glyphs[index] as PlacedGlyph;
      const off = ((pen - (left + x)) * 1000) / (size * scaling);
      if (Math.abs(off) >= LEAST_SHIFT && index > 0) {
        const tenths = stepsOf(off, 1);
        out.shift(tenths);
        pen -= (tenths / 10 / 1000) * size * scaling;
      }
      const sort = face.sort(glyph, text === "-" ? extractedText(operation, index) : text);
      out.code(sort.code);
      pen += ((sort.width / 1000) * size + tracking) * scaling;
    }
    out.text(")] TJ\n");
  }

  fill({ rect, ink }: FillOperation): void {
    this.leaveText();
    this.ink(ink, "fill");
    this.rectangle(rect).text(" re f\n");
  }

  stroke({ from, to, width, ink }: StrokeOperation): void {
    this.leaveText();
    this.ink(ink, "stroke");
    const points = rounded(width, 3);
    if (points !== this.lineWidth) this.out.number(points, 3).text(" w\n");
    this.lineWidth = points;
    this.point(this.x(from.x), this.y(from.y), 3).text(" m ");
    this.point(this.x(to.x), this.y(to.y), 3).text(" l S\n");
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
    this.out.text("q ");
    this.rectangle(window).text(" re W n ");
    this.out.number(width, 3).text(" 0 0 ").number(height, 3).text(" ");
    this.point(this.x(x), this.y(y + height), 3).text(` cm /${label} Do Q\n`);
  }

  private x(x: Pt): Pt {
    return x - this.page.media.x;
  }

  private y(y: Pt): Pt {
    return this.page.media.height - (y - this.page.media.y);
  }

  private point(x: number, y: number, digits: number): ContentBytes {
    return this.out.number(x, digits).text(" ").number(y, digits);
  }

  private rectangle({ x, y, width, height }: Rect): ContentBytes {
    this.point(this.x(x), this.y(y + height), 3).text(" ");
    return this.point(width, height, 3);
  }

  private ink(ink: Ink, use: "fill" | "stroke"): void {
    this.overprint(isBlack(ink) ? "overprint" : "knockout");
    const before = this.inks[use];
    if (before?.ink === ink) return;
    const operator = this.resources.inks[use](ink);
    if (before?.operator !== operator) this.out.text(`${operator}\n`);
    this.inks[use] = { ink, operator };
  }

  private overprint(how: Overprint): void {
    if (!this.resources.inks.overprints || how === this.overprints) return;
    if (how === "knockout" && this.overprints === undefined) return;
    this.out.text(`/${OVERPRINTS[how].label} gs\n`);
    this.overprints = how;
  }

  private enterText(): void {
    if (!this.inText) this.out.text("BT\n");
    this.inText = true;
  }

  private leaveText(): void {
    if (this.inText) this.out.text("ET\n");
    this.inText = false;
  }
}

/** What is no element's content, in the file's words; marks and colour bars are of the page as it is produced. */
const ARTIFACTS = { header: "Pagination", layout: "Layout", mark: "Page" } as const;

/** Full black and nothing else: it prints over what lies below, so that no paper shows at its edges. */
function isBlack({ c, m, y, k }: Ink): boolean {
  return c === 0 && m === 0 && y === 0 && k === 1;
}

/** In thousandths of an em: a smaller shift would be written as none. */
const LEAST_SHIFT = 0.05;

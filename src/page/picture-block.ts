import type { Picture } from "../article/index.ts";
import { once, type Outcome, type Pt, type Rect } from "../base/index.ts";
import { Paragraph, setEvenly, styleWith, type Galley, type Typesetter } from "../galley/index.ts";
import type { Template, TextStyle } from "../template/index.ts";
import { geometryOf } from "./page-grid.ts";
import type { PlacedLine, TextRole } from "./page.ts";
import type { Ink } from "../template/index.ts";

/** Width and height of an image in pixels, as it is seen (orientation applied). */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** A picture with caption and credit, set for a number of columns; its window's height is still open. */
export interface CaptionedPicture {
  readonly columns: number;
  readonly width: Pt;
  readonly caption: Galley;
  readonly credit: Galley;
  /** Where the credit stands: behind the caption on its last line, on a line of its own, or up the picture's right edge. */
  readonly creditAt: "beside" | "below" | "edge";
  /** Lines that caption and credit take. */
  readonly lines: number;
  /** Paper between the window and the caption, beyond the caption's leading. */
  readonly gap: Pt;
}

/** Caption and credit of a picture, to be set below it over any number of columns: what they share is worked out once. */
export class CaptionCopy {
  private readonly caption: Paragraph;
  private readonly upright: Paragraph | undefined;
  private readonly flat: () => Paragraph;

  constructor(
    picture: Picture,
    private readonly template: Template,
    setter: Typesetter,
  ) {
    const { caption, credit } = template.styles;
    const creditIn = (align: TextStyle["align"]) => new Paragraph(picture.credit, styleWith(credit, { align }), setter);
    this.caption = new Paragraph(picture.caption, caption, setter);
    this.upright = template.credit === "edge" ? creditIn("left") : undefined;
    this.flat = once(() => creditIn("right"));
  }

  /** Sets both below a picture of so many columns. */
  over(columns: number): Outcome<CaptionedPicture> {
    const { template } = this;
    const span = geometryOf(template).span(columns);
    const credit = (copy: Paragraph) => copy.broken({ width: span, firstInset: 0, inset: 0 }).galley();
    const upright = this.upright && credit(this.upright);
    const atEdge = upright !== undefined && fitsEdge(upright.value, span, template);
    const width = atEdge ? span - EDGE * template.styles.credit.size : span;
    const caption = setEvenly(this.caption, width);
    const set = atEdge ? upright : credit(this.flat());
    const creditAt = atEdge ? "edge" : besideOrBelow(caption.value, set.value, width);
    const lines = caption.value.lines.length + (creditAt === "below" ? set.value.lines.length : 0);
    return {
      value: {
        columns,
        width,
        caption: caption.value,
        credit: set.value,
        creditAt,
        lines,
        gap: gapAbove(lines, template),
      },
      diagnostics: [...caption.diagnostics, ...set.diagnostics],
    };
  }
}

/** Whether a credit is short enough to stand up the edge of the lowest window that a picture may have. */
function fitsEdge({ lines }: Galley, span: Pt, { composition }: Template): boolean {
  const [line, second] = lines;
  return line !== undefined && second === undefined && line.width <= span / composition.pictureRatio.most;
}

function besideOrBelow(caption: Galley, credit: Galley, width: Pt): "beside" | "below" {
  const last = caption.lines.at(-1)?.width ?? 0;
  const needed = Math.max(0, ...credit.lines.map((line) => line.width)) + CREDIT_GAP * caption.style.size;
  return credit.lines.length === 1 && last + needed <= width ? "beside" : "below";
}

/** What a credit up the edge takes of a picture's width, and how far its baseline is from the picture, in em of the credit. */
const EDGE = 1.3;
const EDGE_BASELINE = 1.02;

/** The least width that a picture over so many columns may have, whatever its credit. */
export function leastWidth(columns: number, template: Template): Pt {
  const span = geometryOf(template).span(columns);
  return template.credit === "edge" ? span - EDGE * template.styles.credit.size : span;
}

/** What must lie between a caption and a credit on its line, in em of the caption. */
const CREDIT_GAP = 1.5;
/** Paper between a picture and its caption beyond the caption's leading, in points. */
const CAPTION_GAP = 1.2;
/** The part of a row for which a caption does not take another one: so much less paper is above it. */
const TIGHT = 0.1;
/** Paper between a caption and the text below it, in rows. */
const SPACE_BELOW = 1.1;

/** Rows of caption and credit below a window, the last of them on or above the grid's line. */
export function captionRows({ lines }: Pick<CaptionedPicture, "lines">, { grid, styles }: Template): number {
  return Math.ceil((lines * styles.caption.leading + CAPTION_GAP) / grid.leading - TIGHT);
}

function gapAbove(lines: number, template: Template): Pt {
  return Math.min(CAPTION_GAP, leftAbove(lines, template));
}

/** What the rows of caption and credit have more than their lines. */
function leftAbove(lines: number, template: Template): Pt {
  return captionRows({ lines }, template) * template.grid.leading - lines * template.styles.caption.leading;
}

/** The most that a window grows for its caption, in rows: its picture is not to be cropped another way. */
const GROWN = 0.5;

/** By how much a window at the columns' foot is higher, so that the last line of caption and credit stands on the grid's last line. */
export function growthAtFoot({ lines, gap }: CaptionedPicture, template: Template): Pt {
  const growth = leftAbove(lines, template) - gap;
  return growth <= GROWN * template.grid.leading ? growth : 0;
}

/** Rows from the window's foot to the first row of text below caption and credit. */
export function rowsToText({ lines, caption, gap }: CaptionedPicture, { grid }: Template, xHeight: Pt): number {
  const height = lines * caption.style.leading + gap + SPACE_BELOW * grid.leading + xHeight;
  return Math.ceil(height / grid.leading - 1e-6) - 1;
}

/** Height of a window of so many rows: from the x-height of its first row to the baseline of its last. */
export function windowHeight(rows: number, { grid }: Template, xHeight: Pt): Pt {
  return (rows - 1) * grid.leading + xHeight;
}

/** Caption and credit below a window, at their place on the page. */
export function placeCaption(
  block: CaptionedPicture,
  window: Rect,
): { role: TextRole; ink: Ink; lines: PlacedLine[]; upwards?: true }[] {
  const { caption, credit, creditAt, gap } = block;
  const at = (index: number): Pt => window.y + window.height + gap + (index + 1) * caption.style.leading;
  const count = caption.lines.length;
  const below = (galley: Galley, from: number): PlacedLine[] =>
    galley.lines.map((line, index) => ({ x: window.x, baseline: at(from + index), line }));
  const edge = (): PlacedLine[] => {
    const x = window.x + window.width + EDGE_BASELINE * credit.style.size;
    return credit.lines.map((line) => ({ x, baseline: window.y + window.height, line }));
  };
  const { ink } = credit.style;
  return [
    { role: "caption", ink: caption.style.ink, lines: below(caption, 0) },
    creditAt === "edge"
      ? { role: "credit", ink, lines: edge(), upwards: true }
      : { role: "credit", ink, lines: below(credit, creditAt === "beside" ? count - 1 : count) },
  ];
}

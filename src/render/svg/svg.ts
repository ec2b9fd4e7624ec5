import type { Pt, Rect } from "../../base/index.ts";
import type { Face } from "../../galley/index.ts";
import type { Ink } from "../../page/index.ts";
import type { Crop, PictureFile } from "../../picture/index.ts";
import type { DisplayPage, GlyphsOperation, Operation, PictureOperation } from "../display/index.ts";

/** Where the writer finds what the display list names. */
export interface SvgResources {
  readonly face: (name: string) => Face;
  /** A picture as a file to embed, and what it shows of the whole; undefined where there is none, which leaves its place empty. */
  readonly picture: (operation: PictureOperation) => (PictureFile & { readonly crop: Crop }) | undefined;
  /** An ink as a colour of CSS. */
  readonly colour: (ink: Ink) => string;
}

/** A page's sheet drawn as SVG, in its parts: who wants to see a strip of it need not draw the rest. */
export interface SvgSheet {
  readonly media: Rect;
  /** Outlines of letters and clips of pictures by the names that parts call them by. */
  readonly definitions: ReadonlyMap<string, string>;
  /** In the order in which they are painted. */
  readonly parts: readonly SvgPart[];
}

/** What one operation draws, and between which heights of the sheet all of it lies, in points. */
export interface SvgPart {
  readonly svg: string;
  readonly top: Pt;
  readonly bottom: Pt;
}

/**
 * Draws a page's sheet as SVG, its unit the point: letters as outlines, so that every viewer shows the same; pictures
 * embedded. The same page gives the same parts, and what is alike on two pages mostly the same text.
 */
export function drawSvg({ media, operations }: DisplayPage, resources: SvgResources): SvgSheet {
  const writer = new SvgWriter(resources);
  const parts = operations.map((operation) => ({ svg: writer.draw(operation), ...writer.extentOf(operation) }));
  return { media, definitions: writer.definitions, parts };
}

/** A whole sheet as the text of a file. */
export function svgText({ media, definitions, parts }: SvgSheet): string {
  const size = `width="${decimal(media.width)}pt" height="${decimal(media.height)}pt"`;
  const box = [media.x, media.y, media.width, media.height].map(decimal).join(" ");
  return document(`${size} viewBox="${box}"`, definitions, media, parts);
}

/** A strip of a sheet as the text of a file without units; only what reaches into it is drawn. */
export function svgStrip({ definitions, parts }: SvgSheet, strip: Rect): string {
  const { x, y, width, height } = strip;
  const within = parts.filter(({ top, bottom }) => top < y + height && bottom > y);
  return document(
    `width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}"`,
    definitions,
    strip,
    within,
  );
}

function document(
  attributes: string,
  definitions: SvgSheet["definitions"],
  paper: Rect,
  parts: readonly SvgPart[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>`,
    `<defs>\n${[...definitions.values()].join("\n")}\n</defs>`,
    `<rect ${rectangle(paper)} fill="#ffffff"/>`,
    parts.map(({ svg }) => svg).join("\n"),
    "</svg>\n",
  ].join("\n");
}

class SvgWriter {
  readonly definitions = new Map<string, string>();
  private readonly resources: SvgResources;
  /** Faces in the order of their first use, and in it outlines and clips have their names: more letters elsewhere change none of them. */
  private readonly faces: string[] = [];
  private clips = 0;

  constructor(resources: SvgResources) {
    this.resources = resources;
  }

  /** Between which heights an operation draws; everywhere where that is not worth working out. */
  extentOf(operation: Operation): { readonly top: Pt; readonly bottom: Pt } {
    switch (operation.kind) {
      case "glyphs": {
        if (operation.upwards !== undefined) return EVERYWHERE;
        const { size, baseline } = operation;
        const [, lowest, , highest] = this.resources.face(operation.face).descriptor.box;
        return { top: baseline - (highest * size) / 1000, bottom: baseline - (lowest * size) / 1000 };
      }
      case "fill":
        return { top: operation.rect.y, bottom: operation.rect.y + operation.rect.height };
      case "stroke": {
        const { from, to, width } = operation;
        return { top: Math.min(from.y, to.y) - width, bottom: Math.max(from.y, to.y) + width };
      }
      case "picture":
        return { top: operation.window.y, bottom: operation.window.y + operation.window.height };
    }
  }

  draw(operation: Operation): string {
    switch (operation.kind) {
      case "glyphs":
        return this.glyphs(operation);
      case "fill":
        return `<rect ${rectangle(operation.rect)} fill="${this.resources.colour(operation.ink)}"/>`;
      case "stroke": {
        const { from, to, width, ink } = operation;
        const ends = `x1="${decimal(from.x)}" y1="${decimal(from.y)}" x2="${decimal(to.x)}" y2="${decimal(to.y)}"`;
        return `<line ${ends} stroke="${this.resources.colour(ink)}" stroke-width="${decimal(width)}"/>`;
      }
      case "picture":
        return this.picture(operation);
    }
  }

  private glyphs({ face, size, scaling, baseline, upwards, ink, x: left, glyphs }: GlyphsOperation): string {
    const scale = size / 1000;
    const uses = glyphs.flatMap(({ glyph, x: own }) => {
      const x = left + own;
      const id = this.outline(face, glyph);
      if (id === "") return [];
      const at =
        upwards === undefined
          ? [scale * scaling, 0, 0, -scale, x, baseline]
          : [0, -scale * scaling, -scale, 0, upwards, baseline - x];
      return [`<use xlink:href="#${id}" transform="matrix(${at.map((number) => decimal(number)).join(" ")})"/>`];
    });
    return `<g fill="${this.resources.colour(ink)}">${uses.join("")}</g>`;
  }

  /** The name of a glyph's outline; empty for a blank. */
  private outline(face: string, glyph: number): string {
    const id = `f${this.numberOf(face)}g${glyph}`;
    if (!this.definitions.has(id)) {
      const path = this.resources.face(face).outline(glyph);
      if (path === "") return "";
      this.definitions.set(id, `<path id="${id}" d="${path}"/>`);
    }
    return id;
  }

  private numberOf(face: string): number {
    const known = this.faces.indexOf(face);
    return known < 0 ? this.faces.push(face) - 1 : known;
  }

  private picture(operation: PictureOperation): string {
    const picture = this.resources.picture(operation);
    if (picture === undefined) return "";
    const { type, data, crop } = picture;
    const { rect, window } = operation;
    const part: Rect = {
      x: rect.x + crop.x * rect.width,
      y: rect.y + crop.y * rect.height,
      width: crop.width * rect.width,
      height: crop.height * rect.height,
    };
    const id = `c${this.clips++}`;
    this.definitions.set(id, `<clipPath id="${id}"><rect ${rectangle(window)}/></clipPath>`);
    const embedded = `data:${type};base64,${base64(data)}`;
    return `<image ${rectangle(part)} preserveAspectRatio="none" clip-path="url(#${id})" xlink:href="${embedded}"/>`;
  }
}

const EVERYWHERE = { top: -Infinity, bottom: Infinity };

function rectangle({ x, y, width, height }: Rect): string {
  return `x="${decimal(x)}" y="${decimal(y)}" width="${decimal(width)}" height="${decimal(height)}"`;
}

/** Numbers with four places at most, without a locale. */
function decimal(number: number): string {
  return String(Number(number.toFixed(4)));
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** As many arguments as a call surely takes. */
const CHUNK = 8192;

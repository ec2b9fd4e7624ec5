import type { Rect } from "../../base/index.ts";
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

/**
 * Draws a page's sheet as SVG, its unit the point: letters as outlines, so that every viewer shows the same; pictures
 * embedded. The same page gives the same text.
 */
export function writeSvg({ media, operations }: DisplayPage, resources: SvgResources): string {
  const writer = new SvgWriter(resources);
  const body = operations.map((operation) => writer.draw(operation)).join("\n");
  const size = `width="${decimal(media.width)}pt" height="${decimal(media.height)}pt"`;
  const box = [media.x, media.y, media.width, media.height].map(decimal).join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size} viewBox="${box}">`,
    `<defs>\n${writer.definitions.join("\n")}\n</defs>`,
    `<rect ${rectangle(media)} fill="#ffffff"/>`,
    body,
    "</svg>\n",
  ].join("\n");
}

class SvgWriter {
  /** Outlines and clips, each defined once. */
  readonly definitions: string[] = [];
  private readonly resources: SvgResources;
  private readonly outlines = new Map<string, string>();

  constructor(resources: SvgResources) {
    this.resources = resources;
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
    const key = `${face} ${glyph}`;
    let id = this.outlines.get(key);
    if (id === undefined) {
      const path = this.resources.face(face).outline(glyph);
      id = path === "" ? "" : `g${this.outlines.size}`;
      if (id !== "") this.definitions.push(`<path id="${id}" d="${path}"/>`);
      this.outlines.set(key, id);
    }
    return id;
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
    const id = `c${this.definitions.length}`;
    this.definitions.push(`<clipPath id="${id}"><rect ${rectangle(window)}/></clipPath>`);
    const embedded = `data:${type};base64,${base64(data)}`;
    return `<image ${rectangle(part)} preserveAspectRatio="none" clip-path="url(#${id})" xlink:href="${embedded}"/>`;
  }
}

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

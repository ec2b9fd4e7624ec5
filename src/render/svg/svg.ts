import type { Rect } from "../../base/index.ts";
import type { Face } from "../../galley/index.ts";
import type { DisplayPage, GlyphsOperation, Operation, PictureOperation } from "../display/index.ts";
import { screenColour } from "./colour.ts";

/** Where the writer finds what the display list names. */
export interface SvgResources {
  readonly face: (name: string) => Face;
  /** The bytes of a picture's file; undefined when it cannot be read. */
  readonly picture: (path: string) => Uint8Array | undefined;
}

/**
 * Draws a page as SVG, its unit the point: letters as outlines, so that every viewer shows the same; pictures embedded. The
 * same page gives the same text.
 */
export function writeSvg({ trim, operations }: DisplayPage, resources: SvgResources): string {
  const writer = new SvgWriter(resources);
  const body = operations.map((operation) => writer.draw(operation)).join("\n");
  const size = `width="${decimal(trim.width)}pt" height="${decimal(trim.height)}pt"`;
  const box = [trim.x, trim.y, trim.width, trim.height].map(decimal).join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size} viewBox="${box}">`,
    `<defs>\n${writer.definitions.join("\n")}\n</defs>`,
    `<rect ${rectangle(trim)} fill="#ffffff"/>`,
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
        return `<rect ${rectangle(operation.rect)} fill="${screenColour(operation.ink)}"/>`;
      case "stroke": {
        const { from, to, width, ink } = operation;
        const ends = `x1="${decimal(from.x)}" y1="${decimal(from.y)}" x2="${decimal(to.x)}" y2="${decimal(to.y)}"`;
        return `<line ${ends} stroke="${screenColour(ink)}" stroke-width="${decimal(width)}"/>`;
      }
      case "picture":
        return this.picture(operation);
    }
  }

  private glyphs({ face, size, scaling, baseline, upwards, ink, glyphs }: GlyphsOperation): string {
    const scale = size / 1000;
    const uses = glyphs.flatMap(({ glyph, x }) => {
      const id = this.outline(face, glyph);
      if (id === "") return [];
      const at =
        upwards === undefined
          ? [scale * scaling, 0, 0, -scale, x, baseline]
          : [0, -scale * scaling, -scale, 0, upwards, baseline - x];
      return [`<use xlink:href="#${id}" transform="matrix(${at.map((number) => decimal(number)).join(" ")})"/>`];
    });
    return `<g fill="${screenColour(ink)}">${uses.join("")}</g>`;
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

  private picture({ path, rect, window }: PictureOperation): string {
    const bytes = this.resources.picture(path);
    if (bytes === undefined) return "";
    const id = `c${this.definitions.length}`;
    this.definitions.push(`<clipPath id="${id}"><rect ${rectangle(window)}/></clipPath>`);
    const type = bytes[0] === 0x89 ? "image/png" : "image/jpeg";
    const data = `data:${type};base64,${base64(bytes)}`;
    return `<image ${rectangle(rect)} preserveAspectRatio="none" clip-path="url(#${id})" xlink:href="${data}"/>`;
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

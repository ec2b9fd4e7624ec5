import type { Pt } from "../../base/index.ts";
import { svgStrip, type SvgSheet } from "./svg.ts";

/** A sheet in pixels, and the PNG file that holds them. */
export interface Rendering {
  readonly png: Uint8Array;
  readonly sheet: SvgSheet;
  readonly raster: Raster;
}

/** Red, green and blue of each pixel, row by row from the top. */
interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixelsPerInch: number;
  readonly data: Uint8Array;
}

/** Rows of pixels, half-open. */
interface Rows {
  readonly from: number;
  readonly until: number;
}

/**
 * Pixels of a drawn sheet: PNG at so many pixels to an inch, without transparency. Of a sheet that was rendered `before` and has
 * changed here and there only the rows that look otherwise are rendered; the pixels are the same. The library for that is loaded
 * only now, for hardly any run needs it. Throws when the library is not there for this system.
 */
export async function renderPng(sheet: SvgSheet, pixelsPerInch: number, before?: Rendering): Promise<Rendering> {
  const { default: sharp } = await import("sharp");
  const { media } = sheet;
  const [width, height] = [pixelsOf(media.width, pixelsPerInch), pixelsOf(media.height, pixelsPerInch)];
  const known = before?.raster;
  const isLike = known?.width === width && known.height === height && known.pixelsPerInch === pixelsPerInch;
  const changed = (isLike && before && changedRows(before.sheet, sheet, pixelsPerInch)) || [{ from: 0, until: height }];
  if (before && changed.length === 0) return before;
  const isWhole = changed[0]?.from === 0 && changed[0].until === height;
  const data = isWhole || known === undefined ? new Uint8Array(3 * width * height) : known.data.slice();
  for (const { from, until } of changed) {
    // Whole pixels: so a strip's pixels are those of the whole sheet, to the last bit.
    const point = 72 / pixelsPerInch;
    const strip = { x: media.x, y: media.y + from * point, width: width * point, height: (until - from) * point };
    const svg = new TextEncoder().encode(svgStrip(sheet, strip));
    // The page is white from edge to edge: nothing shows through that would have to be laid on white.
    const pixels = sharp(svg, { density: pixelsPerInch, limitInputPixels: MOST_PIXELS, unlimited: true }).removeAlpha();
    data.set(await pixels.raw().toBuffer(), 3 * width * from);
  }
  const png = await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: MOST_PIXELS })
    .withMetadata({ density: pixelsPerInch })
    // Level 9 takes a tenth of the bytes away and eight times the time.
    .png({ compressionLevel: 6 })
    .toBuffer();
  return { png, sheet, raster: { width, height, pixelsPerInch, data } };
}

/** A broadsheet at 600 to an inch is 130 million. */
const MOST_PIXELS = 200_000_000;

function pixelsOf(length: Pt, pixelsPerInch: number): number {
  return Math.max(1, Math.round((length * pixelsPerInch) / 72));
}

/** Where a sheet looks otherwise than another of its size; undefined where what is alike does not tell. */
function changedRows(before: SvgSheet, now: SvgSheet, pixelsPerInch: number): Rows[] | undefined {
  for (const [name, definition] of now.definitions) {
    if ((before.definitions.get(name) ?? definition) !== definition) return undefined;
  }
  const [texts, textsNow] = [textsOf(before), textsOf(now)];
  const [old, present] = [new Set(texts), new Set(textsNow)];
  const [kept, found] = [texts.filter((svg) => present.has(svg)), textsNow.filter((svg) => old.has(svg))];
  if (kept.length !== found.length || kept.some((svg, index) => svg !== found[index])) return undefined;
  const changed = [
    ...before.parts.filter(({ svg }) => !present.has(svg)),
    ...now.parts.filter(({ svg }) => !old.has(svg)),
  ];
  const last = pixelsOf(now.media.height, pixelsPerInch);
  const rowAt = (y: Pt): number => ((y - now.media.y) * pixelsPerInch) / 72;
  return joined(
    changed.map(({ top, bottom }) => ({
      from: Math.max(0, Math.floor(rowAt(top)) - 1),
      until: Math.min(last, Math.ceil(rowAt(bottom)) + 1),
    })),
  );
}

function textsOf({ parts }: SvgSheet): string[] {
  return parts.map(({ svg }) => svg);
}

/** The same rows, those that overlap in one piece. */
function joined(rows: readonly Rows[]): Rows[] {
  const all: Rows[] = [];
  for (const { from, until } of [...rows].filter((one) => one.from < one.until).sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last === undefined || from > last.until) all.push({ from, until });
    else all[all.length - 1] = { from: last.from, until: Math.max(last.until, until) };
  }
  return all;
}

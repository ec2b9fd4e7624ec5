import { toMm } from "../base/index.ts";
import { boxOf, heightOf, isEmpty, meet, widthOf, type Box } from "./content/index.ts";
import type { PageNode, PdfFile } from "./reader/index.ts";

/** A place on a page in millimetres, from the upper left corner of the trimmed page as it is looked at. */
export interface PlaceMm {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page and its boxes (ISO 32000-1, 14.11.2), in PDF's coordinates. */
export interface PageFacts {
  readonly number: number;
  readonly node: PageNode;
  readonly media: Box;
  readonly crop: Box;
  readonly bleed: Box;
  /** Whether the page says where it is trimmed. */
  readonly isTrimmed: boolean;
  /** TrimBox, or else ArtBox, or else what is shown. */
  readonly trim: Box;
  /** The boxes as the page itself names them. */
  readonly named: Readonly<Partial<Record<BoxName, Box>>>;
  /** Clockwise by 0, 90, 180 or 270 degrees. */
  readonly rotation: number;
  /** Size of a unit in points. */
  readonly unit: number;
}

export const BOX_NAMES = ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"] as const;
export type BoxName = (typeof BOX_NAMES)[number];

/** What a page without MediaBox is taken for: A4. */
const A4: Box = { left: 0, bottom: 0, right: 595.28, top: 841.89 };

/** Reads a page's boxes, with the defaults that the format has for those that are not there. */
export function pageFacts(file: PdfFile, node: PageNode): PageFacts {
  const named: Partial<Record<BoxName, Box>> = {};
  for (const name of BOX_NAMES) {
    const box = boxOf(file.numbersOf(node.inherited(name)));
    if (box) named[name] = box;
  }
  const media = named.MediaBox ?? A4;
  const crop = clipped(named.CropBox, media);
  const trim = named.TrimBox ?? named.ArtBox ?? crop;
  const rotation = file.number(node.inherited("Rotate")) ?? 0;
  const unit = file.number(node.dict.entries.get("UserUnit")) ?? 1;
  return {
    number: node.number,
    node,
    media,
    crop,
    bleed: named.BleedBox ?? crop,
    isTrimmed: named.TrimBox !== undefined || named.ArtBox !== undefined,
    trim,
    named,
    rotation: (((Math.round(rotation / 90) * 90) % 360) + 360) % 360,
    unit: unit > 0 ? unit : 1,
  };
}

function clipped(box: Box | undefined, media: Box): Box {
  if (box === undefined) return media;
  const shared = meet(box, media);
  return isEmpty(shared) ? media : shared;
}

/** Where a rectangle of the page is, for people. */
export function placeOn({ trim, rotation, unit }: PageFacts, box: Box): PlaceMm {
  const [x, y, width, height] = placeSeen(trim, box, rotation);
  const millimetres = (points: number): number => Number(toMm(points * unit).toFixed(1));
  return { x: millimetres(x), y: millimetres(y), width: millimetres(width), height: millimetres(height) };
}

/** Distances from the upper left corner of another rectangle as the page is turned, and size; in points. */
export function placeSeen(from: Box, box: Box, rotation: number): readonly [number, number, number, number] {
  const [width, height] = [widthOf(box), heightOf(box)];
  if (rotation === 90) return [box.bottom - from.bottom, box.left - from.left, height, width];
  if (rotation === 180) return [from.right - box.right, box.bottom - from.bottom, width, height];
  if (rotation === 270) return [from.top - box.top, from.right - box.right, height, width];
  return [box.left - from.left, from.top - box.top, width, height];
}

/** Width and height in millimetres of a box as the page is turned. */
export function sizeInMm({ rotation, unit }: PageFacts, box: Box): readonly [number, number] {
  const [width, height] = [toMm(widthOf(box) * unit), toMm(heightOf(box) * unit)];
  return rotation % 180 === 0 ? [width, height] : [height, width];
}

import type { PictureSlot } from "../template/index.ts";
import type { Headed, PictureChoice, Layout, Share } from "./layout.ts";
import type { Material } from "./material.ts";
import { windowHeight, type PixelSize } from "./picture-block.ts";
import { covers, rowOf, type Segment } from "./segments.ts";
import { naturalRatio } from "./window-rows.ts";

/** What a composition costs, by what for: its sum is what compositions are compared by. */
export interface Costs {
  /** How badly the headline sits. */
  readonly headline: number;
  /** What pictures lose of their image. */
  readonly crop: number;
  /** Pictures larger than their pixels allow. */
  readonly resolution: number;
  /** Pictures that the page hands on to the next. */
  readonly handedOn: number;
  /** The article's first picture is smaller than another. */
  readonly lead: number;
  /** Columns of text too short to look meant. */
  readonly shallow: number;
  /** Pictures that end above the text beside them with nothing below. */
  readonly notFlush: number;
  /** Columns of the page that the article does not use. */
  readonly unusedColumns: number;
  /** Paper of the page that stays empty. */
  readonly emptyPage: number;
  /** Pictures that take more, or less, than their share of the article. */
  readonly pictureShare: number;
  /** Pictures elsewhere than where the template would have them first, or with text on three sides. */
  readonly place: number;
  /** Rows left empty at columns' feet. */
  readonly emptyRows: number;
  /** Words and paragraphs parted by columns. */
  readonly breaks: number;
  /** Paragraphs set longer or shorter, elements left out or pulled. */
  readonly relief: number;
  /** The article, or a picture of it, goes on to another page or is lost, and how little of it is left there. */
  readonly incomplete: number;
}

/** What a layout costs whatever its depth. */
export type LayoutCosts = Pick<
  Costs,
  "headline" | "crop" | "resolution" | "handedOn" | "lead" | "place" | "incomplete"
>;

/** What the depth of a layout costs. */
export type DepthCosts = Pick<Costs, "shallow" | "notFlush" | "unusedColumns" | "emptyPage" | "pictureShare">;

/** What costs what, in the measure of an empty row at a column's foot, which is 200. */
export const COST = {
  /** A row left empty: where the depth is the make-up's choice, and where the desk has set it. */
  emptyRow: 200,
  emptyRowOfSpace: 20_000,
  /** By the share of the page's columns that the article leaves empty; twice as much when it takes the whole depth. */
  unusedColumns: 360,
  /** By the square of the rows by which columns fall short of the template's least depth. */
  shallow: 6,
  headline: 6,
  /** By the square of what is cropped from a picture, in tenths. */
  crop: 12,
  /** By the square of the share of pixels that a picture lacks, in tenths. */
  resolution: 20,
  /** A picture with so few pixels that a print shop refuses the page. */
  coarse: 4000,
  /** By the square of the tenths by which pictures take more than their share of the body. */
  picturesTooLarge: 50,
  picturesTooSmall: 40,
  /** By the square of the share of the page that stays empty: a short article wants its picture large. */
  emptyPage: 60,
  /** By the square of the rows by which a picture with no text below it ends above the text beside it. */
  notFlush: 15,
  /** A head of text above a picture: good now and then, but the second choice. */
  within: 45,
  /** By how many of the template's picture slots come before the one taken. */
  laterSlot: 25,
  /** By the square of the tenths of the largest picture's area that the first one, which leads, lacks. */
  lead: 4,
  pictureHandedOn: 300,
  /** A picture that the space given has no room for. */
  pictureLeftOut: 20_000,
  incomplete: 50_000,
  /** By the square of the rows by which what is left of the text falls short of the template's least depth on a page to come. */
  shortRest: 100,
  /** A row that is lost where the desk has set the space. */
  lostRow: 1000,
} as const;

const PICTURES_AT_MOST = 0.5;
const PICTURES_AT_LEAST = 0.28;

export const NO_COSTS: Costs = {
  headline: 0,
  crop: 0,
  resolution: 0,
  handedOn: 0,
  lead: 0,
  shallow: 0,
  notFlush: 0,
  unusedColumns: 0,
  emptyPage: 0,
  pictureShare: 0,
  place: 0,
  emptyRows: 0,
  breaks: 0,
  relief: 0,
  incomplete: 0,
};

/** The sum of all costs but those of the filling: written out, for it is taken of every layout at every depth. */
export function totalOf(layout: LayoutCosts, depth: DepthCosts): number {
  const pictures = layout.headline + layout.crop + layout.resolution + layout.handedOn + layout.lead;
  const paper = pictures + depth.shallow + depth.notFlush + depth.unusedColumns + depth.emptyPage + depth.pictureShare;
  return paper + layout.place + layout.incomplete;
}

/** What a heading costs, whatever stands below it. */
export function costsOfHeading({ heading }: Headed): LayoutCosts {
  const headline = COST.headline * Math.min(heading?.cost ?? 0, 100);
  return { headline, crop: 0, resolution: 0, handedOn: 0, lead: 0, place: 0, incomplete: 0 };
}

/** What a layout costs whatever its depth; a loop, for it is asked of every layout. */
export function costsOfLayout(material: Material, share: Share, layout: Layout, incomplete: number): LayoutCosts {
  const { pictures } = layout;
  const { headline } = costsOfHeading(layout);
  const left = share.space.exact ? COST.pictureLeftOut : COST.pictureHandedOn;
  let crop = 0;
  let resolution = 0;
  let place = 0;
  let index = 0;
  for (const choice of pictures) {
    crop += costOfCrop(material, choice);
    resolution += costOfResolution(material, choice);
    place += costOfPlace(material, choice.slot, index++);
  }
  const handedOn = left * (share.pictures.length - pictures.length);
  return { headline, crop, resolution, handedOn, lead: costOfLead(pictures), place, incomplete };
}

/** What it costs that the article's first picture is smaller than another beside it: the reader's eye begins with the largest. */
function costOfLead(pictures: readonly PictureChoice[]): number {
  const [first] = pictures;
  if (first === undefined || first.picture !== 0 || pictures.length === 1) return 0;
  let largest = 0;
  for (const { rows, block } of pictures) largest = Math.max(largest, rows * block.columns);
  return COST.lead * (10 * (1 - (first.rows * first.block.columns) / largest)) ** 2;
}

/**
 * What it costs that so many rows of text are left for further pages, with or without pictures: a page of a few lines, or of
 * pictures alone, is none.
 */
export function costOfRest({ template, widest }: Material, rows: number): number {
  return COST.shortRest * Math.max(0, template.composition.leastDepth - rows / widest) ** 2;
}

/** What it costs to have one of a page's pictures, counted from 0, in a slot; one that is none of the template's comes behind them. */
export function costOfPlace({ template }: Material, slot: PictureSlot, index: number): number {
  const slots = template.composition.pictures;
  const own = slots.indexOf(slot);
  const later = Math.max(0, (own < 0 ? slots.length : own) - index);
  return COST.laterSlot * later + (slot.at === "within" ? COST.within : 0);
}

function costOfCrop(material: Material, { picture, block, rows }: PictureChoice): number {
  const height = windowHeight(rows, material.template, material.xHeight);
  return COST.crop * (10 * cropped(material.pixels[picture], block.width / height)) ** 2;
}

/** The part of an image that a window of another proportion hides (0–1). */
function cropped(pixels: PixelSize | undefined, ratio: number): number {
  const natural = naturalRatio(pixels);
  const hidden = 1 - Math.min(natural / ratio, ratio / natural);
  return pixels ? hidden : hidden / 3;
}

function costOfResolution({ template, pixels }: Material, { picture, block }: PictureChoice): number {
  const size = pixels[picture];
  if (size === undefined) return 0;
  const perInch = size.width / (block.width / 72);
  const share = perInch / template.composition.resolution;
  return COST.resolution * (10 * Math.max(0, 1 - share)) ** 2 + (share < COARSE ? COST.coarse : 0);
}

/** Of the resolution that a template wants, what it cannot do without: 75 of 150 pixels to the inch, a screen's. */
const COARSE = 1 / 2;

/** What the stretches of column cost that a layout's pictures leave at a depth, its text not yet filled in. */
export function costsOfSegments(
  material: Material,
  layout: Layout,
  segments: readonly Segment[],
  depth: number,
): Pick<Costs, "shallow" | "notFlush"> {
  return {
    shallow: costOfShallow(material, layout, segments),
    notFlush: costOfGaps(layout, segments, depth),
  };
}

/**
 * What a width under a heading costs at least, at any depth from one to another in rows, with these pictures: unused columns cost more the deeper, an
 * empty page less. What the stretches of column cost is not in it. Where the desk has set the space, paper is not the make-up's to save.
 */
export function leastOfDepths(
  material: Material,
  layout: OnPaper,
  from: number,
  until: number,
  exact: boolean,
): DepthCosts {
  return {
    shallow: 0,
    notFlush: 0,
    unusedColumns: exact ? 0 : costOfUnusedColumns(material, layout, from),
    emptyPage: exact ? 0 : costOfEmptyPage(material, layout, until),
    pictureShare: leastOfPictureShare(areaOf(layout.pictures), layout.columns, from, until),
  };
}

/** What of a layout decides on the paper that it takes. */
type OnPaper = Pick<Layout, "columns" | "room" | "pictures">;

/**
 * `totalOf` a layout at one depth, a look at its segments apart: the same sum in the same order without a record of it, for many a
 * layout comes no further, and in a run of one article all of this is slow code still.
 */
export function totalAt(
  material: Material,
  layout: OnPaper,
  { headline, crop, resolution, handedOn, lead, place, incomplete }: LayoutCosts,
  depth: number,
  exact: boolean,
): number {
  let total = headline + crop + resolution + handedOn + lead;
  if (!exact) total = total + costOfUnusedColumns(material, layout, depth) + costOfEmptyPage(material, layout, depth);
  return total + leastOfPictureShare(areaOf(layout.pictures), layout.columns, depth, depth) + place + incomplete;
}

function costOfUnusedColumns({ widest }: Material, { columns, room }: OnPaper, depth: number): number {
  return COST.unusedColumns * (1 - columns / widest) * (1 + depth / room);
}

function costOfEmptyPage({ widest }: Material, { columns, room }: OnPaper, depth: number): number {
  return COST.emptyPage * (1 - (depth * columns) / (room * widest)) ** 2;
}

function costOfShallow({ template }: Material, { pictures }: Layout, segments: readonly Segment[]): number {
  const { leastDepth, leastBesidePicture } = template.composition;
  const costs = segments.map(({ column, rows }) => {
    const beside = pictures.some((choice) => covers(choice, column));
    const missing = (beside ? leastBesidePicture : leastDepth) - rows;
    return missing > 0 ? COST.shallow * (beside ? 10 : 1) * missing ** 2 : 0;
  });
  return Math.max(0, ...costs);
}

function costOfGaps({ pictures }: Layout, segments: readonly Segment[], depth: number): number {
  const gaps = pictures
    .filter((choice) => !segments.some(({ column }) => covers(choice, column)))
    .map((choice) => depth - rowOf(choice, depth) - choice.withCaption);
  return COST.notFlush * sum(gaps.map((gap) => gap ** 2));
}

/** Rows of column that windows take. */
function areaOf(pictures: readonly PictureChoice[]): number {
  let area = 0;
  for (const { rows, block } of pictures) area += rows * block.columns;
  return area;
}

/** What pictures of such an area cost at least by their part of the body: they are too large the less, too small the more, the deeper. */
export function leastOfPictureShare(area: number, columns: number, from: number, until: number): number {
  if (area === 0) return 0;
  const over = Math.max(0, area / (until * columns) - PICTURES_AT_MOST);
  const under = Math.max(0, PICTURES_AT_LEAST - area / (from * columns));
  return COST.picturesTooLarge * (10 * over) ** 2 + COST.picturesTooSmall * (10 * under) ** 2;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

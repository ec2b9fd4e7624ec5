import type { Headed, PictureChoice, Layout, Share } from "./layout.ts";
import type { Material } from "./material.ts";
import { windowHeight, type PixelSize } from "./picture-block.ts";
import { covers, type Segment } from "./segments.ts";
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
  /** The article goes on to another page. */
  readonly incomplete: number;
}

/** What costs what, in the measure of an empty row at a column's foot, which is 200. */
export const COST = {
  /** A row left empty: where the depth is the make-up's choice, and where the desk has set it. */
  emptyRow: 200,
  emptyRowOfSpace: 20_000,
  /** By the share of the page's columns that the article leaves empty; twice as much when it takes the whole depth. */
  unusedColumns: 360,
  /** By the square of the rows by which columns fall short of the template's least depth. */
  shallow: 3,
  headline: 6,
  /** By the square of what is cropped from a picture, in tenths. */
  crop: 12,
  /** By the square of the share of pixels that a picture lacks, in tenths. */
  resolution: 20,
  /** A picture with so few pixels that a print shop refuses the page. */
  coarse: 4000,
  /** By the square of the tenths by which pictures take more than their share of the body. */
  picturesTooLarge: 30,
  picturesTooSmall: 40,
  /** By the square of the share of the page that stays empty: a short article wants its picture large. */
  emptyPage: 60,
  /** By the square of the rows by which a picture with no text below it ends above the text beside it. */
  notFlush: 15,
  /** A head of text above a picture: good now and then, but the second choice. */
  within: 45,
  /** By how many of the template's picture slots come before the one taken. */
  laterSlot: 25,
  pictureHandedOn: 2000,
  /** A picture that the space given has no room for. */
  pictureLeftOut: 20_000,
  incomplete: 50_000,
  /** A row that is lost where the desk has set the space. */
  lostRow: 1000,
} as const;

const PICTURES_AT_MOST = 0.58;
const PICTURES_AT_LEAST = 0.28;

export const NO_COSTS: Costs = {
  headline: 0,
  crop: 0,
  resolution: 0,
  handedOn: 0,
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

/** The sum of a composition's costs: written out, for it is taken of every layout. */
export function totalOf(costs: Costs): number {
  const pictures = costs.headline + costs.crop + costs.resolution + costs.handedOn;
  const depth = pictures + costs.shallow + costs.notFlush + costs.unusedColumns + costs.emptyPage + costs.pictureShare;
  return depth + costs.place + costs.emptyRows + costs.breaks + costs.relief + costs.incomplete;
}

/** What a heading costs, whatever stands below it. */
export function costsOfHeading({ heading }: Headed): Pick<Costs, "headline"> {
  return { headline: COST.headline * Math.min(heading?.cost ?? 0, 100) };
}

/** What a layout costs whatever its depth. */
export function costsOfLayout(material: Material, share: Share, layout: Layout): Costs {
  const { pictures } = layout;
  return {
    ...NO_COSTS,
    ...costsOfHeading(layout),
    crop: sum(pictures.map((choice) => costOfCrop(material, choice))),
    resolution: sum(pictures.map((choice) => costOfResolution(material, choice))),
    handedOn:
      (share.space.exact ? COST.pictureLeftOut : COST.pictureHandedOn) * (share.pictures.length - pictures.length),
    place: sum(pictures.map((choice, index) => costOfPlace(material, choice, index))),
  };
}

function costOfPlace({ template }: Material, { slot }: PictureChoice, index: number): number {
  const later = Math.max(0, template.composition.pictures.indexOf(slot) - index);
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

/** What a layout costs at a depth, whatever its pictures leave of the columns. */
export function costsOfDepth(
  material: Material,
  layout: Layout,
  depth: number,
  exact: boolean,
): Pick<Costs, "unusedColumns" | "emptyPage" | "pictureShare"> {
  const { unusedColumns, emptyPage } = exact ? NO_PAPER : costsOfPaper(material, layout, depth);
  return { unusedColumns, emptyPage, pictureShare: costOfPictureShare(layout, depth) };
}

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

/** Where the desk has set the space, paper is not the make-up's to save. */
const NO_PAPER = { unusedColumns: 0, emptyPage: 0 };

/** Depths from one to another, in rows; not always whole ones. */
export interface DepthRange {
  readonly from: number;
  readonly until: number;
}

/** What a width under a heading costs at least, at any of the depths: unused columns cost more the deeper, an empty page less. */
export function leastOfDepths(
  material: Material,
  headed: Headed,
  { from, until }: DepthRange,
  exact: boolean,
): Pick<Costs, "unusedColumns" | "emptyPage"> {
  if (exact) return NO_PAPER;
  const { unusedColumns } = costsOfPaper(material, headed, from);
  const { emptyPage } = costsOfPaper(material, headed, until);
  return { unusedColumns, emptyPage };
}

/** What a width costs at least, under whatever heading. */
export function leastOfWidth({ widest }: Material, columns: number, exact: boolean): Pick<Costs, "unusedColumns"> {
  return { unusedColumns: exact ? 0 : COST.unusedColumns * (1 - columns / widest) };
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
    .filter((choice) => choice.slot.at === "head" && !segments.some(({ column }) => covers(choice, column)))
    .map(({ withCaption }) => depth - withCaption);
  return COST.notFlush * sum(gaps.map((gap) => gap ** 2));
}

function costsOfPaper({ widest }: Material, { columns, room }: Headed, depth: number) {
  return {
    unusedColumns: COST.unusedColumns * (1 - columns / widest) * (1 + depth / room),
    emptyPage: COST.emptyPage * (1 - (depth * columns) / (room * widest)) ** 2,
  };
}

function costOfPictureShare(layout: Layout, depth: number): number {
  return leastOfPictureShare(layout, { from: depth, until: depth });
}

/** What the pictures' part of the body costs at least, at any of the depths: they are too large the less, too small the more, the deeper. */
export function leastOfPictureShare({ pictures, columns }: Layout, { from, until }: DepthRange): number {
  if (pictures.length === 0) return 0;
  const area = sum(pictures.map(({ rows, block }) => rows * block.columns));
  const over = Math.max(0, area / (until * columns) - PICTURES_AT_MOST);
  const under = Math.max(0, PICTURES_AT_LEAST - area / (from * columns));
  return COST.picturesTooLarge * (10 * over) ** 2 + COST.picturesTooSmall * (10 * under) ** 2;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

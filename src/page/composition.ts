import type { Article } from "../article/index.ts";
import type { Diagnostic, Pt } from "../base/index.ts";
import type { Typesetter } from "../galley/index.ts";
import type { PictureSlot, Template } from "../template/index.ts";
import { fillColumns, type Filling, type SlugStream } from "./columns.ts";
import { setHeading, type Heading } from "./heading.ts";
import {
  captionRows,
  rowsToText,
  setCaption,
  windowHeight,
  type CaptionedPicture,
  type PixelSize,
} from "./picture-block.ts";

/** Everything that a page may be composed of. */
export interface Material {
  readonly article: Article;
  readonly template: Template;
  readonly setter: Typesetter;
  readonly stream: SlugStream;
  /** Sizes of the article's pictures where there is a file that can be read. */
  readonly pixels: readonly (PixelSize | undefined)[];
}

/** One page's share: where its text begins, which pictures are still to be placed, and whether the heading stands here. */
export interface Share {
  readonly start: number;
  readonly pictures: readonly number[];
  readonly withHeading: boolean;
}

/** A picture at its place: columns from the article's left edge, rows from the body's first row. */
export interface PictureChoice {
  readonly picture: number;
  readonly slot: PictureSlot;
  readonly block: CaptionedPicture;
  readonly firstColumn: number;
  /** Rows of the window. */
  readonly rows: number;
}

/** One way to compose a page, with what it costs. Rows are counted from the body's first row. */
export interface Composition {
  readonly columns: number;
  readonly heading?: Heading;
  readonly headingRows: number;
  readonly pictures: readonly PictureChoice[];
  /** Rows of the body from its first to its last. */
  readonly depth: number;
  /** For each column the first row of its text, and the rows that pictures take at its foot. */
  readonly tops: readonly number[];
  readonly feet: readonly number[];
  readonly filling: Filling;
  /** Whether the article ends on this page. */
  readonly complete: boolean;
  readonly cost: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Composes one page: tries every permitted width of the article, every picture in every permitted size, and the depths
 * that hold the text; takes what costs least. A page that cannot hold all of its text is filled to the foot.
 */
export function composePage(material: Material, share: Share): Composition {
  const best = new Best();
  for (const layout of layouts(material, share)) tryLayout(material, share, layout, best);
  if (best.found === undefined) throw new Error("no layout for a page: the template's check should have refused it");
  return best.found;
}

/**
 * The same composition with another setting of its text, its columns a few rows deeper (or, negative, less deep); undefined
 * when the text does not fill them to the last row at less cost.
 */
export function refill(composition: Composition, stream: SlugStream, deeper: number): Composition | undefined {
  const { tops, feet, filling: before } = composition;
  const depth = composition.depth + deeper;
  const filling = fillColumns(stream, before.start, depthsOf(depth, tops, feet), "all");
  if (filling === undefined || filling.cost >= before.cost || filling.empty.some((rows) => rows > 0)) return undefined;
  return { ...composition, depth, filling, cost: composition.cost - before.cost + filling.cost };
}

class Best {
  found: Composition | undefined;

  get cost(): number {
    return this.found?.cost ?? Infinity;
  }

  offer(composition: Composition): void {
    if (composition.cost < this.cost) this.found = composition;
  }
}

/** What costs what, in the measure of an empty row at a column's foot, which is 60 (see columns.ts). */
const COST = {
  /** By the share of the page's columns that the article leaves empty; twice as much when it takes the whole depth. */
  unusedColumns: 360,
  /** By the square of the rows by which columns fall short of the template's least depth. */
  shallow: 3,
  /** By how badly the headline sits. */
  heading: 6,
  /** By the square of what is cropped from a picture, in tenths. */
  crop: 12,
  /** By the square of the tenths by which pictures take more than their share of the body. */
  picturesTooLarge: 30,
  picturesTooSmall: 40,
  /** By the square of the share of the page that stays empty: a short article wants its picture large. */
  emptyPage: 60,
  /** By the square of the rows by which a picture with no text below it ends above the text beside it. */
  notFlush: 15,
  /** A picture that the page could not take and hands on. */
  pictureHandedOn: 2000,
  /** An article that must go on to another page. */
  incomplete: 50_000,
} as const;

const PICTURES_AT_MOST = 0.58;
const PICTURES_AT_LEAST = 0.28;
/** More depths than these above the least one only add empty rows. */
const DEPTHS_TRIED = 3;

interface Layout {
  readonly columns: number;
  readonly heading?: Heading;
  readonly headingRows: number;
  readonly pictures: readonly PictureChoice[];
  readonly diagnostics: readonly Diagnostic[];
  /** Rows that the body may have. */
  readonly room: number;
}

function* layouts(material: Material, share: Share): Generator<Layout> {
  const { template } = material;
  const spans = share.withHeading ? template.composition.columns : [Math.max(...template.composition.columns)];
  for (const columns of spans) {
    const set = share.withHeading
      ? setHeading(material.article, columns, template, material.setter)
      : { value: undefined, diagnostics: [] };
    const headingRows = set.value ? rowsOfHeading(set.value, material) : 0;
    const room = template.grid.rows - template.header.rows - headingRows;
    const base = { columns, headingRows, room, ...(set.value && { heading: set.value }) };
    for (const { pictures, diagnostics } of arrangements(material, share.pictures, columns, room)) {
      yield { ...base, pictures, diagnostics: [...set.diagnostics, ...diagnostics] };
    }
  }
}

/** The heading hangs below the header's last row; the body begins where its x-height has left the heading. */
function rowsOfHeading(heading: Heading, material: Material): number {
  const { leading } = material.template.grid;
  return Math.max(1, Math.ceil((heading.height + xHeightOf(material)) / leading) - 1);
}

export function xHeightOf({ template, setter }: Material): Pt {
  const { body } = template.styles;
  return setter.fonts.face(body.face).xHeight * body.size;
}

interface Arrangement {
  readonly pictures: readonly PictureChoice[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * All ways to put the first pictures into the template's slots, in order; what finds no slot waits for the next page. Where not
 * even one can be placed, the page is made without.
 */
function* arrangements(
  material: Material,
  pictures: readonly number[],
  columns: number,
  room: number,
): Generator<Arrangement> {
  const slots = material.template.composition.pictures;
  const count = Math.min(pictures.length, slots.length);
  const ways = slots.slice(0, count).map((slot, index) => {
    const limits = { columns, room, heights: heightsTried(index, count) };
    return choices(material, pictures[index] ?? 0, slot, limits);
  });
  yield* extend(ways, { pictures: [], diagnostics: [] });
  if (count === 0 || ways[0]?.length === 0) yield { pictures: [], diagnostics: [] };
}

function* extend([here, ...further]: readonly (readonly Way[])[], chosen: Arrangement): Generator<Arrangement> {
  if (here === undefined) return;
  for (const { choice, diagnostics } of here) {
    if (chosen.pictures.some((other) => collide(other, choice))) continue;
    const longer = {
      pictures: [...chosen.pictures, choice],
      diagnostics: [...chosen.diagnostics, ...diagnostics],
    };
    yield longer;
    yield* extend(further, longer);
  }
}

function collide(a: PictureChoice, b: PictureChoice): boolean {
  if (a.slot.at !== b.slot.at) return false;
  return a.firstColumn < b.firstColumn + b.block.columns && b.firstColumn < a.firstColumn + a.block.columns;
}

/**
 * How many heights of a picture are tried. The first one's height is what makes a page come out even; with every further
 * picture the ways multiply, so fewer are looked at.
 */
function heightsTried(index: number, count: number): number {
  if (count === 1) return Infinity;
  if (count === 2) return index === 0 ? 9 : 3;
  return index === 0 ? 3 : 1;
}

interface ChoiceLimits {
  readonly columns: number;
  readonly room: number;
  readonly heights: number;
}

/** One way to place a picture, and what was found when its caption was set. */
interface Way {
  readonly choice: PictureChoice;
  readonly diagnostics: readonly Diagnostic[];
}

function choices(material: Material, picture: number, slot: PictureSlot, limits: ChoiceLimits): Way[] {
  const { article, template, setter } = material;
  const copy = article.pictures[picture];
  if (copy === undefined) return [];
  const spans = slot.columns.filter((span) => span <= limits.columns);
  return spans.flatMap((span) => {
    const { value: block, diagnostics } = setCaption(copy, span, template, setter);
    const firstColumn = slot.side === "left" ? 0 : limits.columns - span;
    return windowRows(material, picture, block, limits.heights)
      .filter((rows) => rows + captionRows(block, template) <= limits.room)
      .map((rows) => ({ choice: { picture, slot, block, firstColumn, rows }, diagnostics }));
  });
}

/** Heights that crop a picture no more than is fair: whole rows within the template's proportions, nearest to its own first. */
function windowRows(material: Material, picture: number, block: CaptionedPicture, most: number): number[] {
  const { grid, composition } = material.template;
  const pixels = material.pixels[picture];
  const limits = limitsOfRatio(pixels, composition.pictureRatio);
  const xHeight = xHeightOf(material);
  const rowsAt = (ratio: number): number => (block.width / ratio - xHeight) / grid.leading + 1;
  const lowest = Math.max(1, Math.ceil(rowsAt(limits.most) - 1e-6));
  const highest = Math.max(lowest, Math.floor(rowsAt(limits.least) + 1e-6));
  const natural = rowsAt(naturalRatio(pixels));
  const heights = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
  return heights.sort((a, b) => Math.abs(a - natural) - Math.abs(b - natural)).slice(0, most);
}

/** An image may lose a seventh of a side, no more; where none is there yet, any permitted proportion will do. */
const FAIR_CROP = 1 / 7;

function limitsOfRatio(pixels: PixelSize | undefined, allowed: { readonly least: number; readonly most: number }) {
  if (pixels === undefined) return allowed;
  const natural = pixels.width / pixels.height;
  const own = { least: natural * (1 - FAIR_CROP), most: natural / (1 - FAIR_CROP) };
  const least = Math.max(own.least, allowed.least);
  const most = Math.min(own.most, allowed.most);
  return least <= most ? { least, most } : own;
}

function tryLayout(material: Material, share: Share, layout: Layout, best: Best): void {
  const { stream } = material;
  const fixed = costOfLayout(material, share, layout);
  if (fixed >= best.cost) return;
  const { tops, feet } = shadows(material, layout);
  const total = stream.rows(share.start, stream.slugs.length);
  const taken = sum(tops) + sum(feet);
  const least = Math.max(leastDepth(material, layout), Math.ceil((total + taken) / layout.columns));
  for (let depth = least; depth <= Math.min(least + DEPTHS_TRIED, layout.room); depth++) {
    offer(material, share, layout, { depth, tops, feet, fixed, goal: "all" }, best);
  }
  // A picture beside text that ends with it: nothing stands below, so no paper is owed there.
  const flush = flushDepth(material, layout, total);
  if (flush !== undefined && flush.depth <= layout.room) {
    offer(material, share, layout, { ...flush, fixed, goal: "all" }, best);
  }
  offer(
    material,
    share,
    layout,
    { depth: layout.room, tops, feet, fixed: fixed + COST.incomplete, goal: "most" },
    best,
  );
}

interface Trial {
  readonly depth: number;
  readonly tops: readonly number[];
  readonly feet: readonly number[];
  readonly fixed: number;
  readonly goal: "all" | "most";
}

function offer(material: Material, share: Share, layout: Layout, trial: Trial, best: Best): void {
  const { depth, tops, feet, goal } = trial;
  const depths = depthsOf(depth, tops, feet);
  const cost =
    trial.fixed +
    costOfDepths(material, depths, layout) +
    costOfGaps(material, depths, layout, depth) +
    costOfShare(material, layout, depth);
  if (cost >= best.cost) return;
  const filling = fillColumns(material.stream, share.start, depths, goal);
  if (filling === undefined) return;
  const complete = filling.ends.at(-1) === material.stream.slugs.length;
  best.offer({ ...layout, depth, tops, feet, filling, complete, cost: cost + filling.cost });
}

/** Rows of text that each column holds. */
function depthsOf(depth: number, tops: readonly number[], feet: readonly number[]): readonly number[] {
  return tops.map((top, column) => Math.max(0, depth - top - (feet[column] ?? 0)));
}

/** Rows that pictures take from the head and from the foot of each column. */
function shadows(material: Material, { columns, pictures }: Layout) {
  const tops = Array.from({ length: columns }, () => 0);
  const feet = Array.from({ length: columns }, () => 0);
  for (const { slot, block, firstColumn, rows } of pictures) {
    const head = slot.at === "head";
    const height = head
      ? rows + rowsToText(block, material.template, xHeightOf(material))
      : rows + captionRows(block, material.template) + 1;
    (head ? tops : feet).fill(height, firstColumn, firstColumn + block.columns);
  }
  return { tops, feet };
}

/** No column may be shorter than its pictures. */
function leastDepth(material: Material, { columns, pictures }: Layout): number {
  const heights = Array.from({ length: columns }, () => 0);
  for (const { block, firstColumn, rows } of pictures) {
    for (let column = firstColumn; column < firstColumn + block.columns; column++) {
      heights[column] = (heights[column] ?? 0) + rows + captionRows(block, material.template) + 1;
    }
  }
  return Math.max(1, ...heights.map((height) => height - 1));
}

/** The depth at which a single picture at the head ends flush with the text beside it. */
function flushDepth(material: Material, layout: Layout, total: number) {
  const [only, second] = layout.pictures;
  if (only === undefined || second !== undefined || only.slot.at !== "head") return undefined;
  const depth = only.rows + captionRows(only.block, material.template);
  const beside = layout.columns - only.block.columns;
  if (depth * beside < total) return undefined;
  const tops = Array.from({ length: layout.columns }, () => 0);
  tops.fill(depth, only.firstColumn, only.firstColumn + only.block.columns);
  return { depth, tops, feet: tops.map(() => 0) };
}

function costOfLayout(material: Material, share: Share, layout: Layout): number {
  const crops = layout.pictures.map(({ picture, block, rows }) => {
    const height = windowHeight(rows, material.template, xHeightOf(material));
    return COST.crop * (10 * cropped(material.pixels[picture], block.width / height)) ** 2;
  });
  return (
    COST.heading * Math.min(layout.heading?.cost ?? 0, 100) +
    sum(crops) +
    COST.pictureHandedOn * (share.pictures.length - layout.pictures.length)
  );
}

/** The proportion press photographs mostly have; what a picture to come will probably have, too. */
const USUAL_RATIO = 3 / 2;

function naturalRatio(pixels: PixelSize | undefined): number {
  return pixels ? pixels.width / pixels.height : USUAL_RATIO;
}

/** The part of an image that a window of another proportion hides (0–1). */
function cropped(pixels: PixelSize | undefined, ratio: number): number {
  const natural = naturalRatio(pixels);
  const hidden = 1 - Math.min(natural / ratio, ratio / natural);
  return pixels ? hidden : hidden / 3;
}

function costOfDepths({ template }: Material, depths: readonly number[], { pictures }: Layout): number {
  const { leastDepth: least, leastBesidePicture } = template.composition;
  const costs = depths.map((depth, column) => {
    if (depth === 0) return 0;
    const beside = pictures.some(
      ({ firstColumn, block }) => firstColumn <= column && column < firstColumn + block.columns,
    );
    const missing = (beside ? leastBesidePicture : least) - depth;
    return missing > 0 ? COST.shallow * (beside ? 10 : 1) * missing ** 2 : 0;
  });
  return Math.max(0, ...costs);
}

function costOfGaps(material: Material, depths: readonly number[], { pictures }: Layout, depth: number): number {
  const gaps = pictures
    .filter(({ slot, firstColumn }) => slot.at === "head" && depths[firstColumn] === 0)
    .map(({ rows, block }) => depth - rows - captionRows(block, material.template));
  return COST.notFlush * sum(gaps.map((gap) => gap ** 2));
}

function costOfShare({ template }: Material, { pictures, columns, room }: Layout, depth: number): number {
  const widest = Math.max(...template.composition.columns);
  const unused = COST.unusedColumns * (1 - columns / widest) * (1 + depth / room);
  const emptyPage = unused + COST.emptyPage * (1 - (depth * columns) / (room * widest)) ** 2;
  if (pictures.length === 0) return emptyPage;
  const area = sum(pictures.map(({ rows, block }) => rows * block.columns)) / (depth * columns);
  const over = Math.max(0, area - PICTURES_AT_MOST);
  const under = Math.max(0, PICTURES_AT_LEAST - area);
  return emptyPage + COST.picturesTooLarge * (10 * over) ** 2 + COST.picturesTooSmall * (10 * under) ** 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

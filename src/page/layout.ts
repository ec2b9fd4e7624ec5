import type { Diagnostic } from "../base/index.ts";
import type { PictureSlot } from "../template/index.ts";
import { setHeadings, type Heading } from "./heading.ts";
import { jumpHeading } from "./jump.ts";
import type { Material } from "./material.ts";
import { captionRows, rowsToText, type CaptionedPicture } from "./picture-block.ts";
import type { Space } from "./space.ts";

/** One page's share of an article: which pictures are still to be placed, and whether the heading stands here. */
export interface Share {
  readonly pictures: readonly number[];
  readonly withHeading: boolean;
  readonly space: Space;
  /** The page's number. */
  readonly folio: number;
  /** Whether the text goes on here from the page before. */
  readonly continued: boolean;
}

/** A picture at its place: columns from the article's left edge, rows from the body's first row. */
export interface PictureChoice {
  readonly picture: number;
  readonly slot: PictureSlot;
  readonly block: CaptionedPicture;
  readonly firstColumn: number;
  /** Row of the window, where its slot leaves that open (`within`). */
  readonly row: number;
  /** Rows of the window; the same with caption and credit; and from its first row to the first one of text below. */
  readonly rows: number;
  readonly withCaption: number;
  readonly untilText: number;
  /** What was found when its caption was set. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A width and the heading over it. */
export interface Headed {
  readonly columns: number;
  readonly heading: Heading | undefined;
  readonly headingRows: number;
  /** Rows that the body may have. */
  readonly room: number;
  /** What was found when the heading was set. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A width, a heading and pictures; how deep the columns are is still open. */
export interface Layout extends Headed {
  readonly pictures: readonly PictureChoice[];
}

/** The widths, in columns, that the template permits or the desk has set. */
export function widths({ template, widest }: Material, { space, withHeading }: Share): readonly number[] {
  if (space.columns !== undefined) return [space.columns];
  return withHeading ? template.composition.columns : [widest];
}

/** The headings that an article may have over so many columns and that leave room for a body. */
export function headings(material: Material, share: Share, columns: number): Headed[] {
  return headingsFor(material, share, columns).flatMap(({ value: heading, diagnostics }) => {
    const headingRows = heading ? rowsOfHeading(heading, material) : 0;
    const room = share.space.rows - headingRows;
    return room < 1 ? [] : [{ columns, heading, headingRows, room, diagnostics }];
  });
}

/** A slot that a picture may go to, and the columns that it is to be over there. */
export interface SlotChoice {
  readonly slot: PictureSlot;
  readonly span: number;
}

/** For each picture that is to be placed the slots where it is tried, in the template's order. */
export type SlotsTried = readonly (readonly SlotChoice[])[];

/** Where the template permits a page's pictures under a heading over so many columns. */
export function slotsTried({ template }: Material, { pictures }: Share, columns: number): SlotsTried {
  const own = template.composition.pictures;
  // What stands within the columns takes the room of one at their head or foot.
  const atEdges = own.filter(({ at }) => at !== "within").length;
  const slots = pictures.length > Math.max(1, atEdges) ? [...own, ...furtherSlots(own)] : own;
  const count = Math.min(pictures.length, slots.length);
  return Array.from({ length: count }, (_, index) =>
    slots
      .slice(index, count === 1 ? undefined : index + SLOTS_FOR_EACH)
      .flatMap((slot) => slot.columns.filter((span) => span <= columns).map((span) => ({ slot, span }))),
  );
}

/** Where pictures go beyond the template's slots: one column wide, to corners and middles that it has no slot for. */
function furtherSlots(own: readonly PictureSlot[]): readonly PictureSlot[] {
  const isFree = ({ at, side }: PictureSlot): boolean => !own.some((slot) => slot.at === at && slot.side === side);
  return SMALL_SLOTS.filter(isFree);
}

const SMALL_SLOTS = (["foot", "head"] as const).flatMap((at) =>
  (["center", "right", "left"] as const).map((side): PictureSlot => ({ at, side, columns: [1] })),
);

/**
 * Every layout below a heading that has the first picture in a slot, and the further ones each in any slot that is free; what
 * finds none waits for the next page.
 */
export function layouts(
  material: Material,
  share: Share,
  headed: Headed,
  slots: SlotsTried,
  first: SlotChoice,
): Layout[] {
  const ways = slots.map((tried, index) => {
    const limits = limitsOf(headed, index, slots.length);
    const picture = share.pictures[index] ?? 0;
    const choices: PictureChoice[] = [];
    for (const choice of index === 0 ? [first] : tried) addChoices(choices, material, picture, choice, limits);
    return choices;
  });
  const all: Layout[] = [];
  addExtensions(all, headed, ways, []);
  return all;
}

/** The layout below a heading whose pictures all wait for the next page. */
export function bareLayout(headed: Headed): Layout {
  return layoutWith(headed, []);
}

/** Written out, for it is made often. */
function layoutWith({ columns, heading, headingRows, room, diagnostics }: Headed, pictures: Arrangement): Layout {
  return { columns, heading, headingRows, room, diagnostics, pictures };
}

function headingsFor(material: Material, { withHeading, space, continued, folio }: Share, columns: number) {
  if (!withHeading) {
    const jumps = continued && material.template.jump;
    return [{ value: jumps ? jumpHeading(material, folio - 1) : undefined, diagnostics: [] }];
  }
  const { value, diagnostics } = setHeadings(material, columns);
  const rows = value.map((heading) => rowsOfHeading(heading, material));
  const different = value.filter((_, index) => rows.indexOf(rows[index] ?? 0) === index);
  return different.slice(0, space.exact ? Infinity : 3).map((heading) => ({ value: heading, diagnostics }));
}

/** The heading hangs below the header's last row; the body begins where its x-height has left the heading. */
function rowsOfHeading(heading: Heading, material: Material): number {
  const { leading } = material.template.grid;
  return Math.max(1, Math.ceil((heading.height + material.xHeight) / leading) - 1);
}

/** Pictures at places that go together. */
type Arrangement = readonly PictureChoice[];

/** Every way to place the next picture beside those that are placed, each followed by what comes of it with the pictures behind. */
function addExtensions(all: Layout[], headed: Headed, ways: readonly Arrangement[], chosen: Arrangement): void {
  const next = ways[chosen.length];
  if (next === undefined) return;
  for (const choice of next) {
    if (chosen.some((other) => collide(other, choice))) continue;
    const longer = [...chosen, choice];
    all.push(layoutWith(headed, longer));
    addExtensions(all, headed, ways, longer);
  }
}

/** Of several pictures each may go to its own slot or to the next one. */
const SLOTS_FOR_EACH = 2;

/** Two pictures in the same columns at the same place; and two side by side that are not of one height. */
function collide(a: PictureChoice, b: PictureChoice): boolean {
  const within = a.slot.at === "within" || b.slot.at === "within";
  if (a.slot.at !== b.slot.at && !within) return false;
  const shared = a.firstColumn < b.firstColumn + b.block.columns && b.firstColumn < a.firstColumn + a.block.columns;
  const adjoining =
    a.firstColumn + a.block.columns === b.firstColumn || b.firstColumn + b.block.columns === a.firstColumn;
  return shared || (adjoining && !within && a.rows !== b.rows);
}

/**
 * How many heights of a picture are tried. The first one's height is what makes a page come out even; with every further
 * picture the ways multiply, so fewer are looked at.
 */
function heightsTried(index: number, count: number): number {
  if (count === 1) return Infinity;
  if (count === 2) return index === 0 ? 9 : 5;
  if (count === 3) return index === 0 ? 5 : 3;
  return index === 0 ? 3 : 2;
}

interface ChoiceLimits {
  readonly columns: number;
  readonly room: number;
  /** How many heights, and how many rows within the columns, are tried. */
  readonly heights: number;
  readonly rows: number;
}

function limitsOf({ columns, room }: Headed, index: number, count: number): ChoiceLimits {
  return { columns, room, heights: heightsTried(index, count), rows: count === 1 ? 3 : 1 };
}

/** Adds all ways to place a picture in a slot. */
function addChoices(
  ways: PictureChoice[],
  material: Material,
  picture: number,
  { slot, span }: SlotChoice,
  limits: ChoiceLimits,
): void {
  const { template, xHeight } = material;
  const captioned = material.captioned(picture, span);
  if (captioned === undefined) return;
  const { value: block, heights, diagnostics } = captioned;
  const firstColumn = firstColumnOf(slot, limits.columns, span);
  const below = captionRows(block, template);
  const toText = rowsToText(block, template, xHeight);
  for (let index = 0; index < heights.length && index < limits.heights; index++) {
    const rows = heights[index] ?? 0;
    const withCaption = rows + below;
    const untilText = rows + toText;
    if (withCaption > limits.room) continue;
    for (const row of rowsWithin(material, slot, rows, limits)) {
      ways.push({ picture, slot, block, firstColumn, row, rows, withCaption, untilText, diagnostics });
    }
  }
}

function firstColumnOf({ side }: PictureSlot, columns: number, span: number): number {
  if (side === "left") return 0;
  return side === "right" ? columns - span : Math.floor((columns - span) / 2);
}

const FIRST_ROW: readonly number[] = [0];

/** Rows on which a window within the columns may begin: a few between what must stand above it and what below. */
function rowsWithin(
  { template }: Material,
  { at }: PictureSlot,
  rows: number,
  { room, rows: tried }: ChoiceLimits,
): readonly number[] {
  if (at !== "within") return FIRST_ROW;
  const least = template.composition.leastBesidePicture + 1;
  const most = Math.min(room - rows - least, 4 * least);
  if (most < least) return [];
  return Array.from({ length: tried }, (_, index) => Math.round(least + ((most - least) * index) / Math.max(1, tried)));
}

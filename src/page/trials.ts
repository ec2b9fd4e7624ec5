import type { Prospect } from "./best-first.ts";
import {
  COST,
  costsOfHeading,
  costsOfLayout,
  costOfPlace,
  costOfRest,
  costsOfSegments,
  leastOfDepths,
  leastOfPictureShare,
  NO_COSTS,
  totalAt,
  totalOf,
  type Costs,
  type LayoutCosts,
} from "./costs.ts";
import {
  bareLayout,
  headings,
  layouts,
  slotsTried,
  widths,
  type Headed,
  type Layout,
  type Share,
  type SlotChoice,
  type SlotsTried,
} from "./layout.ts";
import type { Material } from "./material.ts";
import { covers, extentOf, segmentsOf, type Segment } from "./segments.ts";

/** A layout at a depth, to be filled. */
export interface Trial {
  readonly layout: Layout;
  readonly depth: number;
  readonly segments: readonly Segment[];
  /** All that it costs but for its filling, and the sum of it. */
  readonly costs: Costs;
  readonly fixed: number;
  readonly goal: Goal;
  /** Whether the row behind the last segment is kept for the line that says where the text goes on. */
  readonly jumps: boolean;
}

/** Whether the text must end in the segments, or only fill them. */
export type Goal = "all" | "most";

/** What all trials of a page have in common. */
export interface TrialOrder {
  readonly material: Material;
  readonly share: Share;
  readonly goal: Goal;
  /** Rows of the text as it comes best. */
  readonly rows: number;
  readonly filling: FillingFloor;
}

/** What filling costs at least, whatever the segments hold. */
export interface FillingFloor {
  /** So many segments with so many rows in all. */
  bound(rows: number, segments: number): number;
  /** No more than so many segments with so many rows or more. */
  boundBeyond(rows: number, segments: number): number;
}

/**
 * Every trial that may be made for a page, in the template's order, as a tree: below a width its headings, below a heading the
 * slots for the first picture, below a slot the layouts, below a layout the depths it is tried at. Nothing is worked out before
 * it is opened, and no bound is above what lies below it: none of the costs is negative, and rounding keeps the order of sums whose
 * addends are in order.
 */
export function trialsOf(order: TrialOrder): Prospect<Trial>[] {
  const { material, share } = order;
  return widths(material, share).map((columns) => ({
    bound: leastOfWidth(order, columns),
    open: () => {
      const slots = slotsTried(material, share, columns);
      return headings(material, share, columns).map((headed) => belowHeading(order, headed, slots));
    },
  }));
}

/** What a width costs at least under whatever heading: unused columns cost the more, an empty page the less, the deeper the text. */
function leastOfWidth(order: TrialOrder, columns: number): number {
  const { material, share } = order;
  const bare = { columns, room: share.space.rows, pictures: [] };
  const { from, until } = depthsBelow(order, bare);
  const least = leastOfDepths(material, bare, from, until, share.space.exact);
  return totalOf({ ...NO_COSTS, incomplete: incompleteIn(order) }, least);
}

function belowHeading(order: TrialOrder, headed: Headed, slots: SlotsTried): Prospect<Trial> {
  const least = leastOfHeading(order, headed);
  return {
    bound: least + incompleteIn(order),
    open: () => {
      const below: Prospect<Trial>[] = (slots[0] ?? []).map((first) => belowSlot(order, headed, slots, first, least));
      below.push(withoutPictures(order, headed, slots));
      return below;
    },
  };
}

/** What a heading and the paper under it cost at least. */
function leastOfHeading(order: TrialOrder, headed: Headed): number {
  const { material, share } = order;
  const costs = costsOfHeading(headed);
  const bare = bareLayout(headed);
  const { from, until } = depthsBelow(order, headed);
  let least = Infinity;
  for (let depth = from; depth <= until; depth++)
    least = Math.min(least, totalAt(material, bare, costs, depth, share.space.exact));
  return least;
}

/** Layouts with the first picture in a slot: its caption is not set before they are asked for. */
function belowSlot(
  order: TrialOrder,
  headed: Headed,
  slots: SlotsTried,
  first: SlotChoice,
  least: number,
): Prospect<Trial> {
  const { material, share } = order;
  return {
    bound: leastOfSlot(order, headed, first, least),
    open: () => layouts(material, share, headed, slots, first).map((layout) => new LayoutProspect(order, layout)),
  };
}

/**
 * What layouts with the first picture in a slot cost at least, under a heading that costs so much with the paper below. What the
 * picture is of the article, and how the text beside it comes out, is known only where there is no other.
 */
function leastOfSlot(order: TrialOrder, headed: Headed, { slot, span }: SlotChoice, least: number): number {
  const { material, share } = order;
  const place = costOfPlace(material, slot, 0);
  const incomplete = incompleteIn(order);
  const only = share.pictures[0];
  if (only === undefined || share.pictures.length > 1) return least + place + incomplete;
  const { columns } = headed;
  const segments = slot.at === "within" ? columns + span : columns;
  const heights = material.heights(only, span);
  let best = Infinity;
  for (let rows = heights.least; rows <= heights.most; rows++) {
    // Beside its window a picture takes at least one row, of caption or paper.
    const { from, until } = depthsBelow(order, headed, (rows + 1) * span);
    const pictureShare = leastOfPictureShare(rows * span, columns, from, until);
    const filling = order.filling.boundBeyond(Math.max(rows + 1, from) * (columns - span), segments);
    best = Math.min(best, least + pictureShare + place + incomplete + filling);
  }
  return best;
}

/** Where not even one picture can be placed, the page is made without. */
function withoutPictures(order: TrialOrder, headed: Headed, slots: SlotsTried): Prospect<Trial> {
  const { material, share } = order;
  const bare = new LayoutProspect(order, bareLayout(headed));
  const isNeeded = (): boolean =>
    (slots[0] ?? []).every((first) => layouts(material, share, headed, slots, first).length === 0);
  return { bound: bare.bound, open: () => (isNeeded() ? [bare] : []) };
}

/** A layout: a bundle of the depths that it is tried at. */
class LayoutProspect {
  readonly bound: number;
  private readonly order: TrialOrder;
  private readonly layout: Layout;
  private readonly costs: LayoutCosts;
  private readonly depths: DepthsTried;

  constructor(order: TrialOrder, layout: Layout) {
    this.order = order;
    this.layout = layout;
    this.costs = costsOfLayout(order.material, order.share, layout, incompleteWith(order, layout));
    this.depths = depthsTried(order, layout);
    this.bound = leastOfLayout(order, layout, this.costs, this.depths);
  }

  open(): readonly Prospect<Trial>[] {
    const { order, layout, costs } = this;
    const { from, until, flush } = this.depths;
    const depths: DepthProspect[] = [];
    for (let depth = from; depth <= until; depth++) depths.push(new DepthProspect(order, layout, costs, depth, false));
    if (flush !== undefined) depths.push(new DepthProspect(order, layout, costs, flush, true));
    return depths;
  }
}

/** The least that any trial of a layout costs, a look at its segments apart. A loop, for it is run for every layout. */
function leastOfLayout(
  order: TrialOrder,
  layout: Layout,
  costs: LayoutCosts,
  { from, until, flush }: DepthsTried,
): number {
  let least = flush === undefined ? Infinity : leastAtDepth(order, layout, costs, flush, true);
  for (let depth = from; depth <= until; depth++)
    least = Math.min(least, leastAtDepth(order, layout, costs, depth, false));
  return least;
}

function leastAtDepth(order: TrialOrder, layout: Layout, costs: LayoutCosts, depth: number, flush: boolean): number {
  const { material, share } = order;
  return totalAt(material, layout, costs, depth, share.space.exact) + fillingAt(order, layout, depth, flush);
}

function fillingAt(order: TrialOrder, layout: Layout, depth: number, flush: boolean): number {
  const { count, rows } = extentOf(layout, depth, flush);
  return order.filling.bound(jumpsIn(order) && count > 0 ? rows - 1 : rows, count);
}

/** A layout at a depth: a bundle of one trial, so that what its segments cost is worked out only when its turn comes. */
class DepthProspect {
  readonly bound: number;
  private readonly order: TrialOrder;
  private readonly layout: Layout;
  private readonly costs: LayoutCosts;
  private readonly depth: number;
  private readonly flush: boolean;

  constructor(order: TrialOrder, layout: Layout, costs: LayoutCosts, depth: number, flush: boolean) {
    this.order = order;
    this.layout = layout;
    this.costs = costs;
    this.depth = depth;
    this.flush = flush;
    this.bound = leastAtDepth(order, layout, costs, depth, flush);
  }

  open(): readonly Prospect<Trial>[] {
    const { order, layout, depth, flush } = this;
    const { material, share } = order;
    const all = segmentsOf(layout, depth, flush);
    const jumps = jumpsIn(order);
    const segments = jumps ? withoutLastRow(all) : all;
    const atDepth = {
      ...leastOfDepths(material, layout, depth, depth, share.space.exact),
      ...costsOfSegments(material, layout, segments, depth),
    };
    const fixed = totalOf(this.costs, atDepth);
    const costs = { ...NO_COSTS, ...this.costs, ...atDepth };
    const found = { layout, depth, segments, costs, fixed, goal: order.goal, jumps };
    return [{ bound: fixed + fillingAt(order, layout, depth, flush), found }];
  }
}

/** Whether a row is kept for the line that says where the text goes on. */
function jumpsIn({ goal, share, material }: TrialOrder): boolean {
  return goal === "most" && !share.space.exact && material.template.jump;
}

/** A text that need not end here costs that it may not. */
function incompleteIn({ goal }: TrialOrder): number {
  return goal === "most" ? COST.incomplete : 0;
}

/** Nor may one end on a page that hands pictures on: the page to come would have no text. */
function incompleteWith(order: TrialOrder, { pictures }: Layout): number {
  const { goal, share, material } = order;
  if (goal === "most" || share.space.exact || pictures.length === share.pictures.length) return incompleteIn(order);
  return COST.incomplete + costOfRest(material, 0);
}

/** So many columns with so many rows of room. */
type Room = Pick<Headed, "columns" | "room">;

/** Depths from one to another, in rows. */
interface DepthRange {
  readonly from: number;
  readonly until: number;
}

/** Depths between which all lie that layouts are tried at whose pictures take at least so many rows. */
function depthsBelow({ share, goal, rows }: TrialOrder, { columns, room }: Room, taken = 0): DepthRange {
  const from = share.space.exact || goal === "most" ? room : Math.max(1, depthFor(rows + taken, columns));
  return { from, until: room };
}

/** The depths that a layout is tried at, none where its pictures want more, and the one at which its picture is flush with the text beside it. */
interface DepthsTried extends DepthRange {
  readonly flush: number | undefined;
}

function depthsTried({ share, goal, rows }: TrialOrder, layout: Layout): DepthsTried {
  const { columns, room } = layout;
  const least = leastDepth(layout);
  if (share.space.exact || goal === "most") return { from: Math.max(least, room), until: room, flush: undefined };
  const taken = room * columns - extentOf(layout, room).rows;
  const from = Math.max(least, depthFor(rows + taken, columns));
  return { from, until: Math.min(from + DEPTHS_MORE, room), flush: flushDepth(layout, rows) };
}

/** The least depth that is tried for so many rows: one less than they take as they come best. */
function depthFor(rows: number, columns: number): number {
  return Math.ceil(rows / columns) - 1;
}

/** More depths than these above the least one only add empty rows. */
const DEPTHS_MORE = 4;

function withoutLastRow(segments: readonly Segment[]): Segment[] {
  return segments.map((segment, index) =>
    index === segments.length - 1 ? { ...segment, rows: segment.rows - 1 } : segment,
  );
}

/** No column may be shorter than its pictures; a loop, for it is run for every layout that is opened. */
function leastDepth({ columns, pictures }: Layout): number {
  let least = 1;
  for (let column = 0; column < columns; column++) {
    let height = 0;
    for (const choice of pictures) if (covers(choice, column)) height += choice.row + choice.withCaption + 1;
    least = Math.max(least, height - 1);
  }
  return least;
}

/** The depth at which a single picture at the head ends flush with the text beside it. */
function flushDepth({ columns, room, pictures }: Layout, total: number): number | undefined {
  const only = pictures[0];
  if (only === undefined || pictures.length > 1 || only.slot.at !== "head") return undefined;
  const { withCaption, block } = only;
  const isShort = withCaption > room || withCaption * (columns - block.columns) < total - columns;
  return isShort ? undefined : withCaption;
}

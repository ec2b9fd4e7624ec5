import type { Prospect } from "./best-first.ts";
import {
  COST,
  costsOfHeading,
  costsOfLayout,
  costsOfSegments,
  leastOfDepths,
  leastOfWidth,
  NO_COSTS,
  totalOf,
  type Costs,
  type DepthCosts,
  type DepthRange,
  type LayoutCosts,
} from "./costs.ts";
import { headings, layouts, widths, type Headed, type Layout, type PictureChoice, type Share } from "./layout.ts";
import type { Material } from "./material.ts";
import { covers, extentOf, segmentsOf, type Extent, type Segment } from "./segments.ts";

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
  /** The least that it costs to fill segments of such an extent. */
  readonly leastOfFilling: (extent: Extent) => number;
}

/**
 * Every trial that may be made for a page, in the template's order, as a tree: below a width its headings, below a heading the
 * ways to place pictures, below such a layout the depths it is tried at. Nothing is worked out before it is opened, and no bound is
 * above what lies below it: none of the costs is negative, and rounding keeps the order of sums whose addends are in order.
 */
export function trialsOf(order: TrialOrder): Prospect<Trial>[] {
  const { material, share } = order;
  return widths(material, share).map((columns) => ({
    bound: totalOf(NO_COSTS, leastOfWidth(material, columns, share.space.exact), incompleteIn(order)),
    open: () => headings(material, share, columns).map((headed) => belowHeading(order, headed)),
  }));
}

function belowHeading(order: TrialOrder, headed: Headed): Prospect<Trial> {
  const { material, share } = order;
  const bare = { columns: headed.columns, room: headed.room, pictures: [] };
  const least = leastOfDepths(material, bare, depthsTried(order, headed), share.space.exact);
  return {
    bound: totalOf(costsOfHeading(headed), least, incompleteIn(order)),
    open: () => layouts(material, share, headed).map((layout) => new LayoutProspect(order, layout)),
  };
}

/** A layout: a bundle of the depths that it is tried at. */
class LayoutProspect {
  readonly bound: number;
  private readonly order: TrialOrder;
  private readonly layout: Layout;
  private readonly costs: LayoutCosts;

  constructor(order: TrialOrder, layout: Layout) {
    const { material, share } = order;
    this.order = order;
    this.layout = layout;
    this.costs = costsOfLayout(material, share, layout);
    const least = leastOfDepths(material, layout, depthsTried(order, layout, layout.pictures), share.space.exact);
    this.bound = totalOf(this.costs, least, incompleteIn(order));
  }

  open(): readonly Prospect<Trial>[] {
    const { order, layout, costs } = this;
    const { columns, room } = layout;
    if (order.goal === "most" || order.share.space.exact) return [new DepthProspect(order, layout, costs, room, false)];
    const taken = room * columns - extentOf(layout, room).rows;
    const least = Math.max(leastDepth(layout), depthFor(order.rows + taken, columns));
    const depths: DepthProspect[] = [];
    for (let depth = least; depth <= Math.min(least + DEPTHS_MORE, room); depth++)
      depths.push(new DepthProspect(order, layout, costs, depth, false));
    const flush = flushDepth(layout, order.rows);
    if (flush !== undefined && flush <= room) depths.push(new DepthProspect(order, layout, costs, flush, true));
    return depths;
  }
}

/** A layout at a depth: a bundle of one trial, so that what its segments cost is worked out only when its turn comes. */
class DepthProspect {
  readonly bound: number;
  private readonly order: TrialOrder;
  private readonly layout: Layout;
  private readonly costs: LayoutCosts;
  private readonly depth: number;
  private readonly flush: boolean;
  private readonly filling: number;

  constructor(order: TrialOrder, layout: Layout, costs: LayoutCosts, depth: number, flush: boolean) {
    this.order = order;
    this.layout = layout;
    this.costs = costs;
    this.depth = depth;
    this.flush = flush;
    const { count, rows } = extentOf(layout, depth, flush);
    this.filling = order.leastOfFilling({ count, rows: this.jumps && count > 0 ? rows - 1 : rows });
    this.bound = totalOf(costs, this.depthCosts, incompleteIn(order)) + this.filling;
  }

  open(): readonly Prospect<Trial>[] {
    const { order, layout, depth } = this;
    const all = segmentsOf(layout, depth, this.flush);
    const segments = this.jumps ? withoutLastRow(all) : all;
    const atDepth = { ...this.depthCosts, ...costsOfSegments(order.material, layout, segments, depth) };
    const incomplete = incompleteIn(order);
    const fixed = totalOf(this.costs, atDepth, incomplete);
    const costs = { ...NO_COSTS, ...this.costs, ...atDepth, incomplete };
    const found = { layout, depth, segments, costs, fixed, goal: order.goal, jumps: this.jumps };
    return [{ bound: fixed + this.filling, found }];
  }

  private get jumps(): boolean {
    const { goal, share, material } = this.order;
    return goal === "most" && !share.space.exact && material.template.jump;
  }

  private get depthCosts(): DepthCosts {
    const { order, layout, depth } = this;
    return leastOfDepths(order.material, layout, { from: depth, until: depth }, order.share.space.exact);
  }
}

/** A text that need not end here costs that it may not. */
function incompleteIn({ goal }: TrialOrder): number {
  return goal === "most" ? COST.incomplete : 0;
}

/** Depths between which all of `depthsOf` lie; where the pictures are not known yet, whatever they are. */
function depthsTried(
  { share, goal, rows }: TrialOrder,
  { columns, room }: Headed,
  pictures?: readonly PictureChoice[],
): DepthRange {
  if (share.space.exact || goal === "most") return { from: room, until: room };
  let from = Math.max(0, rows / columns - 1);
  if (pictures === undefined) return { from, until: room };
  // No deeper than with all pictures in one column, below each other; a loop, for it is run for every layout.
  let [below, taken] = [0, 0];
  for (const { row, withCaption, untilText, block } of pictures) {
    from = Math.max(from, row + withCaption);
    below += row + withCaption + 1;
    taken += (untilText + 1) * block.columns;
  }
  const least = Math.max(1, below - 1, depthFor(rows + taken, columns));
  return { from, until: Math.min(least + DEPTHS_MORE, room) };
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
function flushDepth({ columns, pictures }: Layout, total: number): number | undefined {
  const [only, second] = pictures;
  if (only === undefined || second !== undefined || only.slot.at !== "head") return undefined;
  const { withCaption, block } = only;
  return withCaption * (columns - block.columns) < total - columns ? undefined : withCaption;
}

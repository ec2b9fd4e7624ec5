import type { Prospect } from "./best-first.ts";
import {
  COST,
  costsOfDepth,
  costsOfHeading,
  costsOfLayout,
  costsOfSegments,
  leastOfDepths,
  leastOfPictureShare,
  leastOfWidth,
  NO_COSTS,
  sum,
  totalOf,
  type Costs,
  type DepthRange,
} from "./costs.ts";
import { headings, layouts, widths, type Headed, type Layout, type PictureChoice, type Share } from "./layout.ts";
import type { Material } from "./material.ts";
import { covers, segmentsOf, type Segment } from "./segments.ts";

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
  /** The least that it costs to fill segments. */
  readonly leastOfFilling: (segments: readonly Segment[]) => number;
}

/**
 * Every trial that may be made for a page, in the template's order, as a tree: below a width its headings, below a heading the
 * ways to place pictures, below such a layout the depths it is tried at. Nothing is worked out before it is opened, and no bound is
 * above what lies below it: none of the costs is negative, and rounding keeps the order of sums whose addends are in order.
 */
export function trialsOf(order: TrialOrder): Prospect<Trial>[] {
  const { material, share } = order;
  return widths(material, share).map((columns) => ({
    bound: boundOf(order, { ...NO_COSTS, ...leastOfWidth(material, columns, share.space.exact) }),
    open: () => headings(material, share, columns).map((headed) => belowHeading(order, headed)),
  }));
}

function belowHeading(order: TrialOrder, headed: Headed): Prospect<Trial> {
  const { material, share } = order;
  const least = leastOfDepths(material, headed, depthsTried(order, headed), share.space.exact);
  return {
    bound: boundOf(order, { ...NO_COSTS, ...costsOfHeading(headed), ...least }),
    open: () => layouts(material, share, headed).map((layout) => belowLayout(order, layout)),
  };
}

function belowLayout(order: TrialOrder, layout: Layout): Prospect<Trial> {
  const { material, share } = order;
  const costs = costsOfLayout(material, share, layout);
  const depths = depthsTried(order, layout, layout.pictures);
  const { unusedColumns, emptyPage } = leastOfDepths(material, layout, depths, share.space.exact);
  const pictureShare = leastOfPictureShare(layout, depths);
  return {
    bound: boundOf(order, { ...costs, unusedColumns, emptyPage, pictureShare }),
    open: () => depthsOf(order, layout, costs),
  };
}

function boundOf(order: TrialOrder, least: Costs): number {
  return totalOf(withGoal(order, least));
}

/** A text that need not end here costs that it may not. */
function withGoal({ goal }: TrialOrder, costs: Costs): Costs {
  return goal === "most" ? { ...costs, incomplete: COST.incomplete } : costs;
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

/** The depths at which a layout is tried. */
function depthsOf(order: TrialOrder, layout: Layout, costs: Costs): Prospect<Trial>[] {
  const { share, goal, rows } = order;
  const { columns, room } = layout;
  const at = (depth: number, flush = false): Prospect<Trial> => atDepth(order, layout, costs, { depth, flush });
  if (goal === "most" || share.space.exact) return [at(room)];
  const taken = room * columns - sum(segmentsOf(layout, room).map((segment) => segment.rows));
  const least = Math.max(leastDepth(layout), depthFor(rows + taken, columns));
  const flush = flushDepth(layout, rows);
  return [
    ...range(least, Math.min(least + DEPTHS_MORE, room)).map((depth) => at(depth)),
    ...(flush !== undefined && flush <= room ? [at(flush, true)] : []),
  ];
}

/** The least depth that is tried for so many rows: one less than they take as they come best. */
function depthFor(rows: number, columns: number): number {
  return Math.ceil(rows / columns) - 1;
}

/** More depths than these above the least one only add empty rows. */
const DEPTHS_MORE = 4;

/** A layout at a depth: a bundle of one trial, so that what its segments cost is worked out only when its turn comes. */
function atDepth(
  order: TrialOrder,
  layout: Layout,
  costs: Costs,
  { depth, flush }: { readonly depth: number; readonly flush: boolean },
): Prospect<Trial> {
  const { material, share, goal } = order;
  const jumps = goal === "most" && !share.space.exact && material.template.jump;
  const known = withGoal(order, { ...costs, ...costsOfDepth(material, layout, depth, share.space.exact) });
  const all = segmentsOf(layout, depth, flush);
  const segments = jumps ? withoutLastRow(all) : all;
  const filling = order.leastOfFilling(segments);
  const open = (): Prospect<Trial>[] => {
    const whole = { ...known, ...costsOfSegments(material, layout, segments, depth) };
    const found = { layout, depth, segments, costs: whole, fixed: totalOf(whole), goal, jumps };
    return [{ bound: found.fixed + filling, found }];
  };
  return { bound: totalOf(known) + filling, open };
}

function withoutLastRow(segments: readonly Segment[]): Segment[] {
  return segments.map((segment, index) =>
    index === segments.length - 1 ? { ...segment, rows: segment.rows - 1 } : segment,
  );
}

function range(from: number, until: number): number[] {
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => from + index);
}

/** No column may be shorter than its pictures. */
function leastDepth({ columns, pictures }: Layout): number {
  const heights = Array.from({ length: columns }, (_, column) =>
    sum(pictures.filter((choice) => covers(choice, column)).map(({ row, withCaption }) => row + withCaption + 1)),
  );
  return Math.max(1, ...heights.map((height) => height - 1));
}

/** The depth at which a single picture at the head ends flush with the text beside it. */
function flushDepth({ columns, pictures }: Layout, total: number): number | undefined {
  const [only, second] = pictures;
  if (only === undefined || second !== undefined || only.slot.at !== "head") return undefined;
  const { withCaption, block } = only;
  return withCaption * (columns - block.columns) < total - columns ? undefined : withCaption;
}

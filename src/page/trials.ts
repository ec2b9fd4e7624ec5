import { COST, costsOfDepth, costsOfLayout, leastOfDepth, sum, totalOf, type Costs } from "./costs.ts";
import { layouts, type Layout, type Share } from "./layout.ts";
import type { Material } from "./material.ts";
import { captionRows } from "./picture-block.ts";
import type { Piece } from "./piece.ts";
import { covers, segmentsOf, type Segment } from "./segments.ts";

/** A layout at a depth, to be filled. */
export interface Trial {
  readonly layout: Layout;
  readonly depth: number;
  readonly segments: readonly Segment[];
  readonly costs: Costs;
  readonly fixed: number;
  readonly goal: Goal;
  readonly jumps: boolean;
}

/** Whether the text must end in the segments, or only fill them. */
export type Goal = "all" | "most";

/** More depths than these above the least one only add empty rows. */
const DEPTHS_TRIED = 3;

/** A layout of which trials may be made, and the least that any of them can cost. */
export interface Plan {
  readonly layout: Layout;
  readonly costs: Costs;
  readonly floor: Readonly<Record<Goal, number>>;
  /** Counts the layouts in the order in which the template names them: of equals the first is taken. */
  readonly order: number;
}

/** Every layout that the template permits, with what is known of its costs before its depth. */
export function plansOf(material: Material, share: Share): Plan[] {
  return Array.from(layouts(material, share), (layout, order) => {
    const costs = costsOfLayout(material, share, layout);
    // None of the addends is negative, and rounding keeps order: these sums are no more than the whole ones, to the last bit.
    const least = { ...costs, ...leastOfDepth(material, layout, share.space.exact) };
    const floor = { all: totalOf(least), most: totalOf({ ...least, incomplete: COST.incomplete }) };
    return { layout, costs, floor, order };
  });
}

/** The depths at which a layout is tried, all of them with the same goal. */
export function trialsOf(
  material: Material,
  share: Share,
  { layout, costs }: Plan,
  goal: Goal,
  pieces: readonly Piece[],
): Trial[] {
  const { exact } = share.space;
  const jumps = !exact && material.template.jump;
  const trial = (depth: number, segments: readonly Segment[]): Trial => {
    const whole = { ...costs, ...costsOfDepth(material, layout, segments, depth, exact) };
    const all = goal === "most" ? { ...whole, incomplete: COST.incomplete } : whole;
    return { layout, depth, segments, costs: all, fixed: totalOf(all), goal, jumps: goal === "most" && jumps };
  };
  const deepest = segmentsOf(material, layout, layout.room);
  if (goal === "all" && exact) return [trial(layout.room, deepest)];
  const cutOff = jumps ? withoutLastRow(deepest) : deepest;
  if (goal === "most") return [trial(layout.room, cutOff)];
  const total = sum(pieces.map(({ natural }) => natural.rows));
  const taken = layout.room * layout.columns - sum(cutOff.map(({ rows }) => rows));
  const least = Math.max(leastDepth(material, layout), Math.ceil((total + taken) / layout.columns) - 1);
  const depths = range(least, Math.min(least + 1 + DEPTHS_TRIED, layout.room));
  const flush = flushDepth(material, layout, total);
  return [
    ...depths.map((depth) => trial(depth, segmentsOf(material, layout, depth))),
    ...(flush !== undefined && flush <= layout.room ? [trial(flush, segmentsOf(material, layout, flush, true))] : []),
  ];
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
function leastDepth({ template }: Material, { columns, pictures }: Layout): number {
  const heights = Array.from({ length: columns }, (_, column) =>
    sum(
      pictures
        .filter((choice) => covers(choice, column))
        .map(({ block, row, rows }) => row + rows + captionRows(block, template) + 1),
    ),
  );
  return Math.max(1, ...heights.map((height) => height - 1));
}

/** The depth at which a single picture at the head ends flush with the text beside it. */
function flushDepth({ template }: Material, { columns, pictures }: Layout, total: number): number | undefined {
  const [only, second] = pictures;
  if (only === undefined || second !== undefined || only.slot.at !== "head") return undefined;
  const depth = only.rows + captionRows(only.block, template);
  return depth * (columns - only.block.columns) < total - columns ? undefined : depth;
}

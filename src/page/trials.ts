import { once } from "../base/index.ts";
import {
  COST,
  costsOfDepth,
  costsOfHeading,
  costsOfLayout,
  costsOfSegments,
  leastOfDepth,
  leastOfWidth,
  NO_COSTS,
  sum,
  totalOf,
  type Costs,
} from "./costs.ts";
import { headings, layouts, widths, type Headed, type Layout, type Share } from "./layout.ts";
import type { Material } from "./material.ts";
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

/** The least that a trial can cost, by its goal. */
type Floor = Readonly<Record<Goal, number>>;

/** A layout of which trials may be made, with what is known of its costs before its depth. */
export interface Plan {
  readonly layout: Layout;
  readonly costs: Costs;
  readonly floor: Floor;
}

/** Plans that have something in common, and the least that any of them can cost; worked out when first asked for. */
export interface Plans<Part> {
  readonly floor: Floor;
  readonly parts: () => readonly Part[];
}

/** Every layout that the template permits: by width, then by heading, in the template's order. */
export function plansOf(material: Material, share: Share): readonly Plans<Plans<Plan>>[] {
  return widths(material, share).map((columns) => ({
    floor: floorOf({ ...NO_COSTS, ...leastOfWidth(material, columns, share.space.exact) }),
    parts: once(() => headings(material, share, columns).map((headed) => plansBelow(material, share, headed))),
  }));
}

function plansBelow(material: Material, share: Share, headed: Headed): Plans<Plan> {
  const heading = costsOfHeading(headed);
  const depth = leastOfDepth(material, headed, share.space.exact);
  return {
    floor: floorOf({ ...NO_COSTS, ...heading, ...depth }),
    parts: once(() =>
      layouts(material, share, headed).map((layout) => {
        const costs = costsOfLayout(material, share, layout);
        return { layout, costs, floor: floorOf({ ...costs, ...depth }) };
      }),
    ),
  };
}

/** None of the addends is negative, and rounding keeps order: these sums are no more than the whole ones, to the last bit. */
function floorOf(least: Costs): Floor {
  return { all: totalOf(least), most: totalOf({ ...least, incomplete: COST.incomplete }) };
}

/** A depth at which a layout is tried, and the least that the trial can cost. */
export interface TriedDepth {
  readonly floor: number;
  readonly trial: () => Trial;
}

/** The depths at which a layout is tried, all of them with the same goal, for pieces of so many rows. */
export function depthsOf(
  material: Material,
  { space }: Share,
  { layout, costs }: Plan,
  goal: Goal,
  rows: number,
): TriedDepth[] {
  const { columns, room } = layout;
  const jumps = goal === "most" && !space.exact && material.template.jump;
  const incomplete = goal === "most" ? COST.incomplete : 0;
  const tried = (depth: number, segments: () => readonly Segment[]): TriedDepth => {
    const known = { ...costs, ...costsOfDepth(material, layout, depth, space.exact), incomplete };
    const trial = (): Trial => {
      const left = segments();
      const whole = { ...known, ...costsOfSegments(material, layout, left, depth) };
      return { layout, depth, segments: left, costs: whole, fixed: totalOf(whole), goal, jumps };
    };
    return { floor: totalOf(known), trial };
  };
  const deepest = segmentsOf(layout, room);
  if (goal === "most") return [tried(room, () => (jumps ? withoutLastRow(deepest) : deepest))];
  if (space.exact) return [tried(room, () => deepest)];
  const taken = room * columns - sum(deepest.map((segment) => segment.rows));
  const least = Math.max(leastDepth(layout), Math.ceil((rows + taken) / columns) - 1);
  const flush = flushDepth(layout, rows);
  return [
    ...range(least, Math.min(least + 1 + DEPTHS_TRIED, room)).map((depth) =>
      tried(depth, () => segmentsOf(layout, depth)),
    ),
    ...(flush !== undefined && flush <= room ? [tried(flush, () => segmentsOf(layout, flush, true))] : []),
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

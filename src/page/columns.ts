import { rigid, type Piece, type Way } from "./piece.ts";
import { BREAK_COST, type Slug } from "./slug.ts";

/**
 * Pieces parted into segments: stretches of column one after the other in reading order, a whole column or what a picture
 * leaves of it above and below.
 */
export interface Filling {
  /** The slugs that stand in each segment. */
  readonly segments: readonly (readonly Slug[])[];
  /** Rows left empty at the foot of each segment. */
  readonly empty: readonly number[];
  /** The ways chosen for the pieces that stand here, in their order. */
  readonly ways: readonly Way[];
  /** What finds no place here: the rest of a piece, and the pieces behind it. */
  readonly rest: readonly Piece[];
  readonly cost: number;
}

/** Rows left empty in all segments together. */
export function emptyRowsOf({ empty }: Filling): number {
  return empty.reduce((sum, rows) => sum + rows, 0);
}

/** How segments are to be filled. */
export interface FillOrder {
  /** `all`: the text must end in them. `most`: they are filled, the text goes on elsewhere. */
  readonly goal: "all" | "most";
  /** What a row left empty costs; it counts by its square, so that two columns a row short are better than one two rows short. */
  readonly emptyRow: number;
  /** Only what costs less than this is looked for: the less, the fewer breaks have to be thought of. */
  readonly under?: number;
}

/**
 * Fills segments of the given depths (rows) with pieces at the least cost of empty rows, breaks and ways, by dynamic
 * programming over pieces and the row that each begins on: exact, over the ways of all pieces at once. Undefined when the
 * pieces do not fit, or not at less than `under`.
 */
export function fillSegments(
  pieces: readonly Piece[],
  depths: readonly number[],
  order: FillOrder,
): Filling | undefined {
  const filler = new Filler(depths, order);
  let front: readonly Node[] = [START];
  for (let index = 0; index < pieces.length && front.length > 0; index++) {
    const piece = pieces[index];
    if (piece !== undefined) front = filler.add(piece, index, front);
  }
  const best = filler.finish(front);
  return best && unwind(best, pieces, depths);
}

/** The best known way to reach each row; rows count through all segments. There are never more than a few, mostly one. */
type Front = Node[];

/** A step of a way: some of its slugs placed one below the other. */
interface Node {
  /** Row behind what is placed, counted through all segments. */
  readonly at: number;
  readonly cost: number;
  readonly before: Node | undefined;
  readonly segment: number;
  readonly piece: number;
  readonly way: Way | undefined;
  /** Index of the first slug of its way that is placed here, and the index behind the last one. */
  readonly from: number;
  readonly until: number;
}

const START: Node = {
  at: 0,
  cost: 0,
  before: undefined,
  segment: 0,
  piece: -1,
  way: undefined,
  from: 0,
  until: 0,
};

class Filler {
  /** Row at which each segment begins; the last entry is where all end. */
  private readonly starts: readonly number[];
  private readonly order: FillOrder;
  private readonly under: number;
  /** More rows than these left empty at a foot cost more than is allowed. */
  private readonly slack: number;
  /** Where the text may be cut off for another page, with the price of that. */
  private readonly cutOffs: { readonly node: Node; readonly cost: number }[] = [];

  constructor(depths: readonly number[], order: FillOrder) {
    const starts = [0];
    for (const depth of depths) starts.push((starts.at(-1) ?? 0) + depth);
    this.starts = starts;
    this.order = order;
    this.under = order.under ?? Infinity;
    this.slack = Math.sqrt(this.under / order.emptyRow);
  }

  add(piece: Piece, index: number, front: readonly Node[]): Front {
    const behind: Front = [];
    for (const way of piece.ways) this.addWay(way, index, front, behind);
    return behind;
  }

  /** Adds to the front behind a piece what comes of one of its ways. */
  private addWay(way: Way, piece: number, front: readonly Node[], behind: Front): void {
    let crossing: Front = [];
    for (const node of front) {
      const cost = node.cost + way.cost;
      if (cost >= this.under) continue;
      const { at, segment } = node;
      if (this.staysInside(way, node)) {
        const { slugs, rows } = way;
        addNode(behind, { at: at + rows, cost, before: node, segment, piece, way, from: 0, until: slugs.length });
      } else addNode(crossing, { at, cost, before: node, segment, piece, way, from: 0, until: 0 });
    }
    for (let index = 0; index < way.slugs.length && crossing.length > 0;) {
      const until = this.untilFoot(way, index, crossing);
      crossing = until > index ? placedTogether(crossing, index, until) : this.step(way, index, crossing);
      index = Math.max(until, index + 1);
    }
    for (const node of crossing) addNode(behind, node);
  }

  /** The index behind the slugs, from one on, that end so far above a foot, wherever they begin, that no break need be thought of. */
  private untilFoot({ slugs }: Way, from: number, front: Front): number {
    let until = slugs.length;
    for (const { at, segment } of front) {
      if (at === this.starts[segment]) return from;
      const foot = this.end(segment) - this.slack;
      let row = at;
      let index = from;
      for (; index < until; index++) {
        row += slugs[index]?.rows ?? 0;
        if (row >= foot) break;
      }
      until = index;
    }
    return until;
  }

  /** Whether a way ends so far above its segment's foot that no break need be thought of. */
  private staysInside(way: Way, { at, segment }: Node): boolean {
    if (at === this.starts[segment]) return false;
    return at + way.rows < this.end(segment) - this.slack;
  }

  private end(segment: number): number {
    return this.starts[segment + 1] ?? 0;
  }

  private step(way: Way, index: number, front: Front): Front {
    const slug = way.slugs[index];
    if (slug === undefined) return front;
    const next: Front = [];
    for (const node of front) this.place(node, slug, index, next);
    return next;
  }

  /** A slug below what stands already, or at the head of a later segment. */
  private place(node: Node, slug: Slug, index: number, next: Front): void {
    let { at, segment, cost } = node;
    const last = this.starts.length - 2;
    for (;;) {
      if (at === this.end(segment) && segment < last) {
        segment++;
        continue;
      }
      const isHead = at === this.starts[segment];
      const rows = slug.rows - (isHead ? slug.spaceAbove : 0);
      const fits = at + rows <= this.end(segment);
      if (fits) {
        const total = cost + (isHead && at + rows > 0 && hasText(node) ? this.breakCost(node, slug, false) : 0);
        if (total < this.under) addNode(next, placedBehind(node, index, at + rows, segment, total));
      }
      cost += this.order.emptyRow * (this.end(segment) - at) ** 2;
      if (cost >= this.under) return;
      // Pictures may take the whole room: then there is no segment at all.
      if (segment >= last) {
        this.cutOff(node, slug, cost);
        return;
      }
      at = this.end(segment);
      segment++;
    }
  }

  private breakCost(node: Node, slug: Slug, atPage: boolean): number {
    const divided = atPage ? BREAK_COST.dividedAtPage : BREAK_COST.dividedAtColumn;
    return slug.breakBefore + (lastSlug(node)?.divided ? divided : 0);
  }

  private cutOff(node: Node, slug: Slug, cost: number): void {
    if (this.order.goal !== "most") return;
    const total = cost + (hasText(node) ? this.breakCost(node, slug, true) : 0);
    if (total < this.under) this.cutOffs.push({ node, cost: total });
  }

  /** The cheapest end: what is left of the segments stays empty. */
  finish(front: readonly Node[]): { readonly node: Node; readonly cost: number } | undefined {
    const ends = front.map((node) => ({ node, cost: node.cost + this.costOfRest(node) }));
    return [...ends, ...this.cutOffs]
      .filter(({ cost }) => cost < this.under)
      .reduce<{ readonly node: Node; readonly cost: number } | undefined>(
        (best, end) => (best && best.cost <= end.cost ? best : end),
        undefined,
      );
  }

  private costOfRest({ at, segment }: Node): number {
    let cost = 0;
    for (let index = segment; index < this.starts.length - 1; index++) {
      const from = index === segment ? at : (this.starts[index] ?? 0);
      cost += this.order.emptyRow * (this.end(index) - from) ** 2;
    }
    return cost;
  }
}

function hasText(node: Node): boolean {
  return lastSlug(node) !== undefined;
}

function lastSlug(node: Node): Slug | undefined {
  for (let at: Node | undefined = node; at !== undefined; at = at.before) {
    if (at.until > at.from) return at.way?.slugs[at.until - 1];
  }
  return undefined;
}

/** A front with slugs of its way below each of its nodes. */
function placedTogether(front: Front, from: number, until: number): Front {
  return front.map((before) => {
    const { at, cost, segment, piece, way } = before;
    let rows = 0;
    for (let index = from; index < until; index++) rows += way?.slugs[index]?.rows ?? 0;
    return { at: at + rows, cost, before, segment, piece, way, from, until };
  });
}

/** A node with the next slug of its way placed. */
function placedBehind(before: Node, index: number, at: number, segment: number, cost: number): Node {
  const { piece, way } = before;
  return { at, cost, before, segment, piece, way, from: index, until: index + 1 };
}

/** Puts a node into a front, in place of a dearer one on its row. */
function addNode(front: Front, node: Node): void {
  for (let index = 0; index < front.length; index++) {
    const rival = front[index];
    if (rival?.at !== node.at) continue;
    if (node.cost < rival.cost) front[index] = node;
    return;
  }
  front.push(node);
}

function unwind(
  { node, cost }: { readonly node: Node; readonly cost: number },
  pieces: readonly Piece[],
  depths: readonly number[],
): Filling {
  const segments: Slug[][] = depths.map(() => []);
  const ways = new Map<number, Way>();
  for (let at: Node | undefined = node; at?.way !== undefined; at = at.before) {
    if (at.until === 0 && at.way.slugs.length > 0) continue;
    segments[at.segment]?.unshift(...at.way.slugs.slice(at.from, at.until));
    ways.set(at.piece, at.way);
  }
  const empty = segments.map((slugs, index) => (depths[index] ?? 0) - rowsOf(slugs));
  const chosen = [...ways].sort(([a], [b]) => a - b).map(([, way]) => way);
  return { segments, empty, ways: chosen, rest: restOf(node, pieces), cost };
}

/** Rows of slugs that head a segment: the space above the first falls away. */
export function rowsOf(slugs: readonly Slug[]): number {
  return slugs.reduce((sum, slug) => sum + slug.rows, 0) - (slugs[0]?.spaceAbove ?? 0);
}

function restOf({ piece, way, until }: Node, pieces: readonly Piece[]): readonly Piece[] {
  if (until === 0) return pieces.slice(Math.max(0, piece));
  const left = way?.slugs.slice(until) ?? [];
  return [...(left.length > 0 ? [rigid(left)] : []), ...pieces.slice(piece + 1)];
}

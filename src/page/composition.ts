import type { Diagnostic } from "../base/index.ts";
import { BestFirst } from "./best-first.ts";
import { fillSegments, type Filling } from "./columns.ts";
import { COST, costOfRest, sum, type Costs } from "./costs.ts";
import type { Layout, Share } from "./layout.ts";
import type { Material } from "./material.ts";
import type { Piece } from "./piece.ts";
import type { Window } from "./rack.ts";
import { RowCosts } from "./row-costs.ts";
import type { Segment } from "./segments.ts";
import { BREAK_COST } from "./slug.ts";
import { trialsOf, type FillingFloor, type Goal, type Trial } from "./trials.ts";

/** One way to compose a page, with what it costs. Rows are counted from the body's first row. */
export interface Composition extends Layout {
  readonly share: Share;
  /** Rows of the body from its first to its last. */
  readonly depth: number;
  readonly segments: readonly Segment[];
  readonly filling: Filling;
  /** Whether the text ends on this page. */
  readonly complete: boolean;
  /** What was found when heading and captions were set. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the row behind the last segment is kept for the line that says where the text goes on. */
  readonly jumps: boolean;
  readonly costs: Costs;
  readonly cost: number;
}

/** The chosen composition of a page, and the best ones of other kinds, cheapest first. */
export interface Choice {
  readonly best: Composition;
  readonly others: readonly Composition[];
}

/** How a page is to be composed. */
export interface ComposeOrder {
  /** Whether other kinds of composition are wanted for comparison. */
  readonly compare: boolean;
  /** Whether a text that does not fit may be cut off, for another page or for the desk to shorten. */
  readonly cutOff: boolean;
}

/**
 * Composes one page: tries every permitted width of the article, every headline, every picture in every permitted size and the
 * depths that hold the text, and takes what costs least. They are filled in the order of what they cost at least (`trialsOf`),
 * and no further than the best one found: the result is the same as if all had been filled.
 * Undefined when the text fits in no layout and must not be cut off.
 */
export function composePage(material: Material, share: Share, window: Window, order: ComposeOrder): Choice | undefined {
  const search = new Search(material, share, window, order);
  if (window.all) search.run("all");
  if (order.cutOff && !isWhole(search.best)) search.run("most");
  return search.best && { best: search.best, others: search.others };
}

/** Whether a page has the text to its end, decently, and all pictures with it. */
function isWhole(page: Composition | undefined): boolean {
  return page !== undefined && page.costs.breaks < BREAK_COST.orphan && page.costs.incomplete === 0;
}

class Search {
  best: Composition | undefined;
  private readonly kinds = new Map<string, Composition>();
  private readonly material: Material;
  private readonly share: Share;
  private readonly pieces: readonly Piece[];
  private readonly all: boolean;
  private readonly order: ComposeOrder;
  private readonly emptyRow: number;

  constructor(material: Material, share: Share, { pieces, all }: Window, order: ComposeOrder) {
    this.material = material;
    this.share = share;
    this.pieces = pieces;
    this.all = all;
    this.order = order;
    this.emptyRow = share.space.exact ? COST.emptyRowOfSpace : COST.emptyRow;
  }

  get others(): readonly Composition[] {
    return [...this.kinds.values()].filter((other) => other !== this.best).sort((a, b) => a.cost - b.cost);
  }

  /** Fills trials in the order of what they cost at least; those that cost a lot only where all do. */
  run(goal: Goal): void {
    const { material, share, pieces } = this;
    const rowCosts = new RowCosts(pieces, this.emptyRow);
    const filling = goal === "all" ? rowCosts : this.floorOfLeft(rowCosts);
    const rows = sum(pieces.map(({ natural }) => natural.rows));
    const queue = new BestFirst(trialsOf({ material, share, goal, rows, filling }));
    for (let cap = this.emptyRow * DECENT_ROWS ** 2; ; cap *= DEARER) {
      this.runUnder(queue, cap > DEAREST ? Infinity : cap);
      // Only what is no dearer than the cap has nothing cheaper beyond it.
      if (cap > DEAREST || (this.best !== undefined && this.best.cost <= cap)) return;
    }
  }

  private runUnder(queue: BestFirst<Trial>, cap: number): void {
    for (let index = 0; ; index++) {
      const next = queue.at(index);
      if (next === undefined) return;
      const { found: trial, bound } = next;
      if (bound < this.limitFor(trial)) this.fill(trial, cap);
      // What cannot be the best may still be the best of its kind.
      else if (!this.order.compare) return;
      if (this.order.compare && this.kinds.size >= KINDS_COMPARED && bound >= (this.best?.cost ?? Infinity)) return;
    }
  }

  /** Where the text cannot go on elsewhere, as little of it as possible is to be lost; where it can, enough for a page. */
  private costOfLeft({ pictures }: Layout, { rest }: Filling): number {
    const rows = sum(rest.map(({ natural }) => natural.rows));
    if (this.share.space.exact) return COST.lostRow * rows;
    const ends = rest.length === 0 && pictures.length === this.share.pictures.length;
    return ends || !this.all ? 0 : costOfRest(this.material, rows);
  }

  /** What a text costs at least that need not end in its segments: the rows for which they have no room are lost. */
  private floorOfLeft(rowCosts: RowCosts): FillingFloor {
    const price = this.share.space.exact ? COST.lostRow : 0;
    return { bound: (rows, segments) => price * rowCosts.leastLeft(rows, segments), boundBeyond: () => 0 };
  }

  /** What a trial must cost less than to be of interest: the best, or where kinds are compared the best of its kind. */
  private limitFor({ layout }: Trial): number {
    const rival = this.order.compare ? this.kinds.get(kindOf(layout)) : this.best;
    return rival?.cost ?? Infinity;
  }

  private fill(trial: Trial, cap: number): void {
    const { layout, depth, segments, costs, fixed, goal, jumps } = trial;
    const under = Math.min(this.limitFor(trial) - fixed, cap);
    const depths = segments.map(({ rows }) => rows);
    const filling = fillSegments(this.pieces, depths, { goal, emptyRow: this.emptyRow, under });
    if (filling === undefined) return;
    const left = goal === "most" ? this.costOfLeft(layout, filling) : 0;
    const cost = fixed + filling.cost + left;
    if (cost >= this.limitFor(trial)) return;
    const complete = filling.rest.length === 0;
    const found: Composition = {
      ...layout,
      diagnostics: [...layout.diagnostics, ...layout.pictures.flatMap((picture) => picture.diagnostics)],
      share: this.share,
      depth,
      segments,
      filling,
      complete,
      jumps: jumps && !complete,
      costs: { ...costs, ...costsOfFilling(filling, this.emptyRow), incomplete: costs.incomplete + left },
      cost,
    };
    if (cost < (this.best?.cost ?? Infinity)) this.best = found;
    if (this.order.compare) this.kinds.set(kindOf(layout), found);
  }
}

/** What is thought of first costs, beside its layout, no more than so many empty rows at one foot; then so much more. */
const DECENT_ROWS = 4;
const DEARER = 30;
/** Beyond this a page is bad whatever it costs. */
const DEAREST = 1e12;

/** So many kinds of composition a desk can take in. */
const KINDS_COMPARED = 12;

/** What makes two compositions different in kind: widths and places, not heights. */
function kindOf({ columns, pictures }: Layout): string {
  const places = pictures.map(({ slot, block }) => `${slot.at} ${slot.side} ${block.columns}`);
  return [columns, ...places].join(", ");
}

function costsOfFilling(filling: Filling, emptyRow: number): Pick<Costs, "emptyRows" | "breaks" | "relief"> {
  const emptyRows = sum(filling.empty.map((rows) => emptyRow * rows ** 2));
  const relief = sum(filling.ways.map(({ cost }) => cost));
  return { emptyRows, relief, breaks: filling.cost - emptyRows - relief };
}

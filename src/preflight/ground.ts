import { inksOf, type Box, type Colour, type ColourSpace, type Mark, type Outline } from "./content/index.ts";
import type { Budget } from "./reader/index.ts";

/** What lies somewhere on a page, as bits of the plates that print there; 0 is paper. */
export const GROUND = { c: 1, m: 2, y: 4, k: 8, spot: 16, unknown: 32 } as const;

/** Everything but paper and black. */
export const COLOURED = GROUND.c | GROUND.m | GROUND.y | GROUND.spot | GROUND.unknown;

const ALL_PROCESS = GROUND.c | GROUND.m | GROUND.y | GROUND.k;
/** A millimetre. */
const CELL = 72 / 25.4;
const MOST_CELLS = 400_000;
/** A plate counts as lying under something when it does under this share of it. */
const SHARE = 0.1;

/**
 * A coarse picture of what a page has painted so far, a cell of a millimetre each: whether type stands on paper or on a
 * ground. Cells are taken at their middle.
 */
export class Ground {
  readonly #area: Box;
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: Uint8Array;
  readonly #budget: Budget;
  #blank = true;

  constructor(area: Box, budget: Budget) {
    const [width, height] = [area.right - area.left, area.top - area.bottom];
    this.#area = area;
    this.#cell = Math.max(CELL, Math.sqrt((width * height) / MOST_CELLS), width / 5000, height / 5000);
    this.#columns = Math.max(1, Math.ceil(width / this.#cell));
    this.#rows = Math.max(1, Math.ceil(height / this.#cell));
    this.#cells = new Uint8Array(this.#columns * this.#rows);
    this.#budget = budget;
  }

  /** The plates that lie under an area, as bits. */
  under(box: Box): number {
    if (this.#blank) return 0;
    const [left, right] = this.#span(box.left - this.#area.left, box.right - this.#area.left, this.#columns);
    const [low, high] = this.#span(box.bottom - this.#area.bottom, box.top - this.#area.bottom, this.#rows);
    const counts = [0, 0, 0, 0, 0, 0];
    for (let row = low; row < high; row++)
      for (let column = left; column < right; column++) {
        const bits = this.#cells[row * this.#columns + column] ?? 0;
        if (bits !== 0) for (let bit = 0; bit < 6; bit++) if (bits & (1 << bit)) counts[bit] = (counts[bit] ?? 0) + 1;
      }
    const least = SHARE * (right - left) * (high - low);
    return counts.reduce((bits, count, bit) => (count > 0 && count >= least ? bits | (1 << bit) : bits), 0);
  }

  /** Puts what a mark covers on the picture. Type covers nothing; of cut-out pictures and stencils nobody knows what. */
  paint(mark: Mark): void {
    if (mark.kind === "fill") this.#fill(mark.outline, mark.evenOdd, mark.box, bitsOf(mark.colour), covers(mark));
    else if (mark.kind === "image" && mark.stencil === undefined && !mark.transparent && !mark.dict.entries.has("Mask"))
      this.#fill(mark.outline, false, mark.box, bitsOfSpace(mark.space), covers(mark));
    else if (mark.kind === "shading") {
      const bits = mark.ends.reduce((all, colour) => all | bitsOf(colour), 0);
      this.#fill([corners(mark.box)], false, mark.box, bits || bitsOfSpace(mark.space), covers(mark));
    }
  }

  /** Cells whose middles lie between two distances from the edge; the one that holds the middle, when there are none. */
  #span(from: number, to: number, most: number): readonly [number, number] {
    const first = Math.ceil(from / this.#cell - 0.5);
    const end = Math.floor(to / this.#cell - 0.5) + 1;
    const middle = Math.floor((from + to) / 2 / this.#cell);
    const [low, high] = end > first ? [first, end] : [middle, middle + 1];
    return [Math.max(0, Math.min(most, low)), Math.max(0, Math.min(most, high))];
  }

  #fill(outline: Outline, evenOdd: boolean, box: Box, bits: number, opaque: boolean): void {
    if (this.#blank && bits === 0) return;
    const [left, right] = this.#cellsIn(box.left - this.#area.left, box.right - this.#area.left, this.#columns);
    const [low, high] = this.#cellsIn(box.bottom - this.#area.bottom, box.top - this.#area.bottom, this.#rows);
    if (left >= right || low >= high) return;
    const crossings = this.#crossings(outline, low, high);
    if (crossings === undefined) return;
    this.#blank = false;
    for (let row = low; row < high; row++)
      for (const [from, to] of spansOf(crossings[row - low] ?? [], evenOdd)) {
        const [start, end] = this.#cellsIn(from - this.#area.left, to - this.#area.left, this.#columns);
        const first = row * this.#columns + Math.max(left, start);
        const last = row * this.#columns + Math.min(right, end);
        if (opaque) this.#cells.fill(bits, first, Math.max(first, last));
        else for (let at = first; at < last; at++) this.#cells[at] = (this.#cells[at] ?? 0) | bits;
      }
  }

  #cellsIn(from: number, to: number, most: number): readonly [number, number] {
    const limit = (cell: number): number => Math.max(0, Math.min(most, cell));
    return [limit(Math.ceil(from / this.#cell - 0.5)), limit(Math.floor(to / this.#cell - 0.5) + 1)];
  }

  /** Where the outline crosses the middles of rows, with its direction; undefined when the budget is spent. */
  #crossings(outline: Outline, low: number, high: number): (readonly [number, number])[][] | undefined {
    const rows: (readonly [number, number])[][] = Array.from({ length: high - low }, () => []);
    const toRow = (y: number): number => (y - this.#area.bottom) / this.#cell - 0.5;
    let steps = rows.length;
    for (const polygon of outline) {
      for (let index = 0; index + 1 < polygon.length; index += 2) {
        const next = index + 3 < polygon.length ? index + 2 : 0;
        const [x0 = 0, y0 = 0] = [polygon[index], polygon[index + 1]];
        const [x1 = 0, y1 = 0] = [polygon[next], polygon[next + 1]];
        if (y0 === y1) continue;
        const [from, to] = y0 < y1 ? [toRow(y0), toRow(y1)] : [toRow(y1), toRow(y0)];
        const [first, end] = [Math.max(low, Math.ceil(from)), Math.min(high, Math.ceil(to))];
        for (let row = first; row < end; row++) {
          const y = this.#area.bottom + (row + 0.5) * this.#cell;
          rows[row - low]?.push([x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), y0 < y1 ? 1 : -1]);
        }
        steps += Math.max(1, end - first);
      }
    }
    return this.#budget.spend("raster", steps) ? rows : undefined;
  }
}

/** Stretches inside, from one crossing to the next (ISO 32000-1, 8.5.3.3). */
function spansOf(crossings: (readonly [number, number])[], evenOdd: boolean): readonly (readonly [number, number])[] {
  const sorted = crossings.sort(([one], [other]) => one - other);
  const spans: (readonly [number, number])[] = [];
  let winding = 0;
  for (const [index, [x, direction]] of sorted.entries()) {
    winding = evenOdd ? 1 - winding : winding + direction;
    const following = sorted[index + 1];
    if (winding !== 0 && following) spans.push([x, following[0]]);
  }
  return spans;
}

/** Whether what was there is gone afterwards. */
function covers({ overprint, transparent }: Mark): boolean {
  return !overprint && !transparent;
}

function bitsOf(colour: Colour): number {
  const inks = inksOf(colour);
  if (inks === undefined) return GROUND.unknown;
  const bit = (value: number, plate: number): number => (value > 0 ? plate : 0);
  const process = bit(inks.c, GROUND.c) | bit(inks.m, GROUND.m) | bit(inks.y, GROUND.y) | bit(inks.k, GROUND.k);
  return process | (inks.spots.size > 0 ? GROUND.spot : 0);
}

function bitsOfSpace(space: ColourSpace | undefined): number {
  if (space === undefined) return GROUND.unknown;
  if (space.kind === "indexed") return bitsOfSpace(space.base);
  if (space.kind === "inked") return bitsOf({ space, values: space.names.map(() => 1) });
  if (space.components === 4) return ALL_PROCESS;
  return space.components === 1 ? GROUND.k : GROUND.unknown;
}

function corners({ left, bottom, right, top }: Box): readonly number[] {
  return [left, bottom, right, bottom, right, top, left, top];
}

import type { Piece } from "./piece.ts";

/** Pieces that a page may take, and whether they are all that is left. */
export interface Window {
  readonly pieces: readonly Piece[];
  readonly all: boolean;
}

/** Pieces may be had in fewer rows than their natural ones: more are looked at than would fit. */
const SURPLUS = 1.15;

/**
 * The cast body, waiting for its pages. A page looks at no more of it than it could hold, so that the time for a page does
 * not grow with the article.
 */
export class Rack {
  /** What earlier pages looked at and did not take. */
  private waiting: readonly Piece[] = [];
  private next = 0;
  private readonly pieces: readonly Piece[];
  /** Rows of what no page has looked at. */
  private rowsBehind: number;

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
    this.rowsBehind = rowsOf(pieces);
  }

  /** The next pieces, as many as may find room in so many rows. */
  window(rows: number): Window {
    const window = [...this.waiting];
    const before = rowsOf(window);
    let taken = before;
    for (
      let piece = this.pieces[this.next];
      piece !== undefined && taken <= rows * SURPLUS;
      piece = this.pieces[this.next]
    ) {
      window.push(piece);
      taken += piece.natural.rows;
      this.next++;
    }
    this.rowsBehind -= taken - before;
    this.waiting = window;
    return { pieces: window, all: this.next === this.pieces.length };
  }

  /** What a page leaves of its window. */
  putBack(rest: readonly Piece[]): void {
    this.waiting = rest;
  }

  /** Rows of all that has found no page, as it comes best. */
  get rows(): number {
    return rowsOf(this.waiting) + this.rowsBehind;
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0 && this.next === this.pieces.length;
  }

  /** All that has found no page. */
  get rest(): readonly Piece[] {
    return [...this.waiting, ...this.pieces.slice(this.next)];
  }
}

function rowsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { natural }) => sum + natural.rows, 0);
}

import type { Galley, Line } from "../galley/index.ts";

/** A paragraph of the cast body, which may be had in a line more or fewer. */
export interface Paragraph {
  /** Index of the block in the article's body. */
  readonly block: number;
  readonly galley: Galley;
}

/** Lines to add to paragraphs (1) or to take from them (−1), by block. */
export type LineChanges = ReadonlyMap<number, number>;

export const NO_CHANGES: LineChanges = new Map();

/** Looser than this no paragraph is made for the sake of even columns, in normal word spaces. */
const LOOSEST = 1.6;
/** Nor one that costs more than three lines at about their limits, in demerits. */
const DEAREST = 2e6;

/**
 * Ways to make columns come out even that end `empty` rows short in all: some paragraphs a line longer, or others a line
 * shorter so that every column loses a row. The cheapest paragraphs are taken, none that would be set loose.
 */
export function waysToEvenOut(paragraphs: readonly Paragraph[], empty: number, columns: number): LineChanges[] {
  return [
    { more: -1, wanted: columns - empty },
    { more: 1, wanted: empty },
  ].flatMap(({ more, wanted }) => {
    const willing = paragraphs
      .flatMap(({ block, galley }) => {
        const other = galley.alternative(more);
        if (other === undefined || loosest(other.lines) > Math.max(LOOSEST, loosest(galley.lines))) return [];
        const price = other.demerits - galley.demerits;
        return price <= DEAREST ? [{ block, price }] : [];
      })
      .sort((a, b) => a.price - b.price || a.block - b.block);
    if (wanted === 0 || willing.length < wanted) return [];
    return [new Map(willing.slice(0, wanted).map(({ block }) => [block, more]))];
  });
}

function loosest(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ wordSpace }) => wordSpace));
}

import type { Galley, Line } from "../galley/index.ts";

/** A paragraph of the cast body, which may be had in a line more or fewer. */
export interface Paragraph {
  /** Index of the block in the article's body. */
  readonly block: number;
  readonly galley: Galley;
}

/** Lines to add to paragraphs (1) or to take from them (−1), by block. */
export type LineChanges = ReadonlyMap<number, number>;

/** Looser than this no paragraph is made for the sake of even columns, in normal word spaces. */
const LOOSEST = 1.6;
/** Nor one that costs more than three lines at about their limits, in demerits. */
const DEAREST = 2e6;

/** A paragraph's other setting: a line more (1) or less (−1), and what it costs in demerits. */
interface Change {
  readonly block: number;
  readonly more: number;
  readonly price: number;
}

/** Ways beyond these are dearer and seldom better. */
const MOST_WAYS = 16;
const MOST_CHANGES = 3;

/**
 * Ways to make columns come out even that end `empty` rows short in all, the cheapest first: a few paragraphs a line longer
 * or shorter, so that the rows are filled or every column loses one. None is set loose for it. Several ways are
 * worth trying, because where paragraphs end decides where columns may.
 */
export function waysToEvenOut(paragraphs: readonly Paragraph[], empty: number, columns: number): LineChanges[] {
  const ways = combinations(changesOf(paragraphs)).filter(({ more }) => more === empty || more === empty - columns);
  return ways
    .sort((a, b) => a.price - b.price)
    .slice(0, MOST_WAYS)
    .map(({ changes }) => new Map(changes.map(({ block, more }) => [block, more])));
}

function changesOf(paragraphs: readonly Paragraph[]): Change[] {
  const changes = paragraphs.flatMap(({ block, galley }) =>
    [-1, 1].flatMap((more): Change[] => {
      const other = galley.alternative(more);
      if (other === undefined || loosest(other.lines) > Math.max(LOOSEST, loosest(galley.lines))) return [];
      const price = other.demerits - galley.demerits;
      return price <= DEAREST ? [{ block, more, price }] : [];
    }),
  );
  return changes.sort((a, b) => a.price - b.price || a.block - b.block || a.more - b.more).slice(0, MOST_WAYS);
}

interface Combination {
  readonly changes: readonly Change[];
  readonly more: number;
  readonly price: number;
}

/** All choices of up to a few changes, no paragraph twice. */
function combinations(changes: readonly Change[]): Combination[] {
  const found: Combination[] = [];
  let begun: Combination[] = [{ changes: [], more: 0, price: 0 }];
  for (let size = 1; size <= MOST_CHANGES; size++) {
    begun = begun.flatMap((chosen) => {
      const last = chosen.changes.at(-1);
      const further = changes.slice(last ? changes.indexOf(last) + 1 : 0);
      return further
        .filter(({ block }) => !chosen.changes.some((other) => other.block === block))
        .map((change) => ({
          changes: [...chosen.changes, change],
          more: chosen.more + change.more,
          price: chosen.price + change.price,
        }));
    });
    found.push(...begun);
  }
  return found;
}

function loosest(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ wordSpace }) => wordSpace));
}

import TinyQueue from "tinyqueue";

/** Something that may be found, or a bundle of such that is opened only when its turn comes. No part of a bundle is below its bound. */
export type Prospect<T> = { readonly bound: number } & (
  { readonly found: T } | { readonly open: () => readonly Prospect<T>[] }
);

/** What was found, and the bound that it was found at. */
export interface Found<T> {
  readonly found: T;
  readonly bound: number;
}

/**
 * A prospect and its share of the line from 0 to 1, which is divided among the tree's branches and theirs in turn: of two prospects
 * the one that comes first in the tree stands further to the left, without a count of what lies in bundles not yet opened.
 */
interface Waiting<T> {
  readonly bound: number;
  readonly isBundle: boolean;
  readonly prospect: Prospect<T>;
  readonly from: number;
  readonly width: number;
}

/**
 * What lies in a tree of prospects, the least bound first, equals in the order of the tree: what sorting all of it would
 * give, but a bundle is opened only when nothing cheaper is left (best-first search). What can have no bound is left out.
 */
export class BestFirst<T> {
  private readonly found: Found<T>[] = [];
  private readonly waiting = new TinyQueue<Waiting<T>>([], compare);

  constructor(prospects: readonly Prospect<T>[]) {
    this.add(prospects, 0, 1);
  }

  /** What is found at a place in the order, counted from 0; undefined behind the last. */
  at(index: number): Found<T> | undefined {
    while (index >= this.found.length) {
      const next = this.waiting.pop();
      if (next === undefined) return undefined;
      const { prospect, from, width } = next;
      if ("found" in prospect) this.found.push(prospect);
      else this.add(prospect.open(), from, width);
    }
    return this.found[index];
  }

  private add(prospects: readonly Prospect<T>[], from: number, width: number): void {
    const each = width / prospects.length;
    let index = 0;
    for (const prospect of prospects) {
      const { bound } = prospect;
      const isBundle = "open" in prospect;
      if (bound < Infinity) this.waiting.push({ bound, isBundle, prospect, from: from + index * each, width: each });
      index++;
    }
  }
}

/** Of equals a bundle first: it may hold what comes before the others. */
function compare<T>(a: Waiting<T>, b: Waiting<T>): number {
  if (a.bound !== b.bound) return a.bound - b.bound;
  if (a.isBundle !== b.isBundle) return a.isBundle ? -1 : 1;
  return a.from - b.from;
}

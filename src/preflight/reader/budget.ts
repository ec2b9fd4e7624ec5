/** How much work a file may make, so that a hostile or broken one ends in bounded time and memory. */
export interface Limits {
  /** Bytes that come out of filters, all streams together. */
  readonly bytes: number;
  /** Bytes that come out of the filters of one stream. */
  readonly streamBytes: number;
  /** Objects read from the file. */
  readonly objects: number;
  /** Bytes of content streams, each time that they are drawn. */
  readonly content: number;
  /** Operators of content streams. */
  readonly operators: number;
  /** Glyphs whose places are computed. */
  readonly glyphs: number;
  readonly pages: number;
}

/** Many times what any newspaper page has, and little enough that the longest run takes some seconds. */
export const LIMITS: Limits = {
  bytes: 256 << 20,
  streamBytes: 64 << 20,
  objects: 2_000_000,
  content: 256 << 20,
  operators: 16_000_000,
  glyphs: 60_000_000,
  pages: 20_000,
};

type Counted = "bytes" | "content" | "objects" | "operators" | "glyphs" | "pages";

const WHAT: Readonly<Record<Counted, string>> = {
  bytes: "bytes of unpacked streams",
  objects: "objects",
  content: "bytes of content",
  operators: "operators in content streams",
  glyphs: "glyphs",
  pages: "pages",
};

/** What is left of the limits. */
export class Budget {
  readonly #spent: Record<Counted, number> = { bytes: 0, content: 0, objects: 0, operators: 0, glyphs: 0, pages: 0 };
  readonly limits: Limits;

  constructor(limits: Limits = LIMITS) {
    this.limits = limits;
  }

  /** Takes from the budget; false when it was not enough, and then nothing more is given. */
  spend(what: Counted, amount = 1): boolean {
    this.#spent[what] += amount;
    return this.#spent[what] <= this.limits[what];
  }

  left(what: Counted): number {
    return Math.max(0, this.limits[what] - this.#spent[what]);
  }

  /** What ran out, in words: “more than 20000 pages”. */
  get exhausted(): readonly string[] {
    const all = Object.keys(WHAT) as Counted[];
    return all
      .filter((what) => this.#spent[what] > this.limits[what])
      .map((what) => `more than ${this.limits[what]} ${WHAT[what]}`);
  }
}

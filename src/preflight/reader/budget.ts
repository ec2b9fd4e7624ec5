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
  /** Steps of drawing the coarse picture of what lies under type. */
  readonly raster: number;
  readonly pages: number;
}

/** Many times what any newspaper page has, and little enough that the longest run takes some seconds. */
export const LIMITS: Limits = {
  bytes: 256 << 20,
  streamBytes: 64 << 20,
  objects: 2_000_000,
  content: 256 << 20,
  operators: 20_000_000,
  glyphs: 60_000_000,
  raster: 150_000_000,
  pages: 20_000,
};

type Counted = "read" | "bytes" | "content" | "objects" | "operators" | "glyphs" | "raster" | "pages";

const WHAT: Readonly<Record<Counted, string>> = {
  read: "bytes to read, as its objects do not end",
  bytes: "bytes of unpacked streams",
  objects: "objects",
  content: "bytes of content",
  operators: "operators in content streams",
  glyphs: "glyphs",
  raster: "steps to draw its paths",
  pages: "pages",
};

const READ_ANYWAY = 16 << 20;
const READ_AT_MOST = 512 << 20;

/** What is left of the limits. */
export class Budget {
  readonly #spent: Record<Counted, number> = {
    read: 0,
    bytes: 0,
    content: 0,
    objects: 0,
    operators: 0,
    glyphs: 0,
    raster: 0,
    pages: 0,
  };
  readonly limits: Limits;
  readonly #most: Readonly<Record<Counted, number>>;

  /** The limits, for a file of so many bytes: a sound one is read about once. */
  constructor(limits: Limits = LIMITS, fileBytes = 0) {
    const read = Math.min(8 * fileBytes + READ_ANYWAY, 2 * fileBytes + READ_AT_MOST);
    this.limits = limits;
    this.#most = { ...limits, read };
  }

  /** Takes from the budget; false when it was not enough, and then nothing more is given. */
  spend(what: Counted, amount = 1): boolean {
    this.#spent[what] += amount;
    return this.#spent[what] <= this.#most[what];
  }

  left(what: Counted): number {
    return Math.max(0, this.#most[what] - this.#spent[what]);
  }

  /** What ran out, in words: “more than 20000 pages”. */
  get exhausted(): readonly string[] {
    const all = Object.keys(WHAT) as Counted[];
    return all
      .filter((what) => this.#spent[what] > this.#most[what])
      .map((what) => `more than ${this.#most[what]} ${WHAT[what]}`);
  }
}

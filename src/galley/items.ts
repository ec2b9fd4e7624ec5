/**
 * What a paragraph is made of to the line breaker (Knuth & Plass, Breaking Paragraphs into Lines, 1981): boxes, glue
 * and penalties, as numbers only. Lengths share one unit, which the breaker never asks for.
 */
export type Item = Box | Glue | Penalty;

/**
 * Something printed that no line parts. Unlike in TeX a box may give a little: `stretch` and `shrink` hold what
 * letterfit and glyph scaling can do to it.
 */
export interface Box {
  readonly kind: "box";
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
  /** How far it may hang out of a line that begins, and of one that ends with it. */
  readonly hangLeft: number;
  readonly hangRight: number;
}

/** A space. A line may end at it when a box stands before it. */
export interface Glue {
  readonly kind: "glue";
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
}

/** A place where a line may end at a price. Printed only when it does: `width` is the hyphen, then. */
export interface Penalty {
  readonly kind: "penalty";
  readonly cost: number;
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
  /** How far the hyphen may hang out of the line; undefined when no hyphen is put in and the box before it hangs. */
  readonly hangRight?: number | undefined;
  /** What the next line gains in width when it begins here: a ligature or a kern that the break took apart. */
  readonly after: number;
  /** Whether the line would end with a hyphen. */
  readonly flagged: boolean;
}

/** The price at which a break is forbidden; its negative forces one. */
export const FORBIDDEN = Infinity;

/** Forces a line's end: the last item of every paragraph. */
export const PARAGRAPH_END: Penalty = {
  kind: "penalty",
  cost: -FORBIDDEN,
  width: 0,
  stretch: 0,
  shrink: 0,
  after: 0,
  flagged: false,
};

/**
 * Items one behind the other, packed as numbers: a word keeps its own, and a paragraph is read from those of its words. To fetch
 * an object for each item from wherever it lies in memory took longer than to break the paragraph.
 */
export class ItemRow {
  /** For each item as many numbers as `FIELDS` says, at the places that the constants behind it name. */
  readonly numbers: number[] = [];

  /** How many items there are. */
  get count(): number {
    return this.numbers.length / FIELDS;
  }

  /** Whether an item is a box. */
  isBox(index: number): boolean {
    return this.numbers[index * FIELDS] === BOX;
  }

  /** Whether an item is a penalty. */
  isPenalty(index: number): boolean {
    return (this.numbers[index * FIELDS] ?? BOX) >= PENALTY;
  }

  /** The width of an item that is shrunk as far as it may be. */
  leastWidth(index: number): number {
    const at = index * FIELDS;
    return (this.numbers[at + WIDTH] ?? 0) - (this.numbers[at + SHRINK] ?? 0);
  }

  /** Adds an item of another row. */
  putOf({ numbers }: ItemRow, index: number): void {
    for (let at = index * FIELDS; at < (index + 1) * FIELDS; at++) this.numbers.push(numbers[at] ?? 0);
  }

  /** Adds an item. */
  put(item: Item): void {
    const { width, stretch, shrink } = item;
    switch (item.kind) {
      case "box":
        this.numbers.push(BOX, width, stretch, shrink, item.hangRight, item.hangLeft, FORBIDDEN);
        break;
      case "glue":
        this.numbers.push(GLUE, width, stretch, shrink, 0, 0, FORBIDDEN);
        break;
      case "penalty": {
        const kind = item.flagged ? FLAGGED_PENALTY : PENALTY;
        this.numbers.push(kind, width, stretch, shrink, item.hangRight ?? AS_BEFORE, item.after, item.cost);
      }
    }
  }
}

/** What an item is: the first of its numbers. */
export const BOX = 0;
export const GLUE = 1;
/** A penalty, and one at which a line would end with a hyphen: nothing else has such a number or a higher one. */
export const PENALTY = 2;
export const FLAGGED_PENALTY = 3;

/** The places of its other numbers: width, stretch and shrink; how far it hangs on the right; what a line gains that begins with it or behind it; its cost. */
export const WIDTH = 1;
export const STRETCH = 2;
export const SHRINK = 3;
export const HANG = 4;
export const GAIN = 5;
export const COST = 6;
export const FIELDS = 7;

/** Stands for what hangs out of a line where that is what the box before the break does. */
export const AS_BEFORE = -1;

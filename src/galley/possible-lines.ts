import { badnessOf, demeritsOf, OVERFULL, ROUNDING, type BreakCosts } from "./break-costs.ts";
import { FORBIDDEN, type Item } from "./items.ts";

/** Widths of the lines; from line `sameFrom` on they are all equal. Lines count from 0. */
export interface Measure {
  readonly width: (line: number) => number;
  readonly sameFrom: number;
}

/** What `next` gives behind the last line that leads to a place. */
export const NO_LINE = -1;
/** The place before the first item, where the first line begins. */
export const START = 0;

/** The ratio of a line that must be stretched and has nothing that stretches. */
const RIGID = 100;

/**
 * Every line that a paragraph could have within a tolerance: a graph of _places_, where a line ends and the next one begins,
 * and of _lines_ from one place to another. Who looks for breaks looks for a way through it, as often as he likes; the widths
 * are added up and the ratios worked out once. A place is a break, told apart by the measures of the lines behind it.
 *
 * Numbers in columns: `places.x[place]` and `lines.x[line]`. Places are in order of the paragraph, the lines that lead to a place
 * in order of where they begin.
 */
export class PossibleLines {
  readonly places = {
    /** The item at which lines end here; −1 for the start. */
    item: [-1],
    /** Which measure the line has that begins here: its number as far as the measures differ. */
    measure: [0],
    /** Whether the lines that end here end with a hyphen. */
    flagged: [false],
    /** The first of the lines that lead here; the others follow by `lines.next`. */
    firstLine: [NO_LINE],
  };
  readonly lines: Lines;
  /** The lines that are wider than their measure though all their shrink is used: hardly ever any. */
  readonly overfull = new Set<number>();
  /** What `ratioOf` needs of each place, for the line that begins there. */
  private readonly begins = {
    width: [] as number[],
    stretch: [] as number[],
    shrink: [] as number[],
    spaceStretch: [] as number[],
    /** What the line gains in width by the break before it. */
    after: [] as number[],
    hang: [] as number[],
    room: [] as number[],
  };
  /** The first of the places at the end of the paragraph, which are the last ones; none when no way leads there. */
  readonly firstEnd: number;
  private readonly lastLine: number[] = [NO_LINE];
  private readonly sums = SUMS;
  /** The natural width of the whole paragraph. */
  private readonly whole: number;
  /** One for all items in turn: this is the innermost loop of the engine. */
  private readonly end = new LineEnd();

  constructor(
    private readonly items: readonly Item[],
    private readonly measure: Measure,
    private readonly costs: BreakCosts,
    /** The badness that no line exceeds; without limit there are overfull lines where nothing else fits. */
    private readonly tolerance: number,
  ) {
    this.sums.take(items);
    this.whole = this.sums.width[items.length - 1] ?? 0;
    this.lines = new Lines(LINES_TO_AN_ITEM * items.length);
    this.noteBegin(START);
    const active = [START];
    for (let item = 0; item < items.length && active.length > 0; item++) {
      if (isLegalBreak(items, item)) this.endLinesAt(item, active);
    }
    const end = this.places.item.indexOf(items.length - 1);
    this.firstEnd = end < 0 ? this.places.item.length : end;
  }

  /** The natural width of a last line that begins at a place, and what it lacks of its measure. */
  lastLineFrom(place: number): { readonly width: number; readonly lack: number } {
    const { width, after, room } = this.begins;
    const natural = this.whole - (width[place] ?? 0) + (after[place] ?? 0);
    return { width: natural, lack: (room[place] ?? 0) - natural };
  }

  /** Ends lines at an item, from every active place; those stay active from which a line may still end further on. */
  private endLinesAt(item: number, active: number[]): void {
    const end = this.endAt(item);
    const firstNew = this.places.item.length;
    let staying = 0;
    let fits = false;
    let [nearest = START] = active;
    let least = -Infinity;
    for (const place of active) {
      const ratio = this.ratioOf(place, end);
      if (ratio < -1) {
        if (ratio > least) [nearest, least] = [place, ratio];
        if (!end.forced && !this.isOutgrown(place, end)) active[staying++] = place;
        continue;
      }
      fits = true;
      if (!end.forced) active[staying++] = place;
      if (badnessOf(ratio) <= this.tolerance) this.addLine(place, item, ratio);
    }
    // Nothing fits: rather an overfull line, which is reported, than no lines at all. But first the tolerance is given up.
    if (!fits && this.tolerance === Infinity) this.overfull.add(this.addLine(nearest, item, -1, OVERFULL));
    for (let place = firstNew; place < this.places.item.length; place++) active[staying++] = place;
    active.length = staying;
  }

  /**
   * Whether every line from a place that ends here or further on is overfull. Boxes only add to its width, but a line that is too wide
   * with a hyphen may fit without one, or where more hangs out of it: TeX gives such a place up (The TeXbook, ch. 14).
   */
  private isOutgrown(place: number, end: LineEnd): boolean {
    const { begins, sums } = this;
    const width = end.width - (begins.width[place] ?? 0) + (begins.after[place] ?? 0);
    const room = (begins.room[place] ?? 0) + (begins.hang[place] ?? 0) + sums.relief;
    return width - room > end.shrink - (begins.shrink[place] ?? 0);
  }

  private addLine(from: number, item: number, ratio: number, dearer = 0): number {
    const { lines, lastLine, places } = this;
    const line = lines.add(from, ratio, demeritsOf(ratio, this.items[item], this.costs) + dearer);
    const to = this.placeAt(item, Math.min((places.measure[from] ?? 0) + 1, this.measure.sameFrom));
    const last = lastLine[to] ?? NO_LINE;
    if (last === NO_LINE) places.firstLine[to] = line;
    else lines.next[last] = line;
    lastLine[to] = line;
    return line;
  }

  /** The place at an item before lines of a measure; a new one where there is none yet. */
  private placeAt(item: number, measure: number): number {
    const { places, lastLine } = this;
    const size = places.item.length;
    for (let place = size - 1; places.item[place] === item; place--) {
      if (places.measure[place] === measure) return place;
    }
    const end = this.items[item];
    places.item.push(item);
    places.measure.push(measure);
    places.flagged.push(end?.kind === "penalty" && end.flagged);
    places.firstLine.push(NO_LINE);
    lastLine.push(NO_LINE);
    this.noteBegin(size);
    return size;
  }

  private noteBegin(place: number): void {
    const { begins, sums, items } = this;
    const item = this.places.item[place] ?? 0;
    const start = item < 0 ? 0 : (sums.nextBox[item] ?? 0);
    const [before, first] = [items[item], items[start]];
    begins.width.push(sums.width[start] ?? 0);
    begins.stretch.push(sums.stretch[start] ?? 0);
    begins.shrink.push(sums.shrink[start] ?? 0);
    begins.spaceStretch.push(sums.spaceStretch[start] ?? 0);
    begins.after.push(before?.kind === "penalty" ? before.after : 0);
    begins.hang.push(first?.kind === "box" ? first.hangLeft : 0);
    begins.room.push(this.measure.width(this.places.measure[place] ?? 0));
  }

  private endAt(item: number): LineEnd {
    const { items, sums, end } = this;
    const [own, last] = [items[item], items[item - 1]];
    const broken = own?.kind === "penalty" ? own : undefined;
    end.width = sums.width[item] ?? 0;
    end.stretch = sums.stretch[item] ?? 0;
    end.shrink = sums.shrink[item] ?? 0;
    end.spaceStretch = sums.spaceStretch[item] ?? 0;
    end.gain = broken?.width ?? 0;
    end.gainStretch = broken?.stretch ?? 0;
    end.gainShrink = broken?.shrink ?? 0;
    end.hang = broken?.hangRight ?? (last?.kind === "box" ? last.hangRight : 0);
    end.forced = broken?.cost === -FORBIDDEN;
    return end;
  }

  /** The adjustment ratio of the line from a place to an end: −1 uses all shrink, 1 all stretch. */
  private ratioOf(place: number, end: LineEnd): number {
    const { begins } = this;
    const width = end.width - (begins.width[place] ?? 0) + (begins.after[place] ?? 0) + end.gain;
    const wanted = (begins.room[place] ?? 0) + ((begins.hang[place] ?? 0) + end.hang) - width;
    if (wanted <= 0) return adjustmentRatio(wanted, end.shrink - (begins.shrink[place] ?? 0) + end.gainShrink);
    const give = end.stretch - (begins.stretch[place] ?? 0) + end.gainStretch;
    if (wanted <= give) return adjustmentRatio(wanted, give);
    // Letters give no more than they may; what is left over, and what reads badly, is in the word spaces.
    const spaces = end.spaceStretch - (begins.spaceStretch[place] ?? 0) + end.gainStretch;
    return adjustmentRatio(wanted - (give - spaces), spaces);
  }
}

/** So many lines end at most items; where there are more, the columns grow. */
const LINES_TO_AN_ITEM = 3;

/** Lines in columns: `ratio[line]`. */
class Lines {
  /** The place where a line begins. */
  from: Int32Array;
  ratio: Float64Array;
  /** What it costs whatever stands before it. */
  demerits: Float64Array;
  /** The next of the lines that end where this one does. */
  next: Int32Array;
  private size = 0;

  constructor(capacity: number) {
    this.from = new Int32Array(capacity);
    this.ratio = new Float64Array(capacity);
    this.demerits = new Float64Array(capacity);
    this.next = new Int32Array(capacity);
  }

  /** Adds a line, and gives its number. */
  add(from: number, ratio: number, demerits: number): number {
    if (this.size === this.from.length) this.grow();
    const line = this.size++;
    this.from[line] = from;
    this.ratio[line] = ratio;
    this.demerits[line] = demerits;
    this.next[line] = NO_LINE;
    return line;
  }

  private grow(): void {
    const larger = new Lines(2 * this.size + 1);
    larger.from.set(this.from);
    larger.ratio.set(this.ratio);
    larger.demerits.set(this.demerits);
    larger.next.set(this.next);
    [this.from, this.ratio, this.demerits, this.next] = [larger.from, larger.ratio, larger.demerits, larger.next];
  }
}

/** What `ratioOf` needs of the item at which lines are to end. */
class LineEnd {
  width = 0;
  stretch = 0;
  shrink = 0;
  spaceStretch = 0;
  /** What the break itself puts into the line: a hyphen's width and the like. */
  gain = 0;
  gainStretch = 0;
  gainShrink = 0;
  hang = 0;
  forced = false;
}

function adjustmentRatio(wanted: number, give: number): number {
  if (Math.abs(wanted) < ROUNDING) return 0;
  if (give > 0) return wanted > 0 ? Math.min(wanted / give, RIGID) : wanted / give;
  return wanted > 0 ? RIGID : -Infinity;
}

function isLegalBreak(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.kind === "penalty") return item.cost < FORBIDDEN;
  return item?.kind === "glue" && items[index - 1]?.kind === "box";
}

/** Totals of everything before an item, and where a line begins that follows a break at it: at the next box. */
class Sums {
  width = new Float64Array(0);
  stretch = new Float64Array(0);
  shrink = new Float64Array(0);
  /** What of the stretch is in word spaces. */
  spaceStretch = new Float64Array(0);
  nextBox = new Int32Array(0);
  /** The most that an end can take back of its line's width: by what hangs, and by a break that makes it narrower. */
  relief = 0;

  /** Adds up the items of a paragraph, in the place of those of the one before. */
  take(items: readonly Item[]): void {
    if (this.width.length <= items.length) this.grow(2 * items.length + 1);
    this.nextBox[items.length] = items.length;
    let [width, stretch, shrink, spaceStretch] = [0, 0, 0, 0];
    let [hang, loss] = [0, 0];
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (item !== undefined && item.kind !== "penalty") {
        width += item.width;
        stretch += item.stretch;
        shrink += item.shrink;
        if (item.kind === "glue") spaceStretch += item.stretch;
        else hang = Math.max(hang, item.hangRight);
      } else if (item !== undefined) {
        hang = Math.max(hang, item.hangRight ?? 0);
        loss = Math.max(loss, item.shrink - item.width);
      }
      this.width[index + 1] = width;
      this.stretch[index + 1] = stretch;
      this.shrink[index + 1] = shrink;
      this.spaceStretch[index + 1] = spaceStretch;
    }
    this.relief = hang + loss;
    for (let index = items.length - 1; index >= 0; index--) {
      this.nextBox[index] = items[index]?.kind === "box" ? index : (this.nextBox[index + 1] ?? 0);
    }
  }
  private grow(size: number): void {
    this.width = new Float64Array(size);
    this.stretch = new Float64Array(size);
    this.shrink = new Float64Array(size);
    this.spaceStretch = new Float64Array(size);
    this.nextBox = new Int32Array(size);
  }
}

/** One for all paragraphs in turn: it is used while the lines of one are looked for, and to ask for memory took as long as to fill it. */
const SUMS = new Sums();

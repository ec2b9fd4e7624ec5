import { badnessOf, demeritsOf, OVERFULL, ROUNDING, type BreakCosts } from "./break-costs.ts";
import {
  AS_BEFORE,
  BOX,
  COST,
  FIELDS,
  FLAGGED_PENALTY,
  FORBIDDEN,
  GAIN,
  GLUE,
  HANG,
  PENALTY,
  SHRINK,
  STRETCH,
  WIDTH,
  type ItemRow,
} from "./items.ts";

/** Widths of the lines; from line `sameFrom` on they are all equal. Lines count from 0. */
export interface Measure {
  readonly width: (line: number) => number;
  readonly sameFrom: number;
}

/** The place before the first item, where the first line begins. */
export const START = 0;

/**
 * Every line that a paragraph could have within a tolerance: a graph of _places_, where a line ends and the next one begins,
 * and of _lines_ from one place to another. Who looks for breaks looks for a way through it, as often as he likes; the widths
 * are added up and the ratios worked out once. A place is a break, told apart by the measures of the lines behind it.
 *
 * Numbers in columns: `places.item[place]` and `lines.ratio[line]`. Places are in order of the paragraph, lines in order of the places
 * that they lead to, and of those that they come from.
 */
export interface PossibleLines {
  readonly places: {
    /** The item at which lines end here; −1 for the start. */
    readonly item: Int32Array;
    /** 1 where the lines that end here end with a hyphen. */
    readonly flagged: Uint8Array;
    /** The first of the lines that lead here: the others follow it, up to the next place's first one. One more than places. */
    readonly firstLine: Int32Array;
  };
  readonly lines: {
    /** The place where a line begins. */
    readonly from: Int32Array;
    readonly ratio: Float64Array;
    /** What it costs whatever stands before it. */
    readonly demerits: Float64Array;
  };
  /** The first of the places at the end of the paragraph, which are the last ones; behind all when no way leads there. */
  readonly firstEnd: number;
  /** The lines that end the paragraph, from the first one on. */
  readonly lastLines: readonly LastLine[];
  /** The lines that are wider than their measure though all their shrink is used: hardly ever any. */
  readonly overfull: ReadonlySet<number>;
}

/** The natural width of a last line, and what it lacks of its measure. */
export interface LastLine {
  readonly width: number;
  readonly lack: number;
}

/**
 * Finds the lines of a paragraph of these rows of items; without limit of badness (`tolerance`) there are overfull lines where
 * nothing else fits.
 */
export function possibleLines(
  rows: readonly ItemRow[],
  measure: Measure,
  costs: BreakCosts,
  tolerance: number,
): PossibleLines {
  let count = 0;
  for (const row of rows) count += row.count;
  const most = (count + 1) * (measure.sameFrom + 1);
  if (sums.room <= count) sums = sumsFor(2 * count + 1);
  if (places.room < most) places = placesFor(2 * most);
  addUp(rows, sums);
  return new LineFinder(count, measure, costs, tolerance).found();
}

/** The ratio of a line that must be stretched and has nothing that stretches. */
const RIGID = 100;

class LineFinder {
  private readonly sums = sums;
  private readonly places = places;
  private readonly lines = LINES;
  private readonly lastLines: LastLine[] = [];
  private readonly overfull = new Set<number>();

  constructor(
    private readonly count: number,
    private readonly measure: Measure,
    private readonly costs: BreakCosts,
    private readonly tolerance: number,
  ) {
    this.places.size = 0;
    this.places.active = 0;
    this.lines.size = 0;
    this.addPlace(-1, 0);
    activate(this.places, START);
    const { cost } = this.sums;
    for (let item = 0; item < count && this.places.active > 0; item++) {
      if ((cost[item] ?? FORBIDDEN) < FORBIDDEN) this.endLinesAt(item);
    }
  }

  found(): PossibleLines {
    const { places, lines, lastLines, overfull } = this;
    const [count, size] = [places.size, lines.size];
    places.firstLine[count] = size;
    // One piece of memory for all columns: a paragraph has few lines, and to ask for a piece takes as long as to fill it.
    const memory = new ArrayBuffer(size * (8 + 8 + 4) + count * (4 + 4 + 1) + 4);
    const ratio = new Float64Array(memory, 0, size);
    const demerits = new Float64Array(memory, 8 * size, size);
    const from = new Int32Array(memory, 16 * size, size);
    const item = new Int32Array(memory, 20 * size, count);
    const firstLine = new Int32Array(memory, 20 * size + 4 * count, count + 1);
    const flagged = new Uint8Array(memory, 20 * size + 8 * count + 4, count);
    ratio.set(lines.ratio.subarray(0, size));
    demerits.set(lines.demerits.subarray(0, size));
    from.set(lines.from.subarray(0, size));
    item.set(places.item.subarray(0, count));
    firstLine.set(places.firstLine.subarray(0, count + 1));
    flagged.set(places.flagged.subarray(0, count));
    const end = item.indexOf(this.count - 1);
    const firstEnd = end < 0 ? count : end;
    return { places: { item, flagged, firstLine }, lines: { from, ratio, demerits }, firstEnd, lastLines, overfull };
  }

  /** Ends lines at an item, from every active place; those stay active from which a line may still end further on. */
  private endLinesAt(item: number): void {
    const { places, sums, tolerance } = this;
    const { actives, active } = places;
    const { sameFrom } = this.measure;
    const firstNew = places.size;
    let fits = false;
    let gone = false;
    let nearest = actives[0] ?? START;
    let least = -Infinity;
    // By the measure behind the line, so that the lines to each place come together; mostly there is but one.
    for (let measure = Math.min(1, sameFrom); measure <= sameFrom; measure++) {
      let isNew = true;
      for (let index = 0; index < active; index++) {
        const place = actives[index] ?? START;
        if (sameFrom > 1 && Math.min((places.measure[place] ?? 0) + 1, sameFrom) !== measure) continue;
        const ratio = ratioOf(places, place, sums, item);
        if (ratio < -1) {
          if (ratio > least) {
            nearest = place;
            least = ratio;
          }
          if (!this.isOutgrown(place, item)) continue;
          places.gone[place] = 1;
          gone = true;
          continue;
        }
        fits = true;
        if (badnessOf(ratio) > tolerance) continue;
        if (isNew) this.addPlace(item, measure);
        isNew = false;
        this.addLine(place, ratio, item);
      }
    }
    // Nothing fits: rather an overfull line, which is reported, than no lines at all. But first the tolerance is given up.
    if (!fits && tolerance === Infinity) {
      this.addPlace(item, Math.min((places.measure[nearest] ?? 0) + 1, sameFrom));
      this.overfull.add(this.addLine(nearest, -1, item, OVERFULL));
    }
    if (sums.cost[item] === -FORBIDDEN) places.active = 0;
    else if (gone) dropGone(places);
    for (let place = firstNew; place < places.size; place++) activate(places, place);
  }

  /**
   * Whether every line from a place that ends here or further on is overfull. Boxes only add to its width, but a line that is too wide
   * with a hyphen may fit without one, or where more hangs out of it: TeX gives such a place up (The TeXbook, ch. 14).
   */
  private isOutgrown(place: number, item: number): boolean {
    const { places, sums } = this;
    const wanted = (places.reach[place] ?? 0) - (sums.width[item] ?? 0) + sums.relief;
    return -wanted > (sums.shrink[item] ?? 0) - (places.shrink[place] ?? 0);
  }

  private addLine(from: number, ratio: number, item: number, dearer = 0): number {
    const cost = this.sums.cost[item] ?? 0;
    if (cost === -FORBIDDEN) this.lastLines.push(this.lastLineFrom(from));
    return this.lines.add(from, ratio, demeritsOf(ratio, cost, this.costs) + dearer);
  }

  private lastLineFrom(place: number): LastLine {
    const width = this.sums.whole - (this.places.width[place] ?? 0);
    return { width, lack: this.measure.width(this.places.measure[place] ?? 0) - width };
  }

  /** A new place, at an item and before lines of a measure. */
  private addPlace(item: number, measure: number): number {
    const { places, sums } = this;
    const place = places.size++;
    const start = this.lineBehind(item);
    places.item[place] = item;
    places.measure[place] = measure;
    places.flagged[place] = sums.kind[item] === FLAGGED_PENALTY ? 1 : 0;
    places.firstLine[place] = this.lines.size;
    places.gone[place] = 0;
    const width = (sums.width[start] ?? 0) - (item < 0 ? 0 : (sums.gain[item] ?? 0));
    places.width[place] = width;
    places.reach[place] = width + this.measure.width(measure) + (sums.gain[start] ?? 0);
    places.stretch[place] = sums.stretch[start] ?? 0;
    places.shrink[place] = sums.shrink[start] ?? 0;
    places.spaceStretch[place] = sums.spaceStretch[start] ?? 0;
    return place;
  }

  /** Where a line begins that follows an end at an item: at the next box, and the first one at the start, whatever stands there. */
  private lineBehind(item: number): number {
    const { kind } = this.sums;
    let start = Math.max(0, item);
    while (item >= 0 && start < this.count && kind[start] !== BOX) start++;
    return start;
  }
}

/** The adjustment ratio of the line from a place to an item: −1 uses all shrink, 1 all stretch. */
function ratioOf(from: Places, place: number, to: Sums, item: number): number {
  const wanted = (from.reach[place] ?? 0) - (to.reach[item] ?? 0);
  if (wanted <= 0) return adjustmentRatio(wanted, (to.shrinkTo[item] ?? 0) - (from.shrink[place] ?? 0));
  const give = (to.stretchTo[item] ?? 0) - (from.stretch[place] ?? 0);
  if (wanted <= give) return adjustmentRatio(wanted, give);
  // Letters give no more than they may; what is left over, and what reads badly, is in the word spaces.
  const spaces = (to.spaceStretchTo[item] ?? 0) - (from.spaceStretch[place] ?? 0);
  return adjustmentRatio(wanted - (give - spaces), spaces);
}

function adjustmentRatio(wanted: number, give: number): number {
  if (Math.abs(wanted) < ROUNDING) return 0;
  if (give > 0) return wanted > 0 ? Math.min(wanted / give, RIGID) : wanted / give;
  return wanted > 0 ? RIGID : -Infinity;
}

/** What the items of a paragraph come to, in columns: `width[item]`. There is one more of each, for what stands behind the last. */
type Sums = ReturnType<typeof sumsFor>;

function sumsFor(room: number) {
  return {
    room,
    kind: new Uint8Array(room),
    /** Totals of everything before an item, and of the stretch what is in word spaces. */
    width: new Float64Array(room),
    stretch: new Float64Array(room),
    shrink: new Float64Array(room),
    spaceStretch: new Float64Array(room),
    /** The price of a line's end at an item: FORBIDDEN where there can be none. */
    cost: new Float64Array(room),
    /** The totals with such an end, which may put in a hyphen; of the width without what hangs out. */
    reach: new Float64Array(room),
    stretchTo: new Float64Array(room),
    shrinkTo: new Float64Array(room),
    spaceStretchTo: new Float64Array(room),
    /** What hangs out of a line of which an item is the last one. */
    hang: new Float64Array(room),
    /** What a line gains that begins with an item, or behind it. */
    gain: new Float64Array(room),
    /** The most that an end can take back of its line's width: by what hangs, and by a break that makes it narrower. */
    relief: 0,
    /** The natural width of the whole paragraph, but for its last item. */
    whole: 0,
  };
}

/** Adds up the items of a paragraph, in the place of those of the one before. */
function addUp(rows: readonly ItemRow[], sums: Sums): void {
  let [item, hang, loss] = [0, 0, 0];
  for (const { numbers } of rows) {
    for (let at = 0; at < numbers.length; at += FIELDS, item++) {
      const kind = numbers[at] ?? BOX;
      sums.kind[item] = kind;
      sums.gain[item] = numbers[at + GAIN] ?? 0;
      hang = Math.max(hang, numbers[at + HANG] ?? 0);
      if (kind < PENALTY) addPrinted(sums, item, numbers, at);
      else {
        addPenalty(sums, item, numbers, at);
        loss = Math.max(loss, (numbers[at + SHRINK] ?? 0) - (numbers[at + WIDTH] ?? 0));
      }
    }
  }
  sums.gain[item] = 0;
  sums.relief = hang + loss;
  sums.whole = sums.width[item - 1] ?? 0;
}

/** Adds a box, or a space; lines may end at that behind a box. */
function addPrinted(sums: Sums, item: number, numbers: readonly number[], at: number): void {
  const isSpace = numbers[at] === GLUE;
  const endsLine = isSpace && item > 0 && sums.kind[item - 1] === BOX;
  const width = sums.width[item] ?? 0;
  const stretch = sums.stretch[item] ?? 0;
  const shrink = sums.shrink[item] ?? 0;
  const spaceStretch = sums.spaceStretch[item] ?? 0;
  sums.cost[item] = endsLine ? 0 : FORBIDDEN;
  sums.reach[item] = endsLine ? width - hangBefore(sums, item) : width;
  sums.stretchTo[item] = stretch;
  sums.shrinkTo[item] = shrink;
  sums.spaceStretchTo[item] = spaceStretch;
  sums.hang[item] = numbers[at + HANG] ?? 0;
  const ownStretch = numbers[at + STRETCH] ?? 0;
  sums.width[item + 1] = width + (numbers[at + WIDTH] ?? 0);
  sums.stretch[item + 1] = stretch + ownStretch;
  sums.shrink[item + 1] = shrink + (numbers[at + SHRINK] ?? 0);
  sums.spaceStretch[item + 1] = isSpace ? spaceStretch + ownStretch : spaceStretch;
}

/** Adds a place where lines may end: it is printed only where they do, so that the totals behind it are those before it. */
function addPenalty(sums: Sums, item: number, numbers: readonly number[], at: number): void {
  const width = sums.width[item] ?? 0;
  const stretch = sums.stretch[item] ?? 0;
  const shrink = sums.shrink[item] ?? 0;
  const spaceStretch = sums.spaceStretch[item] ?? 0;
  const ownHang = numbers[at + HANG] ?? AS_BEFORE;
  const ownStretch = numbers[at + STRETCH] ?? 0;
  sums.cost[item] = numbers[at + COST] ?? 0;
  sums.reach[item] = width + (numbers[at + WIDTH] ?? 0) - (ownHang === AS_BEFORE ? hangBefore(sums, item) : ownHang);
  sums.stretchTo[item] = stretch + ownStretch;
  sums.shrinkTo[item] = shrink + (numbers[at + SHRINK] ?? 0);
  sums.spaceStretchTo[item] = spaceStretch + ownStretch;
  sums.hang[item] = 0;
  sums.width[item + 1] = width;
  sums.stretch[item + 1] = stretch;
  sums.shrink[item + 1] = shrink;
  sums.spaceStretch[item + 1] = spaceStretch;
}

function hangBefore(sums: Sums, item: number): number {
  return item > 0 ? (sums.hang[item - 1] ?? 0) : 0;
}

/** The places of a paragraph while its lines are looked for, and of each what `ratioOf` needs for the line that begins there. */
type Places = ReturnType<typeof placesFor>;

function placesFor(room: number) {
  return {
    /** So many places can be noted. */
    room,
    size: 0,
    item: new Int32Array(room),
    /** Which measure the line has that begins here: its number as far as the measures differ. */
    measure: new Int32Array(room),
    flagged: new Uint8Array(room),
    /** One more than places. */
    firstLine: new Int32Array(room + 1),
    /** What stands before the line, without what it gains in width by the break before it. */
    width: new Float64Array(room),
    /** The same with the measure, and what hangs out of its left edge. */
    reach: new Float64Array(room),
    stretch: new Float64Array(room),
    shrink: new Float64Array(room),
    spaceStretch: new Float64Array(room),
    /** The places from which lines may still end, and how many they are. */
    actives: new Int32Array(room),
    active: 0,
    /** 1 for an active place from which no further line fits. */
    gone: new Uint8Array(room),
  };
}

function activate(places: Places, place: number): void {
  places.actives[places.active++] = place;
}

function dropGone(places: Places): void {
  const { actives, gone } = places;
  let staying = 0;
  for (let index = 0; index < places.active; index++) {
    const place = actives[index] ?? START;
    if (gone[place] === 0) actives[staying++] = place;
  }
  places.active = staying;
}

/** The lines of a paragraph while they are looked for. */
class Lines {
  from = new Int32Array(0);
  ratio = new Float64Array(0);
  demerits = new Float64Array(0);
  size = 0;

  /** Adds a line, and gives its number. */
  add(from: number, ratio: number, demerits: number): number {
    if (this.size === this.from.length) this.grow(2 * this.size + 1024);
    const line = this.size++;
    this.from[line] = from;
    this.ratio[line] = ratio;
    this.demerits[line] = demerits;
    return line;
  }

  private grow(size: number): void {
    const [from, ratio, demerits] = [new Int32Array(size), new Float64Array(size), new Float64Array(size)];
    from.set(this.from);
    ratio.set(this.ratio);
    demerits.set(this.demerits);
    [this.from, this.ratio, this.demerits] = [from, ratio, demerits];
  }
}

// One of each for all paragraphs in turn, for the lines of one are found before the next is begun: to ask for memory took as long as to fill it.
let sums = sumsFor(0);
let places = placesFor(0);
const LINES = new Lines();

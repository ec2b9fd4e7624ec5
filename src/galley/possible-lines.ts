import { badnessOf, demeritsOf, OVERFULL, ROUNDING, type BreakCosts } from "./break-costs.ts";
import { FORBIDDEN, type Item } from "./items.ts";

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

/** Finds the lines of a paragraph; without limit of badness (`tolerance`) there are overfull lines where nothing else fits. */
export function possibleLines(
  items: readonly Item[],
  measure: Measure,
  costs: BreakCosts,
  tolerance: number,
): PossibleLines {
  const most = (items.length + 1) * (measure.sameFrom + 1);
  if (sums.width.length <= items.length) sums = sumsFor(2 * items.length + 1);
  if (places.room < most) places = placesFor(2 * most);
  addUp(items, sums);
  return new LineFinder(items, measure, costs, tolerance).found();
}

/** The ratio of a line that must be stretched and has nothing that stretches. */
const RIGID = 100;

class LineFinder {
  private readonly sums = sums;
  private readonly places = places;
  private readonly lines = LINES;
  /** One for all items in turn: this is the innermost loop of the engine. */
  private readonly end = new LineEnd();
  private readonly lastLines: LastLine[] = [];
  private readonly overfull = new Set<number>();

  constructor(
    private readonly items: readonly Item[],
    private readonly measure: Measure,
    private readonly costs: BreakCosts,
    private readonly tolerance: number,
  ) {
    this.places.size = 0;
    this.places.active = 0;
    this.lines.size = 0;
    this.addPlace(-1, 0);
    activate(this.places, START);
    for (let item = 0; item < items.length && this.places.active > 0; item++) {
      if (isLegalBreak(items, item)) this.endLinesAt(item);
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
    const end = item.indexOf(this.items.length - 1);
    const firstEnd = end < 0 ? count : end;
    return { places: { item, flagged, firstLine }, lines: { from, ratio, demerits }, firstEnd, lastLines, overfull };
  }

  /** Ends lines at an item, from every active place; those stay active from which a line may still end further on. */
  private endLinesAt(item: number): void {
    const { places, tolerance } = this;
    const { actives, active } = places;
    const { sameFrom } = this.measure;
    const end = this.endAt(item);
    const firstNew = places.size;
    let [fits, gone] = [false, false];
    let [nearest, least] = [actives[0] ?? START, -Infinity];
    // By the measure behind the line, so that the lines to each place come together; mostly there is but one.
    for (let measure = Math.min(1, sameFrom); measure <= sameFrom; measure++) {
      let isNew = true;
      for (let index = 0; index < active; index++) {
        const place = actives[index] ?? START;
        if (sameFrom > 1 && Math.min((places.measure[place] ?? 0) + 1, sameFrom) !== measure) continue;
        const ratio = ratioOf(places, place, end);
        if (ratio < -1) {
          if (ratio > least) [nearest, least] = [place, ratio];
          if (!this.isOutgrown(place, end)) continue;
          places.gone[place] = 1;
          gone = true;
          continue;
        }
        fits = true;
        if (badnessOf(ratio) > tolerance) continue;
        if (isNew) this.addPlace(item, measure);
        isNew = false;
        this.addLine(place, ratio, end);
      }
    }
    // Nothing fits: rather an overfull line, which is reported, than no lines at all. But first the tolerance is given up.
    if (!fits && tolerance === Infinity) {
      this.addPlace(item, Math.min((places.measure[nearest] ?? 0) + 1, sameFrom));
      this.overfull.add(this.addLine(nearest, -1, end, OVERFULL));
    }
    if (end.forced) places.active = 0;
    else if (gone) dropGone(places);
    for (let place = firstNew; place < places.size; place++) activate(places, place);
  }

  /**
   * Whether every line from a place that ends here or further on is overfull. Boxes only add to its width, but a line that is too wide
   * with a hyphen may fit without one, or where more hangs out of it: TeX gives such a place up (The TeXbook, ch. 14).
   */
  private isOutgrown(place: number, end: LineEnd): boolean {
    const { places, sums } = this;
    const wanted = (places.reach[place] ?? 0) - end.width + sums.relief;
    return -wanted > end.shrink - (places.shrink[place] ?? 0);
  }

  private addLine(from: number, ratio: number, end: LineEnd, dearer = 0): number {
    if (end.forced) this.lastLines.push(this.lastLineFrom(from));
    return this.lines.add(from, ratio, demeritsOf(ratio, end.item, this.costs) + dearer);
  }

  private lastLineFrom(place: number): LastLine {
    const width = this.sums.whole - (this.places.width[place] ?? 0);
    return { width, lack: this.measure.width(this.places.measure[place] ?? 0) - width };
  }

  /** A new place, at an item and before lines of a measure. */
  private addPlace(item: number, measure: number): number {
    const { places, sums, items } = this;
    const place = places.size++;
    const start = item < 0 ? 0 : (sums.nextBox[item] ?? 0);
    const [before, first] = [items[item], items[start]];
    places.item[place] = item;
    places.measure[place] = measure;
    places.flagged[place] = before?.kind === "penalty" && before.flagged ? 1 : 0;
    places.firstLine[place] = this.lines.size;
    places.gone[place] = 0;
    const width = (sums.width[start] ?? 0) - (before?.kind === "penalty" ? before.after : 0);
    places.width[place] = width;
    places.reach[place] = width + this.measure.width(measure) + (first?.kind === "box" ? first.hangLeft : 0);
    places.stretch[place] = sums.stretch[start] ?? 0;
    places.shrink[place] = sums.shrink[start] ?? 0;
    places.spaceStretch[place] = sums.spaceStretch[start] ?? 0;
    return place;
  }

  private endAt(item: number): LineEnd {
    const { items, sums, end } = this;
    const [own, last] = [items[item], items[item - 1]];
    const broken = own?.kind === "penalty" ? own : undefined;
    const [stretch, shrink] = [broken?.stretch ?? 0, broken?.shrink ?? 0];
    end.item = own;
    end.width = sums.width[item] ?? 0;
    end.shrink = sums.shrink[item] ?? 0;
    end.reach = end.width + (broken?.width ?? 0) - (broken?.hangRight ?? (last?.kind === "box" ? last.hangRight : 0));
    end.stretchTo = (sums.stretch[item] ?? 0) + stretch;
    end.shrinkTo = end.shrink + shrink;
    end.spaceStretchTo = (sums.spaceStretch[item] ?? 0) + stretch;
    end.forced = broken?.cost === -FORBIDDEN;
    return end;
  }
}

/** The adjustment ratio of the line from a place to an end: −1 uses all shrink, 1 all stretch. */
function ratioOf({ reach, stretch, shrink, spaceStretch }: Places, place: number, end: LineEnd): number {
  const wanted = (reach[place] ?? 0) - end.reach;
  if (wanted <= 0) return adjustmentRatio(wanted, end.shrinkTo - (shrink[place] ?? 0));
  const give = end.stretchTo - (stretch[place] ?? 0);
  if (wanted <= give) return adjustmentRatio(wanted, give);
  // Letters give no more than they may; what is left over, and what reads badly, is in the word spaces.
  const spaces = end.spaceStretchTo - (spaceStretch[place] ?? 0);
  return adjustmentRatio(wanted - (give - spaces), spaces);
}

/** What `ratioOf` needs of the item at which lines are to end. */
class LineEnd {
  item: Item | undefined;
  width = 0;
  shrink = 0;
  /** What is before it and with the break itself, which may put in a hyphen; of the width without what hangs out. */
  reach = 0;
  stretchTo = 0;
  shrinkTo = 0;
  spaceStretchTo = 0;
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
type Sums = ReturnType<typeof sumsFor>;

function sumsFor(size: number) {
  return {
    width: new Float64Array(size),
    stretch: new Float64Array(size),
    shrink: new Float64Array(size),
    /** What of the stretch is in word spaces. */
    spaceStretch: new Float64Array(size),
    nextBox: new Int32Array(size),
    /** The most that an end can take back of its line's width: by what hangs, and by a break that makes it narrower. */
    relief: 0,
    /** The natural width of the whole paragraph, but for its last item. */
    whole: 0,
  };
}

/** Adds up the items of a paragraph, in the place of those of the one before. */
function addUp(items: readonly Item[], sums: Sums): void {
  const { nextBox } = sums;
  let [width, stretch, shrink, spaceStretch] = [0, 0, 0, 0];
  let [hang, loss] = [0, 0];
  let waiting = 0;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item?.kind === "penalty") {
      hang = Math.max(hang, item.hangRight ?? 0);
      loss = Math.max(loss, item.shrink - item.width);
    } else if (item !== undefined) {
      width += item.width;
      stretch += item.stretch;
      shrink += item.shrink;
      if (item.kind === "glue") spaceStretch += item.stretch;
      else {
        hang = Math.max(hang, item.hangRight);
        while (waiting <= index) nextBox[waiting++] = index;
      }
    }
    sums.width[index + 1] = width;
    sums.stretch[index + 1] = stretch;
    sums.shrink[index + 1] = shrink;
    sums.spaceStretch[index + 1] = spaceStretch;
  }
  nextBox.fill(items.length, waiting, items.length + 1);
  sums.relief = hang + loss;
  sums.whole = sums.width[items.length - 1] ?? 0;
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

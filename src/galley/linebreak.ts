import {
  DECENT,
  demeritsBeside,
  FITNESS_CLASSES,
  fitnessClass,
  lastLineDemerits,
  type BreakCosts,
  type LastLineCosts,
} from "./break-costs.ts";
import type { ItemRow } from "./items.ts";
import { possibleLines, START, type Measure, type PossibleLines } from "./possible-lines.ts";

/**
 * Optimal line breaks over a whole paragraph after Knuth & Plass, Breaking Paragraphs into Lines (Software: Practice and
 * Experience 11, 1981), with these departures: boxes may give (letterfit, glyph scaling) and hang out of the line
 * (optical margins); beyond the limits a line is as bad as its word spaces, which alone give there; the length of a
 * ladder of hyphens is part of the state, so that its limit is kept exactly; how many lines there are to be may be asked.
 *
 * Which lines are possible (possible-lines.ts) is worked out first and once; what they cost (break-costs.ts) decides on the
 * way through them, for the paragraph as it comes best and for every number of lines that is asked for.
 */

/** A line of the result: it ends at `item`, set with the adjustment ratio `ratio` (−1 all shrink, 1 all stretch). */
export interface LineBreak {
  readonly item: number;
  readonly ratio: number;
  /** The line is wider than its measure though all its shrink is used. */
  readonly overfull: boolean;
}

export interface Breaks {
  readonly lines: readonly LineBreak[];
  readonly demerits: number;
}

/** A paragraph's best breaks, and those into other numbers of lines. */
export interface BrokenParagraph extends Breaks {
  /** Whether the tolerance had to be given up for some line. */
  readonly emergency: boolean;
  /**
   * The best breaks into exactly so many lines, within the tolerance where the paragraph has any breaks within it; its last
   * line may be weighed otherwise. Undefined when there are none. This is what TeX calls looseness.
   */
  readonly into: (lines: number, ending: LastLineCosts) => Breaks | undefined;
}

/**
 * Breaks a paragraph of these rows of items, whose last one forces a break. The result is the breaks with the least total of demerits among
 * those whose lines all stay within the tolerance; if there are none, among all. Of ways that cost the same it is the one
 * that is met first: whose last line begins the earliest.
 */
export function breakLines(rows: readonly ItemRow[], measure: Measure, costs: BreakCosts): BrokenParagraph {
  const within = new Search(rows, measure, costs, costs.tolerance);
  const breaks = within.best();
  if (breaks) return { ...breaks, emergency: false, into: within.into };
  const anyhow = new Search(rows, measure, costs, Infinity);
  return { ...(anyhow.best() ?? NO_LINES), emergency: costs.tolerance < Infinity, into: anyhow.into };
}

const NO_LINES = { lines: [], demerits: Infinity };

/** What stands for a way where there is none, and for a line. */
const NONE = -1;

/**
 * The best ways from the start, in columns: `demerits[way]`. Ways are kept by _stations_: a station is a place, and where a number
 * of lines is asked for a place behind so many lines. Of each it has a way for each class that must be kept apart because what
 * comes later may cost it differently: by fitness and ladder of the line that ends there. They stand together, from `firstAt[station]`.
 */
class Ways {
  demerits = new Float64Array(0);
  /** Fitness and ladder in one number: see `classOf`. */
  class = new Int32Array(0);
  /** The way's last line, and the way to where that begins. */
  line = new Int32Array(0);
  previous = new Int32Array(0);
  size = 0;
  firstAt = new Int32Array(0);
  /** The demerits of the cheapest way to each station; infinite where there is none. */
  least = new Float64Array(0);
  /** What each of the lines to the station that is being reached makes of it at least. */
  floor = new Float64Array(0);
  /** The way of each class at the station that is being reached. */
  byClass = new Int32Array(0);

  /** Forgets all ways but the one that has not begun, at the first of so many stations, and makes room for so many lines and classes. */
  restart(stations: number, lines: number, classes: number): void {
    this.size = 0;
    if (this.byClass.length !== classes) this.byClass = new Int32Array(classes);
    if (this.least.length < stations) {
      this.firstAt = new Int32Array(2 * stations + 1);
      this.least = new Float64Array(2 * stations);
    }
    if (this.floor.length < lines) this.floor = new Float64Array(2 * lines);
    this.firstAt[0] = 0;
    this.firstAt[1] = 1;
    this.least[0] = 0;
    this.add(0, classOf(DECENT, 0), NONE, NONE);
  }

  /** Adds a way to the station that is being reached, and gives its number. */
  add(demerits: number, own: number, line: number, previous: number): number {
    if (this.size === this.demerits.length) this.grow(2 * this.size + 4096);
    this.class[this.size] = own;
    this.put(this.size, demerits, line, previous);
    return this.size++;
  }

  /** Writes a way, also over a dearer one of the same class. */
  put(way: number, demerits: number, line: number, previous: number): void {
    this.demerits[way] = demerits;
    this.line[way] = line;
    this.previous[way] = previous;
  }

  private grow(capacity: number): void {
    const larger = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(capacity);
      grown.set(numbers);
      return grown;
    };
    const demerits = new Float64Array(capacity);
    demerits.set(this.demerits);
    this.demerits = demerits;
    [this.class, this.line, this.previous] = [larger(this.class), larger(this.line), larger(this.previous)];
  }
}

/** The class of a way: the fitness of its last line, and its ladder. */
function classOf(fitness: number, ladder: number): number {
  return (ladder << FITNESS_BITS) | fitness;
}

const FITNESS_BITS = 2;
const fitnessOf = (own: number): number => own & (FITNESS_CLASSES - 1);
const ladderOf = (own: number): number => own >> FITNESS_BITS;

/**
 * One for all searches in turn, for each is over before the next begins: to ask for memory took as long as to fill it. Most
 * paragraphs have fewer ways; where there are more, the columns grow.
 */
const WAYS = new Ways();

/** Which stations there are at each place: one, or one for each number of lines that may have led there. */
interface Stations {
  /** What a line counts: 1, or 0 where nobody asks how many there are. */
  readonly each: number;
  /** The least number of lines at each place, and the most. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The station of each place behind no lines, which need not be one that there is: the others follow it. */
  readonly base: Int32Array;
  /** How many there are in all. */
  readonly count: number;
}

/** The search for the best ways through the lines that a paragraph can have within a tolerance. */
class Search {
  private readonly possible: PossibleLines;
  private readonly costs: BreakCosts;
  private readonly tolerance: number;
  /** A ladder beyond its limit costs the same however long it is. */
  private readonly longestLadder: number;
  private spans: Spans | undefined;

  constructor(rows: readonly ItemRow[], measure: Measure, costs: BreakCosts, tolerance: number) {
    this.possible = possibleLines(rows, measure, costs, tolerance);
    this.costs = costs;
    this.tolerance = tolerance;
    this.longestLadder = costs.maxConsecutiveFlagged + 1;
  }

  best(): Breaks | undefined {
    const stations = onePerPlace(this.possible.firstEnd);
    this.goThrough(stations);
    return this.cheapestEnd(stations, 0, this.costs);
  }

  readonly into = (wanted: number, ending: LastLineCosts): Breaks | undefined => {
    this.spans ??= spansOf(this.possible);
    const { least, most } = this.spans.toEnd;
    if (wanted < (least[START] ?? 0) || wanted > (most[START] ?? 0)) return undefined;
    const stations = stationsWithin(this.spans, wanted, this.possible.firstEnd);
    this.goThrough(stations);
    return this.cheapestEnd(stations, wanted - 1, ending);
  };

  /** Finds the best ways to all stations of all places but the ends. */
  private goThrough(stations: Stations): void {
    const { firstEnd } = this.possible;
    WAYS.restart(stations.count, this.possible.lines.from.length, FITNESS_CLASSES * (this.longestLadder + 1));
    for (let place = START + 1; place < firstEnd; place++) {
      const most = stations.high[place] ?? 0;
      for (let count = stations.low[place] ?? 0; count <= most; count++) this.reach(place, count, stations);
    }
  }

  /** Goes each possible line to a station, behind each way to where it begins, and keeps the best of each class. */
  private reach(place: number, count: number, { each, low, high, base }: Stations): void {
    const { costs, longestLadder } = this;
    const { places, lines } = this.possible;
    const { from: begins, demerits: prices } = lines;
    const ways = WAYS;
    const { byClass, firstAt, least, floor } = ways;
    const before = count - each;
    const flagged = places.flagged[place] === 1;
    const limit = this.tolerance < Infinity ? costs.maxConsecutiveFlagged : longestLadder;
    const firstLine = places.firstLine[place] ?? 0;
    const pastLine = places.firstLine[place + 1] ?? 0;
    // Some way whose ladder is as short as can be here costs no more than this. Its fitness is all that a dearer way can have the better
    // of it: one that is dearer by more than fitness may cost will never be the best.
    let bound = Infinity;
    for (let line = firstLine; line < pastLine; line++) {
      const from = begins[line] ?? START;
      const open = before >= (low[from] ?? 0) && before <= (high[from] ?? 0);
      const under = open ? (least[(base[from] ?? 0) + before] ?? 0) + (prices[line] ?? 0) : Infinity;
      floor[line - firstLine] = under;
      if (under < bound && !(flagged && places.flagged[from] === 1)) bound = under;
    }
    bound += 2 * costs.fitness;
    byClass.fill(NONE);
    let best = Infinity;
    for (let line = firstLine; line < pastLine; line++) {
      const under = floor[line - firstLine] ?? 0;
      if (under > bound || under === Infinity) continue;
      const own = prices[line] ?? 0;
      const station = (base[begins[line] ?? START] ?? 0) + before;
      const fitness = fitnessClass(lines.ratio[line] ?? 0);
      const past = firstAt[station + 1] ?? 0;
      for (let way = firstAt[station] ?? 0; way < past; way++) {
        const demeritsBefore = ways.demerits[way] ?? 0;
        if (demeritsBefore + own > bound) continue;
        const classBefore = ways.class[way] ?? 0;
        const ladder = flagged ? Math.min(ladderOf(classBefore) + 1, longestLadder) : 0;
        if (ladder > limit) continue;
        const demerits = demeritsBefore + demeritsBeside(own, fitnessOf(classBefore), fitness, ladder, costs);
        if (ladder <= 1) bound = Math.min(bound, demerits + costs.fitness);
        best = Math.min(best, demerits);
        const key = classOf(fitness, ladder);
        const rival = byClass[key] ?? NONE;
        if (rival === NONE) byClass[key] = ways.add(demerits, key, line, way);
        else if (demerits < (ways.demerits[rival] ?? 0)) ways.put(rival, demerits, line, way);
      }
    }
    const station = (base[place] ?? 0) + count;
    least[station] = best;
    firstAt[station + 1] = ways.size;
  }

  /** The cheapest way on to the end of the paragraph, behind so many lines where they count. */
  private cheapestEnd({ each, low, high, base }: Stations, count: number, ending: LastLineCosts): Breaks | undefined {
    const { places, lines, firstEnd, overfull } = this.possible;
    const ways = WAYS;
    let best: { demerits: number; line: number; way: number } | undefined;
    const firstLast = places.firstLine[firstEnd] ?? 0;
    for (let line = firstLast; line < lines.from.length; line++) {
      const from = lines.from[line] ?? START;
      if (count < (low[from] ?? 0) || count > (high[from] ?? 0)) continue;
      if (each > 0 && overfull.has(line)) continue;
      const station = (base[from] ?? 0) + count;
      const past = ways.firstAt[station + 1] ?? 0;
      for (let way = ways.firstAt[station] ?? 0; way < past; way++) {
        const demerits = this.demeritsAtEnd(way, line, ending);
        if (best === undefined || demerits < best.demerits) best = { demerits, line, way };
      }
    }
    return best && { lines: this.trace(best.line, best.way), demerits: best.demerits };
  }

  private demeritsAtEnd(way: number, line: number, ending: LastLineCosts): number {
    const { places, lines, lastLines, firstEnd } = this.possible;
    const before = WAYS.class[way] ?? 0;
    const fitness = fitnessClass(lines.ratio[line] ?? 0);
    let own = demeritsBeside(lines.demerits[line] ?? 0, fitnessOf(before), fitness, 0, this.costs);
    const last = lastLines[line - (places.firstLine[firstEnd] ?? 0)];
    if (last !== undefined && lines.from[line] !== START)
      own += lastLineDemerits(last.width, last.lack, ladderOf(before) > 0, ending);
    return (WAYS.demerits[way] ?? 0) + own;
  }

  private trace(lastLine: number, lastWay: number): LineBreak[] {
    const { lines, places, overfull } = this.possible;
    const breaks: LineBreak[] = [];
    let item = places.item.at(-1) ?? 0;
    for (let [line, way] = [lastLine, lastWay]; line !== NONE;) {
      breaks.push({ item, ratio: lines.ratio[line] ?? 0, overfull: overfull.has(line) });
      item = places.item[lines.from[line] ?? START] ?? 0;
      [line, way] = [WAYS.line[way] ?? NONE, WAYS.previous[way] ?? NONE];
    }
    return breaks.reverse();
  }
}

/** How many lines there are between the start and each place, and between it and the end: at least, and at most. */
interface Spans {
  readonly fromStart: Span;
  readonly toEnd: Span;
}

interface Span {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

function spansOf({ places, lines, firstEnd }: PossibleLines): Spans {
  const count = places.item.length;
  const [fromStart, toEnd] = [unknown(count), unknown(count)];
  known(fromStart, START, START + 1);
  known(toEnd, firstEnd, count);
  for (let place = START + 1; place < count; place++) {
    const past = places.firstLine[place + 1] ?? 0;
    for (let line = places.firstLine[place] ?? 0; line < past; line++)
      oneMore(fromStart, lines.from[line] ?? START, place);
  }
  for (let place = count - 1; place > START; place--) {
    const past = places.firstLine[place + 1] ?? 0;
    for (let line = places.firstLine[place] ?? 0; line < past; line++) oneMore(toEnd, place, lines.from[line] ?? START);
  }
  return { fromStart, toEnd };
}

function unknown(count: number): Span {
  return { least: new Float64Array(count).fill(Infinity), most: new Float64Array(count).fill(-Infinity) };
}

function known({ least, most }: Span, from: number, until: number): void {
  least.fill(0, from, until);
  most.fill(0, from, until);
}

function oneMore({ least, most }: Span, from: number, to: number): void {
  least[to] = Math.min(least[to] ?? 0, (least[from] ?? 0) + 1);
  most[to] = Math.max(most[to] ?? 0, (most[from] ?? 0) + 1);
}

/** A station at each of so many places. */
function onePerPlace(places: number): Stations {
  const [none, base] = [new Int32Array(places), new Int32Array(places)];
  for (let place = 0; place < places; place++) base[place] = place;
  return { each: 0, low: none, high: none, base, count: places };
}

/** The stations that ways into so many lines can go through. */
function stationsWithin({ fromStart, toEnd }: Spans, wanted: number, places: number): Stations {
  const [low, high, base] = [new Int32Array(places), new Int32Array(places), new Int32Array(places)];
  let count = 0;
  for (let place = 0; place < places; place++) {
    const least = Math.max(fromStart.least[place] ?? 0, wanted - (toEnd.most[place] ?? 0));
    const most = Math.min(fromStart.most[place] ?? 0, wanted - (toEnd.least[place] ?? 0));
    low[place] = least <= most ? least : 0;
    high[place] = least <= most ? most : NONE;
    base[place] = count - (low[place] ?? 0);
    count += (high[place] ?? 0) - (low[place] ?? 0) + 1;
  }
  return { each: 1, low, high, base, count };
}

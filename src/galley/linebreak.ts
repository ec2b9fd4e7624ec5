import {
  DECENT,
  demeritsBeside,
  FITNESS_CLASSES,
  fitnessClass,
  lastLineDemerits,
  type BreakCosts,
  type LastLineCosts,
} from "./break-costs.ts";
import type { Item } from "./items.ts";
import { NO_LINE, PossibleLines, START, type Measure } from "./possible-lines.ts";

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
 * Breaks a paragraph whose last item forces a break. The result is the breaks with the least total of demerits among
 * those whose lines all stay within the tolerance; if there are none, among all. Of ways that cost the same it is the one
 * that is met first: whose last line begins the earliest.
 */
export function breakLines(items: readonly Item[], measure: Measure, costs: BreakCosts): BrokenParagraph {
  const within = new Search(items, measure, costs, costs.tolerance);
  const breaks = within.best();
  if (breaks) return { ...breaks, emergency: false, into: within.into };
  const anyhow = new Search(items, measure, costs, Infinity);
  return { ...(anyhow.best() ?? NO_LINES), emergency: costs.tolerance < Infinity, into: anyhow.into };
}

const NO_LINES = { lines: [], demerits: Infinity };

/** What stands for a way where there is none. */
const NO_WAY = -1;

/**
 * The best ways from the start to each place, in columns: `demerits[way]`. A place has one for each class that must be kept
 * apart because what comes later may cost it differently: by fitness and ladder of the line that ends there, and where a
 * number of lines is asked for by how many there were. The ways to a place stand together, from `firstAt[place]`.
 */
class Ways {
  demerits: Float64Array;
  /** Count, fitness and ladder in one number: see `classOf`. */
  class: Int32Array;
  /** The way's last line, and the way to where that begins. */
  line: Int32Array;
  previous: Int32Array;
  readonly firstAt = [0, 1];
  size = 0;

  constructor(capacity: number) {
    this.demerits = new Float64Array(capacity);
    this.class = new Int32Array(capacity);
    this.line = new Int32Array(capacity);
    this.previous = new Int32Array(capacity);
  }

  /** Forgets all ways but the one that has not begun. */
  restart(): void {
    this.firstAt.length = 0;
    this.size = 0;
    this.firstAt.push(0, 1);
    this.add(0, classOf(0, DECENT, 0), NO_LINE, NO_WAY);
  }

  /** Adds a way to the place that is being reached, and gives its number. */
  add(demerits: number, own: number, line: number, previous: number): number {
    if (this.size === this.demerits.length) this.grow();
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

  private grow(): void {
    const capacity = 2 * this.size;
    const larger = (numbers: Int32Array): Int32Array => {
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

/**
 * The class of a way: how many lines there were (0 where nobody asks), the fitness of the last one, and its ladder. In one
 * number, because columns of their own for them took most of the breaker's memory.
 */
function classOf(count: number, fitness: number, ladder: number): number {
  return (count << 8) | (fitness << 6) | ladder;
}

const countOf = (own: number): number => own >> 8;
const fitnessOf = (own: number): number => (own >> 6) & 3;
const ladderOf = (own: number): number => own & 63;

/**
 * One for all searches in turn, for each is over before the next begins: to ask for memory took as long as to fill it. Most
 * paragraphs have fewer ways; where there are more, the columns grow.
 */
const WAYS = new Ways(4096);

/** Which numbers of lines there may have been at each place, so that there can be as many in all as are asked for. */
interface Counts {
  /** What a line counts: 1, or 0 where nobody asks. */
  readonly each: number;
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** What is best at the place that is being reached, by how many lines there were. */
interface BestHere {
  /** The way of each class; `NO_WAY` where there is none yet. */
  readonly byClass: Int32Array;
  /**
   * The least demerits of a way whose ladder is as short as can be here. Its fitness is all that a dearer way can have the better of
   * it: one that is dearer by more than fitness may cost will never be the best.
   */
  readonly least: Float64Array;
}

/** The search for the best ways through the lines that a paragraph can have within a tolerance. */
class Search {
  private readonly possible: PossibleLines;
  private readonly costs: BreakCosts;
  private readonly tolerance: number;
  /** A ladder beyond its limit costs the same however long it is. */
  private readonly longestLadder: number;
  private toEnd: Spans | undefined;

  constructor(items: readonly Item[], measure: Measure, costs: BreakCosts, tolerance: number) {
    this.possible = new PossibleLines(items, measure, costs, tolerance);
    this.costs = costs;
    this.tolerance = tolerance;
    this.longestLadder = costs.maxConsecutiveFlagged + 1;
  }

  best(): Breaks | undefined {
    const everywhere = this.possible.places.item.map(() => 0);
    const ways = this.waysWithin({ each: 0, least: everywhere, most: everywhere });
    return this.cheapestEnd(ways, this.costs, () => true);
  }

  readonly into = (wanted: number, ending: LastLineCosts): Breaks | undefined => {
    const { overfull } = this.possible;
    this.toEnd ??= spansToEnd(this.possible);
    const [fewest = Infinity] = this.toEnd.least;
    const [greatest = -Infinity] = this.toEnd.most;
    if (wanted < fewest || wanted > greatest) return undefined;
    const least = this.toEnd.most.map((most) => wanted - most);
    const most = this.toEnd.least.map((least) => wanted - least);
    const ways = this.waysWithin({ each: 1, least, most });
    return this.cheapestEnd(ways, ending, (count, line) => count === wanted - 1 && !overfull.has(line));
  };

  /** The best ways to all places but the ends. */
  private waysWithin(counts: Counts): Ways {
    const ways = WAYS;
    ways.restart();
    const widest = counts.most.reduce((max, most, place) => Math.max(max, most - (counts.least[place] ?? 0) + 1), 0);
    const best: BestHere = {
      byClass: new Int32Array(widest * FITNESS_CLASSES * (this.longestLadder + 1)),
      least: new Float64Array(widest),
    };
    for (let place = START + 1; place < this.possible.firstEnd; place++) this.reach(place, ways, counts, best);
    return ways;
  }

  /** Goes each possible line to a place, behind each way to where it begins, and keeps the best of each class. */
  private reach(place: number, ways: Ways, counts: Counts, best: BestHere): void {
    const { costs, longestLadder } = this;
    const { places, lines } = this.possible;
    const { byClass, least } = best;
    const [low, high] = [counts.least[place] ?? 0, counts.most[place] ?? 0];
    const ladders = longestLadder + 1;
    const flagged = places.flagged[place] === true;
    const limit = this.tolerance < Infinity ? costs.maxConsecutiveFlagged : longestLadder;
    if (low > high) return void ways.firstAt.push(ways.size);
    byClass.fill(NO_WAY, 0, (high - low + 1) * FITNESS_CLASSES * ladders);
    least.fill(Infinity, 0, high - low + 1);
    for (let line = places.firstLine[place] ?? NO_LINE; line !== NO_LINE; line = lines.next[line] ?? NO_LINE) {
      const from = lines.from[line] ?? START;
      const fitness = fitnessClass(lines.ratio[line] ?? 0);
      const own = lines.demerits[line] ?? 0;
      const past = ways.firstAt[from + 1] ?? 0;
      for (let way = ways.firstAt[from] ?? 0; way < past; way++) {
        const before = ways.class[way] ?? 0;
        const count = countOf(before) + counts.each;
        const demeritsBefore = ways.demerits[way] ?? 0;
        if (count < low || count > high || demeritsBefore + own > (least[count - low] ?? 0) + costs.fitness) continue;
        const ladder = flagged ? Math.min(ladderOf(before) + 1, longestLadder) : 0;
        if (ladder > limit) continue;
        const beside = demeritsBeside(own, fitnessOf(before), fitness, ladder, costs);
        const demerits = demeritsBefore + beside;
        if (ladder <= 1 && demerits < (least[count - low] ?? 0)) least[count - low] = demerits;
        const key = ((count - low) * FITNESS_CLASSES + fitness) * ladders + ladder;
        const rival = byClass[key] ?? NO_WAY;
        if (rival === NO_WAY) byClass[key] = ways.add(demerits, classOf(count, fitness, ladder), line, way);
        else if (demerits < (ways.demerits[rival] ?? 0)) ways.put(rival, demerits, line, way);
      }
    }
    ways.firstAt.push(ways.size);
  }

  /** The cheapest way on to the end of the paragraph, of those that may end so. */
  private cheapestEnd(ways: Ways, ending: LastLineCosts, mayEnd: MayEnd): Breaks | undefined {
    const { places, lines, firstEnd } = this.possible;
    let best: { demerits: number; line: number; way: number } | undefined;
    for (let place = firstEnd; place < places.item.length; place++) {
      for (let line = places.firstLine[place] ?? NO_LINE; line !== NO_LINE; line = lines.next[line] ?? NO_LINE) {
        const from = lines.from[line] ?? START;
        const past = ways.firstAt[from + 1] ?? 0;
        for (let way = ways.firstAt[from] ?? 0; way < past; way++) {
          if (!mayEnd(countOf(ways.class[way] ?? 0), line)) continue;
          const demerits = this.demeritsAtEnd(ways, way, line, ending);
          if (best === undefined || demerits < best.demerits) best = { demerits, line, way };
        }
      }
    }
    return best && { lines: this.trace(ways, best.line, best.way), demerits: best.demerits };
  }

  private demeritsAtEnd(ways: Ways, way: number, line: number, ending: LastLineCosts): number {
    const { lines } = this.possible;
    const from = lines.from[line] ?? START;
    const before = ways.class[way] ?? 0;
    const fitness = fitnessClass(lines.ratio[line] ?? 0);
    let own = demeritsBeside(lines.demerits[line] ?? 0, fitnessOf(before), fitness, 0, this.costs);
    if (from !== START) {
      const { width, lack } = this.possible.lastLineFrom(from);
      own += lastLineDemerits(width, lack, ladderOf(before) > 0, ending);
    }
    return (ways.demerits[way] ?? 0) + own;
  }

  private trace(ways: Ways, lastLine: number, lastWay: number): LineBreak[] {
    const { lines, places, overfull } = this.possible;
    const breaks: LineBreak[] = [];
    let item = places.item.at(-1) ?? 0;
    for (let [line, way] = [lastLine, lastWay]; line !== NO_LINE;) {
      breaks.push({ item, ratio: lines.ratio[line] ?? 0, overfull: overfull.has(line) });
      item = places.item[lines.from[line] ?? START] ?? 0;
      [line, way] = [ways.line[way] ?? NO_LINE, ways.previous[way] ?? NO_WAY];
    }
    return breaks.reverse();
  }
}

/** Whether a paragraph may end with a line, behind so many others. */
type MayEnd = (count: number, line: number) => boolean;

/** How many lines it takes from each place to the end, at least and at most. */
interface Spans {
  readonly least: readonly number[];
  readonly most: readonly number[];
}

function spansToEnd({ places, lines, firstEnd }: PossibleLines): Spans {
  const least = places.item.map((_, place) => (place < firstEnd ? Infinity : 0));
  const most = places.item.map((_, place) => (place < firstEnd ? -Infinity : 0));
  for (let place = places.item.length - 1; place > START; place--) {
    for (let line = places.firstLine[place] ?? NO_LINE; line !== NO_LINE; line = lines.next[line] ?? NO_LINE) {
      const from = lines.from[line] ?? START;
      least[from] = Math.min(least[from] ?? Infinity, (least[place] ?? Infinity) + 1);
      most[from] = Math.max(most[from] ?? -Infinity, (most[place] ?? -Infinity) + 1);
    }
  }
  return { least, most };
}

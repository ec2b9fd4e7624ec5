import type { QuoteMark } from "./marks.ts";

/** How a double mark is read: what it does, how deep it stands (0 outermost), and the index of its partner. */
export interface Reading {
  readonly mark: QuoteMark;
  readonly role: "open" | "close";
  readonly depth: number;
  readonly partner?: number;
}

/**
 * Reads double marks from left to right. What stands around a mark decides first; where that does not tell,
 * a mark closes what is open and otherwise opens.
 */
export function readDoubles(marks: readonly QuoteMark[]): readonly Reading[] {
  const readings: Reading[] = [];
  const open: number[] = [];
  marks.forEach((mark, index) => {
    const role = roleOf(mark, open.length > 0);
    if (role === "open") {
      readings.push({ mark, role, depth: open.length });
      open.push(index);
      return;
    }
    const partner = open.pop();
    const opener = partner === undefined ? undefined : readings[partner];
    if (partner === undefined || opener === undefined) {
      readings.push({ mark, role, depth: 0 });
      return;
    }
    readings[partner] = { ...opener, partner: index };
    readings.push({ mark, role, depth: opener.depth, partner });
  });
  return readings;
}

/** How many marks of a reading stand alone. */
export function loneMarks(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter((reading) => reading.partner === undefined);
}

/** How many marks fewer would stand alone without the mark at `index`, before which `open` quotations are open. */
export function gainWithout(marks: readonly QuoteMark[], index: number, open: number): number {
  const first = marks[index];
  let kept = first === undefined ? open : depthBehind(first, open);
  let left = open;
  let gain = kept === open ? 1 : 0;
  // Once the two ways to read are equally deep they go on alike.
  for (const mark of following(marks, index)) {
    if (kept === left) return gain;
    const [keptBefore, leftBefore] = [kept, left];
    kept = depthBehind(mark, kept);
    left = depthBehind(mark, left);
    gain += Number(kept === keptBefore) - Number(left === leftBefore);
  }
  return gain + kept - left;
}

function* following(marks: readonly QuoteMark[], index: number): Generator<QuoteMark> {
  for (let next = index + 1; next < marks.length; next++) {
    const mark = marks[next];
    if (mark !== undefined) yield mark;
  }
}

/** How many quotations are open behind a mark; as many as before it when it closes nothing. */
export function depthBehind(mark: QuoteMark, open: number): number {
  return roleOf(mark, open > 0) === "open" ? open + 1 : Math.max(0, open - 1);
}

/** What a mark does by what stands around it; where that does not tell, it closes what is open. */
function roleOf(mark: QuoteMark, isOpen: boolean): "open" | "close" {
  if (mark.side !== "either") return mark.side;
  return isOpen ? "close" : "open";
}

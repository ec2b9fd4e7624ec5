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

function roleOf(mark: QuoteMark, isOpen: boolean): "open" | "close" {
  if (mark.side !== "either") return mark.side;
  return isOpen ? "close" : "open";
}

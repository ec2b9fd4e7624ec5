import { readDoubles, type Reading } from "./doubles.ts";
import { quoteMarks, type QuoteMark } from "./marks.ts";

/** The quotation marks of a text, in order, and how the double ones among them are read. */
export interface ReadMarks {
  readonly text: string;
  readonly marks: readonly QuoteMark[];
  readonly readings: readonly Reading[];
}

let last: ReadMarks = { text: "", marks: [], readings: [] };

/** Reads the quotation marks of a text. Several rules ask for those of one text after each other: the last reading is kept. */
export function readMarks(text: string): ReadMarks {
  if (last.text !== text) {
    const marks = quoteMarks(text);
    last = { text, marks, readings: readDoubles(marks.filter(({ kind }) => kind === "double")) };
  }
  return last;
}

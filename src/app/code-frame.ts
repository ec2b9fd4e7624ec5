import { lineText, Pattern, type Place } from "../base/index.ts";
import type { Paint } from "./colour.ts";

/**
 * The line of the source that a place is in, with what is meant underlined. A paragraph of agency copy is a line
 * of a thousand characters, so only the surroundings are shown, `width` characters at most.
 */
export function codeFrame(place: Place, width: number, paint: Paint): string {
  const line = lineText(place.source, place.line);
  if (line === "") return "";
  const margin = `${place.line} │ `;
  const room = Math.max(20, width - margin.length - 2);
  const { shown, caret } = excerpt(line, place.column - 1, room);
  const length = Math.max(1, Math.min(place.length, displayWidth(shown) - caret));
  const under = `${" ".repeat(margin.length - 2)}│ ${" ".repeat(caret)}${paint.red("^".repeat(length))}`;
  return `${paint.dim(margin)}${shown}\n${under}`;
}

/** The part of a line around an index, and where the index stands in it as shown. */
function excerpt(line: string, index: number, room: number): { shown: string; caret: number } {
  const plain = visible(line);
  if (plain.length <= room) return { shown: plain, caret: displayWidth(plain.slice(0, index)) };
  const from = Math.max(0, Math.min(index - Math.floor(room / 3), plain.length - room));
  const before = from > 0 ? "…" : "";
  const after = from + room < plain.length ? "…" : "";
  const shown = before + plain.slice(from + before.length, from + room - after.length) + after;
  return { shown, caret: displayWidth(shown.slice(0, index - from)) };
}

/** Characters that would move the cursor or cannot be seen are shown as one that can. */
function visible(line: string): string {
  return line.replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028\u2029\uFEFF]/g, "·").replaceAll("\u00A0", " ");
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}]/u;

const MARK = new Pattern(String.raw`\p{M}`);

/** Cells that a text takes in a terminal: wide characters take two, combining marks none. */
function displayWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => {
    if (MARK.test(character)) return sum;
    return sum + (WIDE.test(character) ? 2 : 1);
  }, 0);
}

import { copyFrom, Pattern, type Copy, type Source } from "../../base/index.ts";

/** A character reference of Markdown (`&amp;`, `&#8211;`, `&#x2013;`) or a numeric escape of YAML (`\x20`, `\u2013`). */
const REFERENCE =
  /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y;

/**
 * A text that a parser read from the stretch `start`–`end` of a source, as copy: each character with the place
 * it was read from. What the parser dropped (escapes, folded line ends, quotation prefixes) is stepped over; a
 * character reference leads to its ampersand. The text is exactly what the parser gave, whatever the source says.
 */
export function alignCopy(source: Source, start: number, end: number, text: string): Copy {
  if (source.text.slice(start, end) === text) return copyFrom(source, start, end);
  const origins: number[] = [];
  let at = start;
  for (let index = 0; index < text.length; index++) {
    const reference = referenceAt(source.text, at, text, index);
    if (reference > 0) {
      origins.push(at);
      at += reference;
      continue;
    }
    at = nextMatch(source.text, at, end, text.charAt(index));
    origins.push(Math.min(at, end));
    at++;
  }
  origins.push(Math.min(at, end));
  return { source, text, origins, marks: [] };
}

/** The length of the character reference at an offset that the parser resolved; 0 when there is none. */
function referenceAt(source: string, at: number, text: string, index: number): number {
  REFERENCE.lastIndex = at;
  const found = REFERENCE.exec(source)?.[0];
  if (found === undefined) return 0;
  return found === "&amp;" || !text.startsWith(found, index) ? found.length : 0;
}

const LETTER_OR_FIGURE = new Pattern(String.raw`[\p{L}\p{N}]`);

/** Where a character stands next. A line end may have become a space; one that stands nowhere is taken as put in. */
function nextMatch(source: string, at: number, end: number, character: string): number {
  for (let next = at; next < end; next++) {
    const found = source.charAt(next);
    if (found === character || (character === " " && /\s/.test(found))) return next;
    // Only signs and white space can have been dropped: beyond a letter the search would run away.
    if (LETTER_OR_FIGURE.test(found)) return next;
  }
  return at;
}

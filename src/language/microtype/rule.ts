import { once, type Edit, type Finding } from "../../base/index.ts";
import type { HouseStyle } from "../house.ts";

/** A rule of microtypography: edits to the text as it stands, in order, none overlapping another. */
export type Rule = (text: string, house: HouseStyle) => readonly Edit[];

/** Something that a person should look at: half-open range of offsets into the text as it stands. */
export interface Remark {
  readonly start: number;
  readonly end: number;
  readonly finding: Finding;
  readonly message: string;
}

/** Looks at the text as it stands and changes nothing. */
export type Check = (text: string, house: HouseStyle) => readonly Remark[];

/** No-break space U+00A0, as wide as a word space but never stretched into one. */
export const noBreak = "\u00A0";
/** Narrow no-break space U+202F. */
export const narrow = "\u202F";

/** A global pattern, and one that finds something in every text that it matches in. */
export interface Guarded {
  readonly needs: RegExp;
  readonly pattern: () => RegExp;
}

/**
 * Keeps a pattern from texts that cannot match it. Classes like `\p{L}` are dear: V8 reads a pattern when it is made and compiles it at
 * its first use, which took a tenth of a run that sets one article. What a pattern needs is looked for by one without such classes,
 * which may find too much and never too little; only then is the pattern made.
 */
export function guarded(needs: RegExp, make: () => RegExp): Guarded {
  return { needs, pattern: once(make) };
}

/** Edits for every match of a global pattern; a match that is already as it should be gives none. */
export function replaceAll(
  text: string,
  sought: RegExp | Guarded,
  rule: string,
  to: string | ((match: RegExpExecArray) => string),
): readonly Edit[] {
  return matchesIn(text, sought, (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: typeof to === "string" ? to : to(match),
    rule,
  })).filter((edit) => edit.text !== text.slice(edit.start, edit.end));
}

/** What is made of each match of a global pattern, in order. */
export function matchesIn<Made>(
  text: string,
  sought: RegExp | Guarded,
  make: (match: RegExpExecArray) => Made,
): readonly Made[] {
  if (sought instanceof RegExp) return Array.from(text.matchAll(sought), make);
  return sought.needs.test(text) ? Array.from(text.matchAll(sought.pattern()), make) : [];
}

/**
 * Edits of several patterns as one list, in order; where two claim the same characters the earlier list wins. Each
 * list is in order and does not overlap itself.
 */
export function merged(...lists: readonly (readonly Edit[])[]): readonly Edit[] {
  return lists.reduce((kept, list) => {
    const added = apartFrom(kept, list);
    return added.length === 0 ? kept : [...kept, ...added].sort((a, b) => a.start - b.start || a.end - b.end);
  });
}

/** The edits of a list that collide with none of the kept ones; both lists are walked once, side by side. */
function apartFrom(kept: readonly Edit[], list: readonly Edit[]): readonly Edit[] {
  let first = 0;
  return list.filter((edit) => {
    while ((kept[first]?.end ?? Infinity) < edit.start) first++;
    for (let index = first; (kept[index]?.start ?? Infinity) <= edit.end; index++) {
      const other = kept[index];
      if (other !== undefined && collide(other, edit)) return false;
    }
    return true;
  });
}

function collide(a: Edit, b: Edit): boolean {
  const isSamePlace = a.start === b.start && a.end === b.end;
  return isSamePlace || (a.start < b.end && b.start < a.end);
}

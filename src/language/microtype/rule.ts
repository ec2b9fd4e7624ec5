import { Pattern, type Edit, type Finding } from "../../base/index.ts";
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
  readonly pattern: Pattern;
}

/**
 * Keeps a pattern (its source, and its flags beside `u`) from texts that cannot match it: what it needs is looked for by a simpler one, which may
 * find too much and never too little.
 */
export function guarded(needs: RegExp, source: string | (() => string), flags = "g"): Guarded {
  return { needs, pattern: new Pattern(source, flags) };
}

/** Edits for every match of a global pattern; a match that is already as it should be gives none. */
export function replaceAll(
  text: string,
  sought: RegExp | Guarded,
  rule: string,
  to: string | ((match: RegExpExecArray) => string),
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of matchesIn(text, sought)) {
    const replacement = typeof to === "string" ? to : to(match);
    const { index: start, 0: found } = match;
    if (replacement !== found) edits.push({ start, end: start + found.length, text: replacement, rule });
  }
  return edits;
}

const NONE: readonly RegExpExecArray[] = [];

/** The matches of a global pattern, in order: those of `matchAll`, which makes a pattern anew to look for them. */
export function matchesIn(text: string, sought: RegExp | Guarded): readonly RegExpExecArray[] {
  if (!(sought instanceof RegExp)) return sought.needs.test(text) ? matchesIn(text, sought.pattern.for(text)) : NONE;
  sought.lastIndex = 0;
  let match = sought.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = sought.exec(text)) {
    matches.push(match);
    // Behind an empty match the search goes on with the next character, which may be a pair of units.
    if (match[0] === "") sought.lastIndex += String.fromCodePoint(text.codePointAt(match.index) ?? 0).length;
  }
  return matches;
}

/**
 * Edits of several patterns as one list, in order; where two claim the same characters the earlier list wins. Each
 * list is in order and does not overlap itself.
 */
export function merged(...lists: readonly (readonly Edit[])[]): readonly Edit[] {
  return lists.reduce((kept, list) => {
    if (kept.length === 0) return list;
    if (list.length === 0) return kept;
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

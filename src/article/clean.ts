import { editCopy, type Copy, type Edit, type Finding } from "../base/index.ts";
import { findings } from "./findings.ts";

/** A character that was cleaned, by its offset in the source. */
export interface Cleaning {
  readonly kind: CleaningKind;
  readonly sourceOffset: number;
}

export type CleaningKind = keyof typeof CLEANINGS;

/** What is cleaned, what it is called for one and for many, and what became of it. */
export const CLEANINGS = {
  decomposed: { finding: findings.decomposed, one: "decomposed letter", many: "decomposed letters", done: "composed" },
  tab: { finding: findings.tab, one: "tab", many: "tabs", done: "replaced by a space" },
  fixedSpace: {
    finding: findings.fixedSpace,
    one: "fixed space",
    many: "fixed spaces",
    done: "made an ordinary space",
  },
  zeroWidth: {
    finding: findings.zeroWidth,
    one: "zero-width character",
    many: "zero-width characters",
    done: "taken out",
  },
  softHyphen: {
    finding: findings.softHyphen,
    one: "soft hyphen",
    many: "soft hyphens",
    done: "taken out and remembered as a break",
  },
  control: { finding: findings.control, one: "control character", many: "control characters", done: "taken out" },
  doubleSpace: { finding: findings.doubleSpace, one: "run of spaces", many: "runs of spaces", done: "made one space" },
} as const satisfies Record<string, { finding: Finding; one: string; many: string; done: string }>;

interface CharacterRule {
  readonly kind: CleaningKind;
  readonly pattern: RegExp;
  readonly replacement: string | ((found: string) => string);
}

const CHARACTER_RULES: readonly CharacterRule[] = [
  // The Kelvin, Ohm and Ångström signs compose to ordinary letters too; what NFC leaves alone is no cleaning.
  { kind: "decomposed", pattern: /\P{M}\p{M}+|[\u2126\u212A\u212B]/gu, replacement: (found) => found.normalize("NFC") },
  { kind: "tab", pattern: /\t/g, replacement: " " },
  { kind: "fixedSpace", pattern: /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, replacement: " " },
  { kind: "zeroWidth", pattern: /[\u200B-\u200D\u2060\uFEFF]/g, replacement: "" },
  { kind: "softHyphen", pattern: /\u00AD/g, replacement: "" },
  {
    kind: "control",

    pattern: /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
    replacement: "",
  },
  // Half of a surrogate pair is no character; it can come from JSON escapes and would be refused by every writer.
  { kind: "control", pattern: /\p{Surrogate}/gu, replacement: "\uFFFD" },
];

/** What no rule for characters would touch: most texts hold nothing else, and none of the patterns need be tried, or even compiled. */
const UNSUSPECTED = /^[\n-\r\x20-\x7e\u0085\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2029\u2030-\u205E\u20A0-\u20CF]*$/;

/**
 * Copy with clean characters: composed letters, ordinary single spaces, nothing invisible, no space at the ends.
 * A line end in the manuscript is a space. Cleaning clean copy changes nothing.
 */
export function cleanCopy(copy: Copy): { readonly copy: Copy; readonly cleanings: readonly Cleaning[] } {
  const cleanings: Cleaning[] = [];
  let cleaned = copy;
  for (const rule of UNSUSPECTED.test(copy.text) ? [] : CHARACTER_RULES) {
    const edits = characterEdits(cleaned.text, rule);
    for (const edit of edits) cleanings.push({ kind: rule.kind, sourceOffset: cleaned.origins[edit.start] ?? 0 });
    cleaned = editCopy(cleaned, edits);
  }
  const spaces = spaceEdits(cleaned.text);
  for (const { start, rule } of spaces) {
    if (rule === "doubleSpace") cleanings.push({ kind: rule, sourceOffset: cleaned.origins[start] ?? 0 });
  }
  return { copy: editCopy(cleaned, spaces), cleanings };
}

function characterEdits(text: string, { kind, pattern, replacement }: CharacterRule): readonly Edit[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: typeof replacement === "string" ? replacement : replacement(match[0]),
    rule: kind,
  })).filter((edit) => edit.text !== text.slice(edit.start, edit.end));
}

/** What every text holds that begins with no space and has some of these all the same. */
const SPACED = /[\n\r\v\f\u0085\u2028\u2029]| (?: |$)/;

/** All white space but a single space between words, which stays as it is: nearly all is such, and not even looked at. */
const SPACES = /[ \n\r\v\f\u0085\u2028\u2029]*[\n\r\v\f\u0085\u2028\u2029][ \n\r\v\f\u0085\u2028\u2029]*| {2,}|^ | $/g;

/** Spaces at the ends go, line ends with the spaces around them become one space, as do runs of spaces. */
function spaceEdits(text: string): readonly Edit[] {
  if (!text.startsWith(" ") && !SPACED.test(text)) return [];
  return Array.from(text.matchAll(SPACES), (match) => {
    const start = match.index;
    const end = start + match[0].length;
    const atEnds = start === 0 || end === text.length;
    const rule = !atEnds && /^ {2,}$/.test(match[0]) ? "doubleSpace" : "lineEnd";
    return { start, end, text: atEnds ? "" : " ", rule };
  }).filter((edit) => edit.text !== text.slice(edit.start, edit.end));
}

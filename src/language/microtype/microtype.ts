import { editCopy, placeOf, report, type Copy, type Diagnostic, type Edit } from "../../base/index.ts";
import { addressSpans } from "../addresses.ts";
import type { HouseStyle } from "../house.ts";
import type { Change, Microtyped } from "../language.ts";
import { abbreviationSpaces } from "./abbreviations.ts";
import { apostrophe } from "./apostrophe.ts";
import { dashes } from "./dashes.ts";
import { dates } from "./dates.ts";
import { ellipsis } from "./ellipsis.ts";
import { hyphens } from "./hyphens.ts";
import { names } from "./names.ts";
import { numerals } from "./numerals.ts";
import { phone } from "./phone.ts";
import { primes } from "./quotes/primes.ts";
import { quoteRemarks, quotes } from "./quotes/quotes.ts";
import { ranges } from "./ranges.ts";
import { references } from "./references.ts";
import type { Check, Remark, Rule } from "./rule.ts";
import { copyrightSpace, signRemarks, signs } from "./signs.ts";
import { spaces, surplusSpaces } from "./spaces.ts";
import { thousands } from "./thousands.ts";
import { plainExponents, units } from "./units.ts";

interface Step {
  readonly rule: Rule;
  /** A text without this gives the rule nothing to do: most paragraphs lack most of what rules look for. */
  readonly needs?: RegExp;
  /** Looks at the same text as the rule, before the rule changes it. */
  readonly check?: Check;
}

const DIGIT = /\d/;

/** The rules in the order in which they are applied. */
export const STEPS: readonly Step[] = [
  // „. . .“ holds spaces before full stops, so dots come before spaces.
  { rule: ellipsis, needs: /\. ?\.|…/ },
  { rule: spaces, check: surplusSpaces },
  // What is certain goes first: quotes read every mark that is left, and take the rest for apostrophes.
  { rule: apostrophe, needs: /['`´‛ʼ‘]/ },
  { rule: primes, needs: /['"]/ },
  { rule: quotes, needs: /["„“”«»'‚‘›‹`´’]|,,/, check: quoteRemarks },
  { rule: signs, needs: /\d|\(c\)/i, check: signRemarks },
  { rule: copyrightSpace, needs: /©/ },
  { rule: dashes, needs: /[-–—―]/ },
  // Telephone numbers and grouped ones are held together first; ranges leave those alone.
  { rule: phone, needs: DIGIT },
  { rule: thousands, needs: DIGIT },
  { rule: ranges, needs: DIGIT },
  { rule: abbreviationSpaces, needs: /\./ },
  { rule: names, needs: /\./ },
  // Ties to what stands before a number come before the ties to what stands behind it.
  { rule: references, needs: /[§.:xWZ] / },
  { rule: units, needs: DIGIT, check: plainExponents },
  { rule: dates, needs: DIGIT },
  { rule: numerals, needs: DIGIT },
  { rule: hyphens, needs: /-/ },
];

/**
 * Agency characters to typographic ones, rule by rule. Idempotent; letters and digits stay and keep their order
 * (save the × that was an x and the © that was a c in brackets). Addresses of the net are left as they are.
 */
export function microtype(copy: Copy, house: HouseStyle): Microtyped {
  const changes: Change[] = [];
  const diagnostics: Diagnostic[] = [];
  let current = copy;
  // Many rules need the same, and most texts lack it: they are searched for it once, until they are changed.
  const lacking = new Set<RegExp>();
  for (const { rule, needs, check } of STEPS) {
    for (const remark of check?.(current.text, house) ?? []) diagnostics.push(diagnosticOf(current, remark));
    if (needs !== undefined && lacks(current.text, needs, lacking)) continue;
    const edits = outsideAddresses(current.text, rule(current.text, house));
    if (edits.length === 0) continue;
    for (const edit of edits) changes.push(changeOf(current, edit));
    current = editCopy(current, edits);
    lacking.clear();
  }
  return { copy: current, changes: changes.sort((a, b) => a.sourceOffset - b.sourceOffset), diagnostics };
}

/** Whether a text lacks what a rule needs; `lacking` is what it is known to lack. */
function lacks(text: string, needs: RegExp, lacking: Set<RegExp>): boolean {
  if (lacking.has(needs)) return true;
  if (needs.test(text)) return false;
  lacking.add(needs);
  return true;
}

function diagnosticOf(copy: Copy, { start, end, finding, message }: Remark): Diagnostic {
  return report(finding, message, placeOf(copy, start, end));
}

function outsideAddresses(text: string, edits: readonly Edit[]): readonly Edit[] {
  const spans = edits.length === 0 ? [] : addressSpans(text);
  if (spans.length === 0) return edits;
  let next = 0;
  return edits.filter((edit) => {
    while ((spans[next]?.end ?? Infinity) <= edit.start) next++;
    return (spans[next]?.start ?? Infinity) >= edit.end;
  });
}

function changeOf(copy: Copy, edit: Edit): Change {
  return {
    rule: edit.rule,
    from: copy.text.slice(edit.start, edit.end),
    to: edit.text,
    sourceOffset: copy.origins[edit.start] ?? 0,
  };
}

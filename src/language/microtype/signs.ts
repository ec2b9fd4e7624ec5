import type { Edit } from "../../base/index.ts";
import { excessMarks, letterspaced } from "../findings.ts";
import type { HouseStyle } from "../house.ts";
import { guarded, matchesIn, merged, narrow, noBreak, replaceAll, type Guarded, type Remark } from "./rule.ts";

/** Signs that a keyboard lacks: ©, ×, the minus, and fractions where the house wants them. */
export function signs(text: string, house: HouseStyle): readonly Edit[] {
  return merged(
    isEnumerated(text) ? [] : replaceAll(text, copyright, "signs", "©"),
    replaceAll(text, times, "signs", `${narrow}×${narrow}`),
    replaceAll(text, minus, "signs", "−"),
    replaceAll(text, spacedMinus, "signs", "−"),
    replaceAll(text, spokenSign, "signs", noBreak),
    house.fractions ? replaceAll(text, fraction, "fractions", (found) => fractions[found[0]] ?? found[0]) : [],
  );
}

/** The space behind ©, which belongs to the name behind it. */
export function copyrightSpace(text: string): readonly Edit[] {
  return replaceAll(text, /(?<=©) (?=\S)/gu, "signs", narrow);
}

/** More than two marks in a row, and words that are spaced out with blanks; neither is ours to change. */
export function signRemarks(text: string): readonly Remark[] {
  return [
    ...remarks(text, /[!?]{3,}/g, (marks) => ({ finding: excessMarks, message: `„${marks}“ in a row` })),
    ...remarks(text, spacedOut, (word) => ({
      finding: letterspaced,
      message: `„${word}“ is spaced out with blanks`,
    })),
  ];
}

const spacedOut = guarded(
  /(?:[A-Z\u0080-\uFFFF]{1,2} ){3}/,
  String.raw`(?<![^\s„"(])(?:\p{Lu} ){3,}\p{Lu}(?![\p{L}\p{N}])`,
);

const copyright = /\([cC]\)/g;
const times = /(?<=\d) x (?=\d)/g;

// Agencies type a dash for the minus as well: „bei –12 Grad“; in „10. –12. Mai“ it stands between two figures.
// In „die F-15 und -16“ the hyphen stands for a part left out, and behind a figure it may be a telephone's.
const minus = guarded(
  /[-–]\d/,
  String.raw`(?<=^|[\s([„“»«›‹‚"'])(?<!\p{N}\.?\s)(?<!\p{L}[-‑]\d+ (?:und|oder|bis) )[-–](?=\d)`,
);

/** „bei - 5 Grad“: before a figure with its unit no dash stands behind a preposition. */
const spacedMinus = guarded(
  /[-–] \d/,
  String.raw`(?<=(?<!\p{L})(?:bei|auf|bis|von|um|unter|über|zwischen) )[-–] (?=\d+(?:,\d+)?[ \u00A0\u202F]?(?:Grad|Prozent|[°%]))`,
  "gi",
);

// „Das Plus 5,3 Prozent“ is a noun; with a capital it is a sign only where a sentence begins.
const spokenSign = guarded(
  /us \d/,
  String.raw`(?<=(?<!\p{L})(?:minus|plus)|(?:^|[.!?:…] |[„»‚])(?:Minus|Plus)) (?=\d)`,
);

const fraction = guarded(/\d\/\d/, String.raw`(?<![\p{L}\p{N}.,:/])(?:1/2|1/4|3/4)(?![\p{L}\p{N}/]|[.,]\d)`);
const fractions: Readonly<Record<string, string>> = { "1/2": "½", "1/4": "¼", "3/4": "¾" };

/** (a), (b), (c) count points; only a lone (c) is a copyright. */
function isEnumerated(text: string): boolean {
  return /\([bB]\)/.test(text);
}

function remarks(
  text: string,
  sought: RegExp | Guarded,
  about: (found: string) => Pick<Remark, "finding" | "message">,
): readonly Remark[] {
  return matchesIn(text, sought).map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    ...about(found[0]),
  }));
}

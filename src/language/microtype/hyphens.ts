import type { Edit } from "../../base/index.ts";
import { guarded, merged, replaceAll } from "./rule.ts";

/**
 * Hyphens that no line may end after become U+2011: behind a single letter or a figure of up to two digits
 * („U‑Boot“, „F‑16“, „20‑jährige“), and before fewer than three letters („Kim Jong‑un“).
 */
export function hyphens(text: string): readonly Edit[] {
  return merged(replaceAll(text, afterShort, "hyphens", "‑"), replaceAll(text, beforeShort, "hyphens", "‑"));
}

// The hyphen is looked for first: what may stand before it is dear to look at behind every letter.
const afterShort = guarded(
  /(?<![A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ\d])-[A-Za-z\d\u0080-\uFFFF]/,
  String.raw`(?=-)(?:(?<=(?<![\p{L}\p{M}\p{N}.,:’'\-‑–])(?:\p{L}\p{M}?|\d{1,2}))-(?=\p{L})|(?<=(?<![\p{L}\p{N}.,:’'\-‑–])\p{L})-(?=\d))`,
);

const beforeShort = guarded(
  /-[A-Za-z\u0080-\uFFFF]{1,2}(?![A-Za-zÀ-ÖØ-öø-ÿ\d])/,
  String.raw`(?<=\p{L}{2})-(?=\p{L}{1,2}(?![\p{L}\p{M}\p{N}’'\-‑–]))`,
);

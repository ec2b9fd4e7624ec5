import type { Edit } from "../../base/index.ts";
import { guarded, merged, replaceAll } from "./rule.ts";

/**
 * Apostrophes that are one beyond doubt: between letters, before a clipped word, between thousands in Swiss
 * figures (Duden K 13–16). What remains at the edge of a word may be a quotation mark and is read there.
 */
export function apostrophe(text: string): readonly Edit[] {
  return merged(
    replaceAll(text, betweenLetters, "apostrophe", "’"),
    replaceAll(text, clipped, "apostrophe", "’"),
    replaceAll(text, thousands, "apostrophe", "’"),
  );
}

// ‘ closes a German quotation: „‚Krone‘s“ must not lose its mark.
const betweenLetters = guarded(/['`´‛ʼ‘]/, String.raw`(?<=[\p{L}\p{N}])(?:['\x60´‛ʼ]|(?<!‚[\p{L}\p{N}]+)‘)(?=\p{L})`);

// Words that lose their beginning: 'n Tag, 's ist, 'ne Frau, 'raus, '68er. A quoted 's' has its mark behind it.
const clipped = guarded(
  /['‘`´]/,
  String.raw`(?<![\p{L}\p{N}])['‘\x60´](?=n(?![\p{L}\p{N}])|(?:ne|nen|nem|ner|s|ns|raus|rein|rauf|runter|rüber|ran|rum|tschuldigung|\d\d[-‑]?er\p{Ll}*)(?![\p{L}\p{N}'’‘"“”„»«›‹]))`,
);

const thousands = /(?<=\d)'(?=\d{3}(?!\d))/g;

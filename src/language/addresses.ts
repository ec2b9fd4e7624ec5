import { Pattern } from "../base/index.ts";
import { matchesIn } from "./microtype/rule.ts";

/** A stretch of text that is an address of the net: half-open range of UTF-16 offsets. */
export interface AddressSpan {
  readonly start: number;
  readonly end: number;
}

// Endings that turn a word with a full stop into an address without „www.“. Endings that are German words
// („in“, „so“) are left out on purpose: „entwickelt.In“ is a missing space, not an address.
const domains =
  "at|de|ch|li|eu|com|org|net|info|biz|io|tv|fm|uk|fr|it|es|nl|be|dk|se|no|fi|pl|cz|sk|hu|si|hr|ro|ua|ru|us|gov|edu|wien|tirol";

/** Quotes and brackets stand around an address, never in it. */
const closing = String.raw`"'´„“”«»‚‘’‹›<>()\[\]…\u00AD`;

/** What an address is never without. */
const sign = new RegExp(String.raw`://|www\.|@|\.(?:${domains})(?![A-Za-z\d-])`, "g");

/** What addresses look like. */
export const addressPattern = new Pattern(
  [
    String.raw`(?<![\p{L}\p{N}])(?:https?|ftp)://[^\s${closing}]+`,
    String.raw`(?<![\p{L}\p{N}])www\.[^\s${closing}]+`,
    String.raw`(?<![\p{L}\p{N}._%+\-])[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+`,
    String.raw`(?<![\p{L}\p{N}\-]|(?<!\.)\.)[\p{L}\p{N}][\p{L}\p{N}\-]*(?:\.[\p{L}\p{N}\-]+)*\.(?:${domains})(?![\p{L}\p{N}\-]|\.[\p{L}\p{N}])(?:/[^\s${closing}]*)?`,
  ].join("|"),
  "g",
);

const space = /\s/;
const trailing = /[.,;:!?…'’‘*_]+$/u;

/**
 * Web and e-mail addresses in a text, in order. No rule of typography may touch them: their hyphens, dots and
 * quotes are part of the name. Punctuation that ends the sentence is not part of the address.
 */
export function addressSpans(text: string): readonly AddressSpan[] {
  const spans: AddressSpan[] = [];
  let end = 0;
  for (const { index } of matchesIn(text, sign)) {
    if (index < end) continue;
    // There is no space in an address: only the word that has the sign is looked through, which is slow work.
    let start = index;
    while (start > end && !space.test(text.charAt(start - 1))) start--;
    for (end = index; end < text.length && !space.test(text.charAt(end));) end++;
    const word = text.slice(start, end);
    for (const { index: at, 0: found } of matchesIn(word, addressPattern.for(word)))
      spans.push({ start: start + at, end: start + at + found.replace(trailing, "").length });
  }
  return spans;
}

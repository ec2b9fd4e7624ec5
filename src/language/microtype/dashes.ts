import type { Edit } from "../../base/index.ts";
import { guarded, merged, noBreak, replaceAll } from "./rule.ts";

/**
 * The dash between words: an en dash between spaces, the first of which does not break, so that no line begins
 * with a dash (Duden, Gedankenstrich). A hyphen without spaces stays, because it may belong to a name.
 */
export function dashes(text: string): readonly Edit[] {
  return merged(
    replaceAll(text, spaced, "dashes", `${noBreak}–`),
    replaceAll(text, tied, "dashes", "–"),
    replaceAll(text, atStart, "dashes", "–"),
    replaceAll(text, unspaced, "dashes", `${noBreak}– `),
    replaceAll(text, fullPrice, "dashes", "–"),
  );
}

// A speech that breaks off ends with the dash: „Ich –“, begann sie.
const end = String.raw`(?=[“”‘’«»‹›"'\])]*(?:[\s,.;:!?)]|$))`;

const spaced = guarded(/ [-–—―]/, String.raw`(?<=\S) +(?:-{1,3}|[–—―])${end}`);
const tied = guarded(/[\u00A0\u202F][-—―]/, String.raw`(?<=\S[\u00A0\u202F])(?:-{1,3}|[—―])${end}`);
const atStart = /^(?:-{1,3}|[—―])(?= )/gu;
const unspaced = guarded(/--|—/, String.raw`(?<=\p{L})(?:--|—)(?=\p{L})`);

/** „€ 5,–“: the dash stands for the missing cents. */
const fullPrice = guarded(/\d,-/, String.raw`(?<=\d,)-{1,2}(?![\d\p{L}-])`);

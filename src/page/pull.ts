import type { Article, Quotation } from "../article/index.ts";
import { Pattern, sliceCopy } from "../base/index.ts";

/** A quotation that repeats direct speech of the text, and the paragraph before which it stands. */
export interface Pulled {
  readonly quotation: Quotation;
  readonly text: string;
  /** Index of the block. */
  readonly before: number;
}

/** A sentence of direct speech, whole, with its marks. */
const SPEECH = /[„»]([^„“»«]{35,110}[.!?]?)[“«]/gu;
const CAPITAL = new Pattern(String.raw`^\p{Lu}`);
const GOOD_LENGTH = 70;

/**
 * Direct speech that is worth repeating in large type: a whole sentence, neither short nor long; undefined when there is none,
 * when the article brings quotations of its own, or is too short to need one. It stands two paragraphs away from its place.
 */
export function pullQuotation({ body }: Article): Pulled | undefined {
  if (body.length < 6 || body.some(({ kind }) => kind === "quotation")) return undefined;
  const found = body.flatMap((block, index) => {
    if (block.kind !== "paragraph") return [];
    return Array.from(block.text.text.matchAll(SPEECH), (match) => ({ index, match, copy: block.text }));
  });
  const whole = found.filter(({ match: [, speech = ""] }) => CAPITAL.test(speech) && speech.split(/\s/).length > 5);
  const rank = (text: string): number => Math.abs(text.length - GOOD_LENGTH);
  const [best] = whole.sort((a, b) => rank(a.match[0]) - rank(b.match[0]) || a.index - b.index);
  const before = best && placeFor(body.length, best.index);
  if (best === undefined || before === undefined) return undefined;
  const text = sliceCopy(best.copy, best.match.index, best.match.index + best.match[0].length);
  return { quotation: { kind: "quotation", text }, text: text.text, before };
}

/** Two paragraphs before the speech, or behind it where the beginning is too near. */
function placeFor(count: number, index: number): number | undefined {
  const place = index >= 4 ? index - 1 : index + 3;
  return place >= 2 && place < count ? place : undefined;
}

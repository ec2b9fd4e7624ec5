import type { Article } from "../article/index.ts";
import type { Copy } from "../base/index.ts";
import { sentencesOf } from "../language/index.ts";
import type { Slug } from "./slug.ts";

/** The first sentence that is lost when these slugs have no place: whole, also where its beginning still stands on the page. */
export function lostSentence({ body }: Article, [first]: readonly Slug[]): string | undefined {
  const lost = first?.lines[0]?.line.copy;
  const block = first && body[first.block];
  if (lost === undefined || block?.kind !== "paragraph") return lost?.text;
  const at = offsetIn(block.text, lost);
  const sentence = sentencesOf(block.text.text).find(({ end }) => end > at);
  return sentence ? block.text.text.slice(sentence.start, sentence.end) : lost.text;
}

/** Where a part of copy begins in the whole. */
function offsetIn({ origins }: Copy, part: Copy): number {
  const origin = part.origins[0] ?? 0;
  return Math.max(
    0,
    origins.findIndex((one) => one >= origin),
  );
}

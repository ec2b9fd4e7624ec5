import type { Article } from "../article/index.ts";
import { editCopy, type Copy } from "../base/index.ts";
import { sentencesOf, type Sentence } from "../language/index.ts";
import type { Cut } from "./relief.ts";

/** A cut, and its price in characters: what is lost, and more where what stays would hang in the air. */
export interface PricedCut {
  readonly cut: Cut;
  readonly price: number;
}

/** Added where the sentence behind a cut refers to what is no longer there. */
const DANGLING = 80;
/** Words that begin a sentence and refer to the one before it. */
const REFERS =
  /^(?:[„»]?)(?:Er|Sie|Es|Ihr|Ihre|Sein|Seine|Dies|Diese|Dieser|Dieses|Das|Dabei|Dafür|Dagegen|Damit|Danach|Darauf|Daraufhin|Darin|Darüber|Davon|Dazu|Deshalb|Dennoch|Demnach|Doch|Aber|Auch|Außerdem|Zudem|Jedoch|Beide|Letzterer|So)\b/u;

/**
 * What may be taken out of a paragraph of the body: runs of whole sentences whose quotation marks close in them. The
 * article's first sentence stays; a whole paragraph goes only from between two others, so that nothing else changes.
 */
export function cutsOf({ body, dateline }: Article, block: number): readonly PricedCut[] {
  const paragraph = body[block];
  if (paragraph?.kind !== "paragraph") return [];
  const { text } = paragraph.text;
  const sentences = sentencesOf(text);
  const opens = body.findIndex(({ kind }) => kind === "paragraph") === block || (dateline !== undefined && block === 0);
  const between = body[block - 1]?.kind === "paragraph" && body[block + 1]?.kind === "paragraph";
  return runs(sentences.length).flatMap(([from, until]) => {
    const whole = from === 0 && until === sentences.length;
    if ((from === 0 && opens) || (whole && !between)) return [];
    const cut = cutOf(block, text, sentences, from, until);
    const gone = text.slice(cut.start, cut.end);
    if (!isBalanced(gone)) return [];
    const next = sentences[until];
    const dangling = next !== undefined && REFERS.test(text.slice(next.start, next.end)) ? DANGLING : 0;
    return [{ cut, price: gone.length + dangling }];
  });
}

/** A paragraph's copy without what is cut. */
export function withoutCut(copy: Copy, { start, end }: Cut): Copy {
  return editCopy(copy, [{ start, end, text: "", rule: "cut" }]);
}

function runs(count: number): [number, number][] {
  return Array.from({ length: count }, (_, from) => from).flatMap((from) =>
    Array.from({ length: count - from }, (_, more): [number, number] => [from, from + more + 1]),
  );
}

/** The space goes with the sentence: the one before it, or the one behind where it begins the paragraph. */
function cutOf(block: number, text: string, sentences: readonly Sentence[], from: number, until: number): Cut {
  if (from > 0) return { block, start: sentences[from - 1]?.end ?? 0, end: sentences[until - 1]?.end ?? text.length };
  return { block, start: 0, end: sentences[until]?.start ?? text.length };
}

function isBalanced(text: string): boolean {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
  return count(/[„»]/g) === count(/[“«]/g) && count(/\(/g) === count(/\)/g);
}

import { report } from "../../base/index.ts";
import type { World } from "../../pipeline.ts";
import { EXIT } from "../exit-codes.ts";
import { failed, setArticle, type Drafted, type RunOrder } from "../run.ts";
import { ARTICLE_BROKE_US } from "./findings.ts";
import { traceReads, type Reads } from "./trace-reads.ts";

/** What was made of an article, and of which files. */
export interface SetArticle extends Drafted {
  readonly reads: Reads;
}

/** Whoever sets articles: this thread, or others. */
export interface Setter {
  readonly set: (article: string) => Promise<SetArticle>;
  /** Nothing is begun any more, and what is under way has no result; resolves when nothing is written any more. */
  readonly stop: () => Promise<void>;
}

/** How one thread sets the articles of a batch: what it reads is written down, and a bug of ours is that article's alone. */
export function tracedSetter(
  world: World,
  order: RunOrder,
  lasting: ReadonlySet<string>,
): (article: string) => Promise<SetArticle> {
  const traced = traceReads(world, lasting);
  return async (article) => {
    traced.take();
    const drafted = await setArticle(traced.world, article, order).catch((error: unknown) =>
      broken(article, order, error),
    );
    return { ...drafted, reads: traced.take() };
  };
}

/** The result of an article that met a bug of ours. */
export function broken(article: string, { template }: RunOrder, error: unknown): Drafted {
  const [what = "", where = ""] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split("\n");
  const message = [what, where.trim()].filter((text) => text !== "").join(" ");
  return { ...failed(article, template, EXIT.bug, report(ARTICLE_BROKE_US, message)), drafts: [] };
}

/** What becomes of an article whose turn comes when the run has ended: nothing, not even an error. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Sets in this thread, one article after the other. */
export function setHere(set: (article: string) => Promise<SetArticle>): Setter {
  let last: Promise<unknown> = Promise.resolve();
  let present: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  const next = async (article: string): Promise<SetArticle> => {
    // Signals and finished writing are heard between articles, and pdfkit lets go of a document only when the loop has turned.
    await new Promise(setImmediate);
    if (isStopped) return never();
    const work = set(article);
    present = work.catch(() => undefined);
    return work;
  };
  return {
    set: (article) => {
      const result = last.then(() => next(article));
      last = result.catch(() => undefined);
      return result;
    },
    stop: async () => {
      isStopped = true;
      await present;
    },
  };
}

/** A setter that is opened for the first article that has to be set: workers that nobody needs do not start. */
export function whenNeeded(open: () => Setter | Promise<Setter>): Setter {
  let opened: Promise<Setter> | undefined;
  return {
    set: async (article) => {
      opened ??= Promise.resolve(open());
      return (await opened).set(article);
    },
    stop: async () => {
      // Where opening failed, there is nothing to stop.
      await (await opened?.catch(() => undefined))?.stop();
    },
  };
}

/** Someone who sets. */
export interface Hand {
  readonly setter: Setter;
  /** How many articles they may have at a time: the one that they set, and those that lie ready for them. */
  readonly room: number;
  /** Which articles they take; all when left out. */
  readonly takes?: (article: string) => boolean;
}

/** Gives each article to the first hand that takes it and has room; while none has, articles wait in their order. */
export function shareOut(hands: readonly Hand[]): Setter {
  const all = hands.map(({ setter, room, takes = () => true }) => ({ setter, free: room, takes }));
  type Free = (typeof all)[number];
  const waiting: { readonly article: string; readonly begin: (hand: Free) => void }[] = [];
  const handFor = (article: string): Promise<Free> => {
    const hand = all.find(({ free, takes }) => free > 0 && takes(article));
    if (hand === undefined) return new Promise((resolve) => waiting.push({ article, begin: resolve }));
    hand.free--;
    return Promise.resolve(hand);
  };
  const giveBack = (hand: Free): void => {
    const next = waiting.findIndex(({ article }) => hand.takes(article));
    const [one] = next < 0 ? [] : waiting.splice(next, 1);
    if (one) one.begin(hand);
    else hand.free++;
  };
  return {
    set: async (article) => {
      const hand = await handFor(article);
      try {
        return await hand.setter.set(article);
      } finally {
        giveBack(hand);
      }
    },
    stop: async () => {
      await Promise.all(all.map(({ setter }) => setter.stop()));
    },
  };
}

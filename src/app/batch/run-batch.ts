import type { Diagnostic } from "../../base/index.ts";
import type { World } from "../../pipeline.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { codeOfUnusable, failed, setArticle, type Delivery, type RunOrder } from "../run.ts";
import { statsOf } from "../workspace.ts";
import { openBatchFolder } from "./batch-folder.ts";
import { begin, finish, type Finished, type Item, type Run } from "./begin-and-finish.ts";
import { commonOf, type Common } from "./content-key.ts";
import { inOrder } from "./in-order.ts";
import { findInputs } from "./inputs.ts";
import { onInterrupt } from "./interrupt.ts";
import { notInOneFile, openOneFile } from "./one-file.ts";
import { withPiped, type PipedArticle } from "./piped.ts";
import { openWorkers } from "./pool.ts";
import type { Taken } from "./publish.ts";
import { setHere, shareOut, tracedSetter, whenNeeded, type Setter } from "./setter.ts";

/** How articles are set when they are many. */
export interface BatchWish {
  /** How many are set at the same time; 1 when left out. */
  readonly jobs?: number;
  /** Whether also those are set that have not changed since they were. */
  readonly force?: boolean;
  /** What stands on the standard input. */
  readonly piped?: PipedArticle;
  /** Where findings go that are no article's. */
  readonly complain?: (finding: Diagnostic) => void;
}

/** An article's result, and of how many it is one. */
export interface BatchResult extends Finished {
  readonly total: number;
}

/**
 * Sets article after article and yields each one's result in the order of the inputs; a bad one never stops the rest. Several
 * that are written are a batch: meanwhile the folder is theirs alone, and a journal in it knows what is done. It ends early only
 * where the design cannot be used, or nothing can be written any more.
 */
export async function* runBatch(world: World, order: RunOrder, wish: BatchWish = {}): AsyncGenerator<BatchResult> {
  const items = await itemsOf(order.articles, wish.piped);
  const seen = withPiped(world, wish.piped);
  if (items.length < 2) return yield* runAlone(seen, order, items);
  const { value: common, diagnostics } = commonOf(seen, order);
  if (common === undefined)
    return yield refused(order, order.template, codeOfUnusable(diagnostics), diagnostics, items);
  const folder = order.delivery && openBatchFolder(order.delivery.out);
  if (folder !== undefined && "code" in folder)
    return yield refused(order, order.delivery?.out ?? "", EXIT.output, [folder], items);

  const jobs = Math.min(wish.jobs ?? 1, items.length);
  const setter = whenNeeded(() => openSetter(seen, { ...order, articles: [] }, jobs, common, wish));
  const batch = folder && { folder, common, isForced: wish.force === true };
  const endListening = onInterrupt(setter.stop);
  try {
    yield* runItems(items, { world: seen, order, setter, ...(batch && { batch }) }, AHEAD * jobs);
  } finally {
    endListening();
    await setter.stop();
    folder?.close();
  }
}

/**
 * Sets article after article into one file for each purpose and yields each one's result, then that of each file. Pages are numbered
 * through, so each article waits for those before it; there is no journal, for a file changes with any of its articles.
 */
export async function* runIntoOneFile(
  world: World,
  order: RunOrder & { readonly delivery: Delivery },
  oneFile: string,
  wish: BatchWish = {},
): AsyncGenerator<BatchResult> {
  const items = await itemsOf(order.articles, wish.piped);
  const seen = withPiped(world, wish.piped);
  const reason = notInOneFile(order.delivery);
  if (reason !== undefined) return yield refused(order, oneFile, EXIT.usage, [reason], items);
  const { value: common, diagnostics } = commonOf(seen, order);
  if (common === undefined)
    return yield refused(order, order.template, codeOfUnusable(diagnostics), diagnostics, items);
  const file = openOneFile(seen, order, oneFile);
  const setter = setHere(async (article) => ({ ...(await file.set(article)), reads: new Map() }));
  yield* runItems(items, { world: seen, order, setter }, 1);
  for (const result of file.close())
    yield { ...result, total: items.length, isKept: false, isBlocked: result.code === EXIT.output };
}

async function itemsOf(given: readonly string[], piped: PipedArticle | undefined): Promise<readonly Item[]> {
  const inputs = await findInputs(given, piped?.path);
  return inputs.flatMap(({ given: nothing, articles }): Item[] =>
    articles.length === 0 ? [{ nothing }] : articles.map((article) => ({ article })),
  );
}

/** One article needs no journal: it is set in the time that looking it up would take. */
async function* runAlone(world: World, order: RunOrder, items: readonly Item[]): AsyncGenerator<BatchResult> {
  const setter = setHere(async (article) => ({ ...(await setArticle(world, article, order)), reads: new Map() }));
  yield* runItems(items, { world, order, setter }, 1);
}

/** What a run comes to that cannot begin; its report names what stands in the way. */
function refused(
  { template }: RunOrder,
  obstacle: string,
  code: ExitCode,
  reasons: readonly Diagnostic[],
  { length: total }: readonly Item[],
): BatchResult {
  return { ...failed(obstacle, template, code, ...reasons), total, isKept: false, isBlocked: true };
}

/** This thread sets, too: one that only dealt articles out would take the time of a worker, and leave it unused. */
async function openSetter(
  world: World,
  order: RunOrder,
  jobs: number,
  { reads }: Common,
  { piped, complain = () => undefined }: BatchWish,
): Promise<Setter> {
  const here = setHere(tracedSetter(world, order, new Set(reads.keys())));
  if (jobs < 2) return here;
  const data = { order, lasting: [...reads.keys()], ...(piped && { piped }) };
  const workers = await openWorkers(jobs - 1, data, { setter: here, complain });
  return shareOut([{ setter: here, room: 1, takes: isShort }, workers]);
}

/** Bytes of a long article: a newspaper page has some 15,000. */
const LONG = 50_000;

/** Long articles are for workers: while this thread sets one, it hears no signal, and what it cannot hold in memory ends the run. */
function isShort(article: string): boolean {
  const size = statsOf(article)?.size;
  return size !== undefined && size < LONG;
}

/** Articles begun and not yet reported, for each that is set at a time: enough that no worker waits, and no more. */
const AHEAD = 4;

async function* runItems(items: readonly Item[], run: Run, most: number): AsyncGenerator<BatchResult> {
  const taken: Taken = new Map();
  for await (const begun of inOrder(items, most, (item) => begin(item, run))) {
    const finished = await finish(begun, run, taken);
    yield { ...finished, total: items.length };
    if (finished.isBlocked) return;
  }
}

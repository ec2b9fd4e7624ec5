/**
 * Starts work on items, at most `most` of them begun and not yet handed on, and gives the results in the order of the items,
 * whatever order they come in. An item is begun only when there is room: nobody hoards what nobody has asked for.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  most: number,
  begin: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  let next = 0;
  while (next < items.length || begun.length > 0) {
    for (; begun.length < most && next < items.length; next++) begun.push(watched(begin(items[next] as Item)));
    const first = begun.shift();
    if (first !== undefined) yield await first;
  }
}

/** A failure is met when its turn comes; until then it is no unhandled one. */
function watched<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  return work;
}

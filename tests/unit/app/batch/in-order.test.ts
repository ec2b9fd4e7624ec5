import { describe, expect, it } from "vitest";
import { inOrder } from "../../../../src/app/batch/in-order.ts";

/** Work whose end the test decides. */
function openWork() {
  const ends = new Map<number, (text: string) => void>();
  const begin = (item: number): Promise<string> => new Promise((resolve) => ends.set(item, resolve));
  return { ends, begin };
}

describe("inOrder", () => {
  it("gives the results in the order of the items, whichever is ready first", async () => {
    const { ends, begin } = openWork();
    const results = inOrder([1, 2, 3], 3, begin);
    const first = results.next();
    ends.get(3)?.("third");
    ends.get(2)?.("second");
    ends.get(1)?.("first");
    expect((await first).value).toBe("first");
    expect((await results.next()).value).toBe("second");
    expect((await results.next()).value).toBe("third");
    expect((await results.next()).done).toBe(true);
  });

  it("begins no more than it may, and the next only when one is asked for", async () => {
    const { ends, begin } = openWork();
    const results = inOrder([1, 2, 3, 4, 5], 2, begin);
    const first = results.next();
    expect([...ends.keys()]).toEqual([1, 2]);
    ends.get(1)?.("first");
    await first;
    expect([...ends.keys()]).toEqual([1, 2]);
    void results.next();
    expect([...ends.keys()]).toEqual([1, 2, 3]);
  });

  it("meets a failure in its turn", async () => {
    const begin = (item: number): Promise<number> =>
      item === 2 ? Promise.reject(new Error("no")) : Promise.resolve(item);
    const results = inOrder([1, 2], 2, begin);
    expect((await results.next()).value).toBe(1);
    await expect(results.next()).rejects.toThrow("no");
  });
});

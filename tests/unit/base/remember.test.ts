import { describe, expect, it } from "vitest";
import { remember } from "../../../src/base/index.ts";

describe("what is remembered", () => {
  it("is made once for a key", () => {
    const cache = new Map<string, number>();
    let made = 0;
    const make = (): number => ++made;
    expect([remember(cache, "a", 2, make), remember(cache, "a", 2, make), made]).toEqual([1, 1, 1]);
  });

  it("is forgotten when it has become too much, but never the newest", () => {
    const cache = new Map<string, string>();
    for (const key of ["a", "b", "c"]) remember(cache, key, 2, () => key);
    expect([...cache.keys()]).toEqual(["c"]);
  });
});

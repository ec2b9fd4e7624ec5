import { describe, expect, it } from "vitest";
import { once } from "../../../src/base/index.ts";

describe("a value worked out once", () => {
  it("is made when first asked for, and then kept, undefined included", () => {
    let made = 0;
    const value = once(() => {
      made++;
      return undefined;
    });
    expect(made).toBe(0);
    expect([value(), value(), made]).toEqual([undefined, undefined, 1]);
  });
});

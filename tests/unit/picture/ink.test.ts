import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenCaps, limitInk, mostInk } from "../../../src/picture/ink.ts";

function one(...inks: number[]) {
  return { width: 1, height: 1, channels: 4, data: Uint8Array.from(inks) };
}

describe("the limit of ink", () => {
  it("takes from cyan, magenta and yellow in proportion, and leaves black", () => {
    const limited = limitInk(one(200, 100, 100, 155), evenCaps(one(), 100 * (355 / 255)));
    expect([...limited.data]).toEqual([100, 50, 50, 155]);
  });

  it("leaves alone what is within", () => {
    expect([...limitInk(one(100, 100, 100, 100), evenCaps(one(), 200)).data]).toEqual([100, 100, 100, 100]);
  });

  it("holds for every pixel of every picture", () => {
    const data = fc.uint8Array({ minLength: 4 * 9 * 10, maxLength: 4 * 9 * 10 });
    fc.assert(
      fc.property(data, fc.double({ min: 100, max: 400, noNaN: true }), (samples, total) => {
        const picture = { width: 9, height: 10, channels: 4, data: samples };
        const limited = limitInk(picture, evenCaps(picture, total));
        expect(mostInk(limited)).toBeLessThanOrEqual(total + 1e-9);
        for (let black = 3; black < samples.length; black += 4) expect(limited.data[black]).toBe(samples[black]);
      }),
    );
  });
});

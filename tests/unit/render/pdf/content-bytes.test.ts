import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ContentBytes } from "../../../../src/render/pdf/content-bytes.ts";
import { decimal } from "../../../../src/render/pdf/number.ts";

/** Less than any of the contents needs. */
const ROOM = 4;

const textOf = (content: ContentBytes): string => Buffer.from(content.written).toString("latin1");

const numbers = fc.oneof(
  fc.double({ min: -1e8, max: 1e8, noNaN: true }),
  fc.double({ min: -2_000, max: 2_000, noNaN: true }),
  fc.double({ min: -1e-5, max: 1e-5, noNaN: true }),
  fc.integer({ min: -1e8, max: 1e8 }),
);

describe("the bytes of a content stream", () => {
  it("hold numbers to the letter as they are otherwise written", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 6 }), (number, digits) => {
        expect(textOf(new ContentBytes(ROOM).number(number, digits))).toBe(decimal(number, digits));
      }),
      { numRuns: 20_000, seed: 5 },
    );
  });

  it("hold codes so that they are read again from a literal string, two bytes each", () => {
    for (let code = 0; code < 0x10000; code += 7) {
      const literal = textOf(new ContentBytes(ROOM).code(code));
      const read = literal.replace(/\\([\s\S])/g, (_, sign: string) => (sign === "r" ? "\r" : sign));
      expect(literal).not.toMatch(/\r|(?<!\\)(?:\\\\)*[()]/);
      expect(read).toBe(String.fromCharCode(code >> 8, code & 0xff));
    }
  });

  it("hold UTF-16 units as four digits", () => {
    expect(textOf(new ContentBytes(ROOM).unit(0x41).unit(0xfb01).unit(0))).toBe("0041FB010000");
  });

  it("hold what was put in, in its order, however much it is", () => {
    const content = new ContentBytes(ROOM);
    const parts = Array.from({ length: 20_000 }, (_, index) => index / 4 - 1000);
    for (const part of parts) content.text("(\u0000\u00FF)").number(part, 2);
    expect(textOf(content)).toBe(parts.map((part) => `(\u0000\u00FF)${part}`).join(""));
  });
});

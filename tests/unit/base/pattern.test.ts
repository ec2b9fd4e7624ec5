import { describe, expect, it } from "vitest";
import { Pattern } from "../../../src/base/index.ts";

const CLASSES = ["L", "Lu", "Ll", "M", "N"];

/** Every character of the basic plane. */
const CHARACTERS = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));

describe("a pattern", () => {
  it("has of every character the classes that Unicode gives it, alone and among others", () => {
    for (const name of CLASSES) {
      for (const source of [String.raw`^\p{${name}}$`, String.raw`^[^\-\p{${name}}]$`, String.raw`^[\]\p{${name}}-]`]) {
        const [pattern, plain] = [new Pattern(source), new RegExp(source, "u")];
        expect(CHARACTERS.filter((character) => pattern.test(character) !== plain.test(character))).toEqual([]);
      }
    }
  });

  it("knows letters whatever the case", () => {
    const [pattern, plain] = [new Pattern(String.raw`^\p{L}k(?!\p{L})[^\p{L}]|ß`, "i"), /^\p{L}k(?!\p{L})[^\p{L}]|ß/iu];
    for (const character of CHARACTERS) {
      for (const text of [`${character}k.`, `a${character}.`, `aK${character}`, character]) {
        expect([text, pattern.test(text)]).toEqual([text, plain.test(text)]);
      }
    }
  });

  it("finds letters beyond the basic plane, and letters with marks", () => {
    const letters = new Pattern(String.raw`\p{L}\p{M}?`, "g");
    for (const text of ["a𝐀b", "e\u0301a", "Ёж", "naïve", "Ćorić"]) {
      expect(text.match(letters.for(text))).toEqual(text.match(/\p{L}\p{M}?/gu));
    }
  });

  it("is made only when a text asks for it", () => {
    let made = 0;
    const pattern = new Pattern(() => `a${++made}`);
    expect(made).toBe(0);
    expect([pattern.test("a1"), pattern.test("xa1"), made]).toEqual([true, true, 1]);
  });

  it("knows no other classes of letters", () => {
    expect(() => new Pattern(String.raw`\p{Lt}`).test("a")).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUNDLED_FACES } from "../../../src/galley/index.ts";
import { setter } from "../../support/desk.ts";

const characters = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(..."abcäöüßẞ AZ09.,-–„“»«…€©\\]^[\u00A0\u202F\u2011") },
  fc.constantFrom(..."αЖ中☃√ﬁ\u{1F600}\u{1D400}"),
  fc.constantFrom("\uD800", "\uDC00", "\u00AD", "\n", "\u{10FFFF}"),
);
const texts = fc.array(characters, { maxLength: 12 }).map((parts) => parts.join(""));

describe("a face", () => {
  it.each(BUNDLED_FACES)("%s covers a text when it has each of its characters, and no other", (name) => {
    const face = setter.fonts.face(name);
    fc.assert(
      fc.property(texts, (text) => {
        expect(face.covers(text)).toBe(Array.from(text).every((character) => face.has(character)));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pack } from "../../../../scripts/hyphenation/pack.ts";
import { NO_NODE, Trie } from "../../../../src/language/hyphenation/trie.ts";

const words = new Map([
  ["amt", 1],
  ["amts", 35],
  ["auf", 36],
  ["aufsicht", 1295],
  ["ärmel", 0],
  ["zug", 7],
]);

describe("a packed trie", () => {
  const trie = new Trie(pack(words));

  it("gives back every word's value", () => {
    for (const [word, value] of words) expect([word, trie.find(word)]).toEqual([word, value]);
  });

  it("has no other word: neither a word's beginning nor its continuation", () => {
    for (const other of ["", "a", "am", "aufsich", "aufsichten", "zugs", "Zug", "b"]) expect(trie.find(other)).toBe(-1);
  });

  it("is walked letter by letter", () => {
    let node = 0;
    for (const letter of "auf") node = trie.child(node, letter.charCodeAt(0));
    expect(trie.value(node)).toBe(36);
    expect(trie.child(node, "x".charCodeAt(0))).toBe(NO_NODE);
  });

  it("holds what a table holds, whatever the words, and nothing else", () => {
    const word = fc.string({ unit: fc.constantFrom(..."_abehnßäöž"), maxLength: 6 });
    const table = fc.uniqueArray(fc.tuple(word, fc.nat(1295)), { selector: ([some]) => some, maxLength: 300 });
    fc.assert(
      fc.property(table, fc.array(word), (entries, others) => {
        const held = new Map(entries);
        const packed = new Trie(pack(held));
        for (const some of [...held.keys(), ...others]) expect(packed.find(some)).toBe(held.get(some) ?? -1);
      }),
    );
  });

  it("refuses what is not packed, and what is not whole", () => {
    for (const other of ["", "(", "abc", pack(words).slice(0, -1), `${pack(words)}(`]) {
      expect(() => new Trie(other)).toThrow(RangeError);
    }
  });

  it("is not made of other letters, nor of other values", () => {
    for (const entry of [
      ["Amt", 1],
      ["a-b", 1],
      ["amt", -1],
      ["amt", 1296],
      ["amt", 0.5],
    ] as const) {
      expect(() => pack(new Map([entry]))).toThrow(RangeError);
    }
  });
});

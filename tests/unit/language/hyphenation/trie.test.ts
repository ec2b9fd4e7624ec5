import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pack } from "../../../../scripts/hyphenation/pack.ts";
import { Trie } from "../../../../src/language/hyphenation/trie.ts";

const words = new Map([
  ["amt", 1],
  ["amts", 35],
  ["auf", 36],
  ["aufsicht", 4094],
  ["ärmel", 0],
  ["zug", 7],
]);

/** The value of a word; −1 when it is not in the trie. */
function find(trie: Trie, word: string): number {
  const { count, ends, values } = trie.wordsAt(word, 0);
  return count > 0 && ends[count - 1] === word.length ? (values[count - 1] ?? -1) : -1;
}

describe("a packed trie", () => {
  const trie = new Trie(pack(words));

  it("gives back every word's value", () => {
    for (const [word, value] of words) expect([word, find(trie, word)]).toEqual([word, value]);
  });

  it("reads its bytes as it does the string", () => {
    const read = new Trie(new TextEncoder().encode(pack(words)));
    for (const [word, value] of words) expect([word, find(read, word)]).toEqual([word, value]);
  });

  it("has no other word: neither a word's beginning nor its continuation", () => {
    for (const other of ["", "a", "am", "aufsich", "aufsichten", "zugs", "Zug", "b"])
      expect(find(trie, other)).toBe(-1);
  });

  it("finds the words that begin at a place, from the shortest on", () => {
    const { count, ends, values } = trie.wordsAt("voramtsaufsicht", 3);
    expect([ends.slice(0, count), values.slice(0, count)]).toEqual([
      [6, 7],
      [1, 35],
    ]);
  });

  it("holds what a table holds, whatever the words, and nothing else", () => {
    const word = fc.string({ unit: fc.constantFrom(..."_abehnßäöž"), minLength: 1, maxLength: 6 });
    const table = fc.uniqueArray(fc.tuple(word, fc.nat(4094)), { selector: ([some]) => some, maxLength: 300 });
    fc.assert(
      fc.property(table, fc.array(word), (entries, others) => {
        const held = new Map(entries);
        const packed = new Trie(pack(held));
        for (const some of [...held.keys(), ...others]) expect(find(packed, some)).toBe(held.get(some) ?? -1);
      }),
    );
  });

  it("refuses what is not packed, and what is not whole", () => {
    for (const other of ["", "(", "abc", pack(words).slice(6), pack(words).slice(0, -1), `${pack(words)}(`]) {
      expect(() => new Trie(other)).toThrow(RangeError);
    }
  });

  it("is not made of other letters, nor of other values", () => {
    for (const entry of [
      ["Amt", 1],
      ["a-b", 1],
      ["amt", -1],
      ["amt", 4095],
      ["amt", 0.5],
    ] as const) {
      expect(() => pack(new Map([entry]))).toThrow(RangeError);
    }
  });
});

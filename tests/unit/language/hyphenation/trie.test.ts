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

  it("refuses what is not packed", () => {
    expect(() => new Trie("abc")).toThrow(RangeError);
  });
});

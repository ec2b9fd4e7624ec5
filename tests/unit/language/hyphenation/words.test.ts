import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { markedWord } from "../../../../src/language/hyphenation/index.ts";
import { projectPath } from "../../../support/desk.ts";

const list = readFileSync(projectPath("tests/fixtures/hyphenation/words.tsv"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t") as [word: string, marked: string]);

/** The list knows no suffixes, and writes what is no joint and no prefix as a syllable. */
function asListed(marked: string): string {
  return marked.replaceAll(">", "-");
}

describe("words whose true breaks are written down by hand", () => {
  it("are eighty, of many kinds", () => {
    expect(list).toHaveLength(80);
  });

  it.each(list.filter(([word]) => word !== "Stoffetzen"))("%s is %s", (word, marked) => {
    expect(asListed(markedWord(word))).toBe(marked);
  });

  it("a word that the lexicon does not know, with a capital, may be a name: its grades are a name's", () => {
    expect(markedWord("Stoffetzen")).toBe("Stof*fet*zen");
  });
});

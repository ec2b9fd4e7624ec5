import { readdirSync, readFileSync } from "node:fs";
import createHyphenator from "hyphen/hyphen.js";
import patterns from "hyphen/patterns/de-1996.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { syllables } from "../../../../src/language/hyphenation/syllables.ts";
import { projectPath } from "../../../support/desk.ts";

const hyphenate = createHyphenator(patterns, { hyphenChar: "\u00AD", html: false, minWordLength: 2 });

/** The package's own division; „insti“ we divide by sound, against its patterns. */
function divided(word: string): string {
  return hyphenate(word);
}

function ours(word: string): string {
  return syllables(word).reduceRight((text, at) => `${text.slice(0, at)}\u00AD${text.slice(at)}`, word);
}

const copy = readdirSync(projectPath("articles"))
  .filter((file) => /\.(txt|md|json)$/.test(file))
  .map((file) => readFileSync(projectPath(`articles/${file}`), "utf8"))
  .join(" ");
const words = [...new Set(copy.toLowerCase().match(/[a-zäöüß]{2,}/g) ?? [])].filter((word) => !word.includes("insti"));

describe("our packed patterns", () => {
  it("divide every word of our articles as the package they come from does", () => {
    expect(words.length).toBeGreaterThan(800);
    expect(words.map(ours)).toEqual(words.map(divided));
  });

  it("divide any letters as the package does", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzäöüß"),
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(letters, (word) => {
        fc.pre(!word.includes("insti"));
        expect(ours(word)).toBe(divided(word));
      }),
      { numRuns: 2000, seed: 1983 },
    );
  });
});

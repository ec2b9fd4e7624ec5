import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dumpArticle, readArticle } from "../../src/article/index.ts";
import { cleanCopy } from "../../src/article/clean.ts";
import { textsOf } from "../../src/article/set-body.ts";
import { copyFrom, hasErrors, type Copy } from "../../src/base/index.ts";
import { defaultHouse } from "../../src/language/index.ts";

const names = readdirSync("articles").filter((name) => /\.(txt|md|json)$/.test(name));
const files = names.map((name) => ({ name, bytes: readFileSync(`articles/${name}`) }));
const ending = fc.constantFrom("a.txt", "a.md", "a.json");

/** Reads whatever it is given; the article must be whole, or an error must say why there is none. */
function check(name: string, bytes: Uint8Array): void {
  const { value, diagnostics } = readArticle(name, bytes, defaultHouse);
  if (value === undefined) {
    expect(hasErrors(diagnostics)).toBe(true);
    return;
  }
  dumpArticle(value);
  const pictures = value.pictures.flatMap(({ caption, credit }) => [caption, credit]);
  for (const copy of [value.section, value.headline, ...pictures, ...value.body.flatMap(textsOf)]) checkCopy(copy);
}

function checkCopy({ text, origins, marks, source }: Copy): void {
  expect(origins).toHaveLength(text.length + 1);
  expect(origins.every((origin) => origin >= 0 && origin <= source.text.length)).toBe(true);
  expect(marks.every(({ start, end }) => 0 <= start && start < end && end <= text.length)).toBe(true);
}

test("any bytes give an article or an error, and never an exception", () => {
  fc.assert(fc.property(ending, fc.uint8Array({ maxLength: 300 }), check), { numRuns: 500 });
});

test("any text gives an article or an error", () => {
  const text = fc.string({ unit: "binary", maxLength: 300 }).map((string) => new TextEncoder().encode(string));
  fc.assert(fc.property(ending, text, check), { numRuns: 500 });
});

/** The signs that the three forms are made of, so that chance puts together what a reader takes for structure. */
const sign = fc.constantFrom(
  ..."\n\n \t-*_#>!\"'{}[]():,.&;|`~<\\",
  "\r\n",
  "\n\n",
  "---\n",
  "© ",
  "Datei: ",
  "Kasten: ",
  "Kasten Ende",
  "Zitat: ",
  "Datum: ",
  "Bildmitte: ",
  "1. ",
  "- ",
  "> ",
  "## ",
  "![a](b)",
  "wort",
  "Ä",
  "\u00AD",
  "\u0308",
  "\uFEFF",
  "\u0000",
  "&amp;",
);

test("any heap of the forms' own signs gives an article or an error", () => {
  const heap = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(""));
  const framed = fc.tuple(
    fc.constantFrom("", "---\n", "---\nsection: A\n---\n# B\n\n", "A\n\nB\n\n", '{"section":'),
    heap,
  );
  fc.assert(
    fc.property(ending, framed, (name, [front, text]) => check(name, new TextEncoder().encode(front + text))),
    { numRuns: 2000 },
  );
});

test("good articles with bytes changed, lost or doubled give an article or an error", () => {
  const damage = fc.record({
    file: fc.constantFrom(...files),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    lost: fc.nat({ max: 40 }),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      sign.map((text) => new TextEncoder().encode(text)),
    ),
  });
  fc.assert(
    fc.property(damage, ({ file, at, lost, put }) => {
      const from = Math.floor(at * file.bytes.length);
      check(file.name, Uint8Array.from([...file.bytes.subarray(0, from), ...put, ...file.bytes.subarray(from + lost)]));
    }),
    { numRuns: 400 },
  );
});

test("cleaning clean copy changes nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(sign, fc.string({ unit: "grapheme", maxLength: 4 }))), (parts) => {
      const text = parts.join("");
      const once = cleanCopy(copyFrom({ name: "a", text }, 0, text.length)).copy;
      expect(cleanCopy(once)).toEqual({ copy: once, cleanings: [] });
    }),
  );
});

test("plain paragraphs are the same in all three forms", () => {
  const word = fc.stringMatching(/^[a-zäöüß]{2,9}$/);
  const sentence = fc.array(word, { minLength: 2, maxLength: 12 }).map((words) => `Es ${words.join(" ")}.`);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (body) => {
      const forms: readonly (readonly [string, string])[] = [
        ["a.txt", `Chronik\n\nEin Titel\n\n${body.join("\n\n")}`],
        ["a.md", `---\nsection: Chronik\n---\n# Ein Titel\n\n${body.join("\n\n")}`],
        ["a.json", JSON.stringify({ section: "Chronik", headline: "Ein Titel", body })],
      ];
      for (const [name, text] of forms) {
        const { value } = readArticle(name, new TextEncoder().encode(text), defaultHouse);
        expect(value?.body.flatMap(textsOf).map((copy) => copy.text.replace(/\u00A0/g, " "))).toEqual(body);
      }
    }),
  );
});

test("cleaning leaves one space of every run between words, and none at the ends", () => {
  const text = fc.string({ unit: fc.constantFrom(" ", " ", "\n", "\r", "\u2028", "a", "b") });
  fc.assert(
    fc.property(text, (written) => {
      const words = written.split(/[ \n\r\u2028]+/).filter((word) => word !== "");
      expect(cleanCopy(copyFrom({ name: "a.txt", text: written }, 0, written.length)).copy.text).toBe(words.join(" "));
    }),
  );
});
